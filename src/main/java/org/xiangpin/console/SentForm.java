package org.xiangpin.console;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A form of the console that was sent, so that an impatient second press does nothing. The row
 * stands from when the form arrives, and goes again when what it asked for was refused. Known by
 * who sent it, the mark that it carries, and all that was typed: who goes back in the browser and
 * types something else sends another form.
 */
@Entity
@Table(name = "sent_form")
public class SentForm extends PanacheEntityBase {

  /** Longer than anybody keeps a page open and sends it again. */
  static final Duration KEPT = Duration.ofDays(2);

  @Id
  @Column(name = "form_sha256")
  private String formSha256;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "led_to")
  private String ledTo;

  protected SentForm() {}

  /**
   * Whether this is the first time. A duplicate is no failure here: it is counted, not thrown.
   *
   * @param key SHA-256 of person, mark and content
   */
  static boolean claim(String key, Instant now) {
    return getEntityManager()
            .createNativeQuery(
                "insert ignore into sent_form (form_sha256, sent_at) values (?1, ?2)")
            .setParameter(1, key)
            .setParameter(2, now)
            .executeUpdate()
        == 1;
  }

  /**
   * What was asked for is done.
   *
   * @param path where its outcome is shown; empty when it was shown in the answer, once
   */
  static void ledTo(String key, String path) {
    update("ledTo = ?1 where formSha256 = ?2", path, key);
  }

  /** It was refused, and may be sent again. */
  static void forget(String key) {
    delete("formSha256", key);
  }

  static void purge(Instant now) {
    delete("sentAt < ?1", now.minus(KEPT));
  }

  /** As it was told; null while it is under way, or when the service broke off there. */
  String ledTo() {
    return ledTo;
  }
}
