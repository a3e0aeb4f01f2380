package org.xiangpin.traceability.cli.sign;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.sign.InvalidSignedLink;
import org.xiangpin.traceability.sign.LabelSigner;
import org.xiangpin.traceability.sign.LabelStatement;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command {@code sign}: signs the link of a label. */
@Command(
    name = "sign",
    description = "Signs the link of a label, for labels of 25 mm and more.",
    footer = {
      "",
      "Example:",
      "  sign 'https://trace.example.cn/01/09520123456788/10/A1/21/S1' --secret a.pem --id a"
    })
public final class SignCommand extends ReportingCommand {
  @Parameters(paramLabel = "URI", description = "The link, without a signature.")
  private String uri;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private SigningOptions signing;

  @Override
  protected Report report() throws IOException {
    LabelSigner signer = signing.signer(terminal());
    try {
      String signed = signer.sign(uri);
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("uri", signed);
      members.put("keyId", signing.id());
      members.put("statement", LabelStatement.of(uri).text(signing.id()));
      return Report.done(signed, members);
    } catch (InvalidSignedLink e) {
      throw Refused.in("The link", e);
    }
  }
}
