package org.xiangpin.label;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Secrets;

/**
 * A county's key for the MAC in serials. Random, kept sealed with the installation's secret, and
 * never deleted: labels on boxes stay.
 */
@Entity
@Table(name = "label_key")
public class LabelKey extends PanacheEntityBase {

  private static final int KEY_BYTES = 32;

  @Id Long id;

  @Column(name = "county_code")
  String countyCode;

  @Column(name = "sealed_key")
  String sealedKey;

  @Column(name = "created_at")
  Instant createdAt;

  protected LabelKey() {}

  LabelKey(String countyCode, Secrets secrets, Instant now) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    this.id = Ids.next();
    this.countyCode = countyCode;
    this.sealedKey = secrets.seal(key, "label-key:" + countyCode);
    this.createdAt = now;
  }

  /** Newest first: new rolls use the first. */
  static List<LabelKey> ofCounty(String countyCode) {
    return list("countyCode = ?1 order by id desc", countyCode);
  }

  byte[] open(Secrets secrets) {
    return secrets.open(sealedKey, "label-key:" + countyCode);
  }

  public Long id() {
    return id;
  }

  public String countyCode() {
    return countyCode;
  }
}
