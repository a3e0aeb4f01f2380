package org.xiangpin.tracelog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Secrets;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.sign.SigningKey;

/**
 * The Ed25519 key that signs the log's checkpoints. Made once with the name that the log keeps for
 * ever, whatever address it is published under later.
 */
@Entity
@Table(name = "log_key")
class LogKey extends PanacheEntityBase {

  private static final String CONTEXT = "log-key";

  @Id Long id;

  @Column(name = "public_key")
  String publicKey;

  @Column(name = "sealed_secret")
  String sealedSecret;

  @Column(name = "created_at")
  Instant createdAt;

  protected LogKey() {}

  LogKey(String origin, Secrets secrets, Instant now) {
    NoteSigner signer =
        new NoteSigner(origin, NoteKey.Kind.LOG, SigningKey.generate(new SecureRandom()));
    this.id = Ids.next();
    this.publicKey = signer.publicKey().toString();
    this.sealedSecret = secrets.seal(signer.secretText().getBytes(StandardCharsets.UTF_8), CONTEXT);
    this.createdAt = now;
  }

  static Optional<LogKey> find() {
    return find("order by id").firstResultOptional();
  }

  /**
   * @throws IllegalStateException when the installation's secret is another one
   */
  NoteSigner open(Secrets secrets) {
    return NoteSigner.parse(
        new String(secrets.open(sealedSecret, CONTEXT), StandardCharsets.UTF_8));
  }
}
