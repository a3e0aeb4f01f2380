package org.xiangpin.console;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.xiangpin.shared.Tokens;

/**
 * A form of the console that was sent, so that an impatient second press does nothing. Each form
 * carries a mark of its own; the row stands from when the form arrives, and goes again when what it
 * asked for was refused.
 */
@Entity
@Table(name = "sent_form")
public class SentForm extends PanacheEntityBase {

  static final int MARK_LENGTH = 26;

  /** Longer than anybody keeps a page open and sends it again. */
  static final Duration KEPT = Duration.ofDays(2);

  @Id
  @Column(name = "mark_sha256")
  private String markSha256;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "led_to")
  private String ledTo;

  protected SentForm() {}

  /**
   * @param mark as it stood in the form
   * @param person whose form it was: nobody learns where another's led
   */
  SentForm(String mark, long person, Instant now) {
    this.markSha256 = key(mark, person);
    this.sentAt = now;
  }

  static String key(String mark, long person) {
    return Tokens.sha256(person + " " + mark);
  }

  /** What was asked for is done. */
  static void ledTo(String key, String path) {
    update("ledTo = ?1 where markSha256 = ?2", path, key);
  }

  /** It was refused, and may be sent again. */
  static void forget(String key) {
    delete("markSha256", key);
  }

  static void purge(Instant now) {
    delete("sentAt < ?1", now.minus(KEPT));
  }

  /** Path to which it led; null while it is under way, or when the service broke off there. */
  String ledTo() {
    return ledTo;
  }
}
