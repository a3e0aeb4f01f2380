package org.xiangpin.label;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Keys that sign labels, for tests of other features. */
public final class SigningKeyFixture {

  private SigningKeyFixture() {}

  /** Revokes the key with which the county signs now. */
  public static void revokeNewest(String countyCode) {
    LabelSigning signing = Arc.container().instance(LabelSigning.class).get();
    Long id =
        QuarkusTransaction.requiringNew()
            .call(() -> LabelSigningKey.current(countyCode).orElseThrow().id);
    signing.revoke(id, "lost");
  }
}
