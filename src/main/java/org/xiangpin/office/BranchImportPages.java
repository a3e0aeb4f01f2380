package org.xiangpin.office;

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
import org.xiangpin.branch.BranchImport;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.ImportReport;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RefusedImport;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.UnreadableFile;

/** A county's list of organisations from a spreadsheet: all of it, or a report of what is wrong. */
@Path("/console/branches/import")
@Produces(MediaType.TEXT_HTML)
public class BranchImportPages {

  /** What the office fills in; opens as a table with Chinese in it because of the mark. */
  private static final String EXAMPLE =
      """
      \uFEFFcode,name,kind,parent_code,region_code,secretary,liaison_officers,members
      X1,某县委,县委,,430722000000,,,0
      X1-01,某镇党委,乡镇党委,X1,430722111000,,,0
      X1-01-001,某村党总支,党总支,X1-01,430722111229,某书记,某甲、某乙,42
      """;

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject BranchImport branches;

  @CheckedTemplate(basePath = "branch")
  static class Templates {
    static native TemplateInstance upload(Form form);

    private Templates() {}
  }

  @GET
  public TemplateInstance upload() {
    me.requireRole(Role.COUNTY_ADMIN);
    return Templates.upload(Form.empty());
  }

  @GET
  @Path("example.csv")
  public Response example() {
    me.requireRole(Role.COUNTY_ADMIN);
    return Response.ok(EXAMPLE, "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"branches.csv\"")
        .build();
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object take(@RestForm("file") FileUpload file) throws IOException {
    me.requireRole(Role.COUNTY_ADMIN);
    try {
      if (file == null || file.size() == 0) {
        throw new UnreadableFile("请先选一个文件。", "Choose a file first.");
      }
      UnreadableFile.refuseTooLarge(file.size());
      ImportReport report =
          branches.run(Files.newInputStream(file.uploadedFile()), me.scopes(Role.COUNTY_ADMIN));
      return report.isAccepted()
          ? Response.seeOther(URI.create("/console/branches?imported=" + report.read())).build()
          : RefusedImport.again(report, "/console/branches/import");
    } catch (UnreadableFile refusal) {
      return RefusedForm.again(Templates.upload(Form.empty().refused(refusal, lang.get())));
    }
  }
}
