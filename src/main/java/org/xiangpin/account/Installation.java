package org.xiangpin.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.xiangpin.shared.WrongState;

/** What kind of data this is, in one row: a demo's is never opened by a production service. */
@Entity
@Table(name = "installation")
public class Installation extends PanacheEntityBase {

  /**
   * The values of {@code installation.mode}; the launcher reads the column before this class runs.
   */
  public enum Mode {
    demo,
    production
  }

  private static final int ONLY = 1;

  @Id private int id;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Installation() {}

  /** Empty until the first account or the demo's data is written. */
  public static Optional<Mode> mode() {
    return Installation.<Installation>findByIdOptional(ONLY).map(i -> i.mode);
  }

  /**
   * @throws WrongState when this is a production installation's data
   */
  public static void markDemo(Instant now) {
    mark(Mode.demo, now);
  }

  public static void markProduction(Instant now) {
    mark(Mode.production, now);
  }

  private static void mark(Mode mode, Instant now) {
    Optional<Mode> present = mode();
    if (present.isPresent() && present.get() != mode) {
      throw new WrongState(
          "这里的数据属于另一种安装方式，没有改动。",
          "This data belongs to the other kind of installation; nothing was changed.");
    }
    if (present.isEmpty()) {
      Installation row = new Installation();
      row.id = ONLY;
      row.mode = mode;
      row.createdAt = now;
      row.persist();
    }
  }
}
