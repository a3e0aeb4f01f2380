package org.xiangpin.epcis;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;

/**
 * What became of a captured document. Capturing is done when it is answered, so none is running.
 */
@Entity
@Table(name = "epcis_capture_job")
public class CaptureJob extends PanacheEntityBase {

  @Id private Long id;

  @Column(name = "captured_by")
  private Long capturedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "error_behaviour")
  private String errorBehaviour;

  private boolean success;

  @Column(length = 16_777_215)
  private String errors;

  protected CaptureJob() {}

  /**
   * @param errors JSON array of problems; {@code []} when every event was kept
   */
  static CaptureJob finished(
      long storefrontId, ErrorBehaviour behaviour, String errors, Instant began, Instant now) {
    CaptureJob job = new CaptureJob();
    job.id = Ids.next();
    job.capturedBy = storefrontId;
    job.createdAt = began;
    job.finishedAt = now;
    job.errorBehaviour = behaviour.word();
    job.success = errors.equals("[]");
    job.errors = errors;
    job.persist();
    return job;
  }

  /**
   * @throws NotFound for another storefront's, too
   */
  static CaptureJob require(String number, long storefrontId) {
    return Ids.parse(number)
        .flatMap(
            id ->
                find("id = ?1 and capturedBy = ?2", id, storefrontId)
                    .<CaptureJob>firstResultOptional())
        .orElseThrow(NotFound::new);
  }

  /** The newest first, below an id. */
  static List<CaptureJob> listOf(long storefrontId, long before, int most) {
    return find("capturedBy = ?1 and id < ?2 order by id desc", storefrontId, before)
        .page(0, most)
        .list();
  }

  long id() {
    return id;
  }

  String number() {
    return Ids.toText(id);
  }

  String json() {
    return ("{\"captureID\":\"%s\",\"createdAt\":\"%s\",\"finishedAt\":\"%s\",\"running\":false,"
            + "\"success\":%s,\"captureErrorBehaviour\":\"%s\",\"errors\":%s}")
        .formatted(number(), createdAt, finishedAt, success, errorBehaviour, errors);
  }
}
