package org.xiangpin.producer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.ImportReport;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RefusedImport;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.UnreadableFile;

/** Many producers at once from a spreadsheet: all of them, or a report of what is wrong. */
@Path("/console/producers/import")
@Produces(MediaType.TEXT_HTML)
public class ProducerImportPages {

  private static final String PAGE = "/console/producers/import";

  /** What an officer fills in; opens as a table with Chinese in it because of the mark. */
  private static final String EXAMPLE =
      """
      \uFEFFvillage_code,name,kind,shown,phone,plot,mu
      430722111229,某农户,农户,先生,,屋后桃园,20
      430722111229,某农户,农户,先生,,河边,3.5
      430722111229,某合作社,合作社,,,,
      """;

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject ProducerImport producers;

  @CheckedTemplate(basePath = "producer")
  static class Templates {
    static native TemplateInstance upload(Form form);

    private Templates() {}
  }

  @GET
  public TemplateInstance upload() {
    requireMayEnter();
    return Templates.upload(Form.empty());
  }

  @GET
  @Path("example.csv")
  public Response example() {
    requireMayEnter();
    return Response.ok(EXAMPLE, "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"producers.csv\"")
        .build();
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object take(@RestForm("file") FileUpload file) throws IOException {
    requireMayEnter();
    try {
      if (file == null || file.size() == 0) {
        throw new UnreadableFile("请先选一个文件。", "Choose a file first.");
      }
      UnreadableFile.refuseTooLarge(file.size());
      ImportReport report = producers.run(Files.newInputStream(file.uploadedFile()), me);
      return report.isAccepted()
          ? Response.seeOther(URI.create("/console/producers?added=" + report.added())).build()
          : RefusedImport.again(report, PAGE);
    } catch (UnreadableFile refusal) {
      return RefusedForm.again(Templates.upload(Form.empty().refused(refusal, lang.get())));
    }
  }

  private void requireMayEnter() {
    me.requireRole(Role.LIAISON_OFFICER, Role.COUNTY_ADMIN);
  }
}
