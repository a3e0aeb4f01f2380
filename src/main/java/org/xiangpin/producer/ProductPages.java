package org.xiangpin.producer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;

/** The county administrator's page on products and their GTINs. */
@Path("/console/products")
public class ProductPages {

  @CheckedTemplate(basePath = "producer")
  static class Templates {
    static native TemplateInstance products(
        List<Product> products,
        Optional<Issuer> issuer,
        List<ProductCategory> categories,
        List<String> illustrations,
        Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject Clock clock;

  @GET
  public TemplateInstance list() {
    return page(Form.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object add(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      new Product(
              me.county(),
              form.value("category"),
              form.value("name"),
              form.value("englishName"),
              form.value("variety"),
              form.value("illustration"),
              Times.now(clock))
          .persist();
      return Response.seeOther(URI.create("/console/products")).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(page(form.refused(refusal, lang.get())));
    }
  }

  @POST
  @Path("issuer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object register(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      new Issuer(me.county(), form.value("companyPrefix")).persist();
      return Response.seeOther(URI.create("/console/products")).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(page(form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance page(Form form) {
    return Templates.products(
        Product.ofCounty(me.county()),
        Issuer.ofCounty(me.county()),
        ProductCategory.all(),
        Product.ILLUSTRATIONS.stream().sorted().toList(),
        form);
  }
}
