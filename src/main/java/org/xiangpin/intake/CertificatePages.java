package org.xiangpin.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Slice;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.CommitmentCertificate.Issued;

/** The list of certificates that are kept (留存): issued and collected, and until when. */
@Path("/console/certificates")
public class CertificatePages {

  @CheckedTemplate(basePath = "intake")
  static class Templates {
    static native TemplateInstance issued(Slice<Issued> certificates, int months);

    static native TemplateInstance collected(Slice<Intake> intakes, int months);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject XiangpinConfig config;

  /**
   * @param tab {@code collected}; issued otherwise
   * @param after where the page before ended
   */
  @GET
  public TemplateInstance list(@RestQuery String tab, @RestQuery String after) {
    return "collected".equals(tab)
        ? Templates.collected(
            IntakeList.seenBy(me, EnumSet.of(IntakeState.TAKEN), true, after), config.keepMonths())
        : Templates.issued(CommitmentCertificate.seenBy(me, after), config.keepMonths());
  }
}
