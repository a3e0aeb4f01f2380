package org.xiangpin.spray;

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
import java.util.Locale;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.ProductCategory;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;

/** The county's table of pesticides, kept by its admin. */
@Path("/console/pesticides")
public class PesticidePages {

  private static final URI HERE = URI.create("/console/pesticides");

  @CheckedTemplate(basePath = "spray")
  static class Templates {
    static native TemplateInstance pesticides(
        List<Row> pesticides, List<ProductCategory> crops, Form form);

    private Templates() {}
  }

  /**
   * @param banned whether its active is banned on the crop today
   */
  record Row(Pesticide pesticide, boolean banned) {}

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
      new Pesticide(
              me.county(),
              form.value("category"),
              form.value("tradeName"),
              form.narrow("registrationNumber").toUpperCase(Locale.ROOT),
              form.value("activeIngredient"),
              (int)
                  Quantity.decimal(
                      form.value("intervalDays"), "intervalDays", 0, 0, Pesticide.MOST_DAYS),
              clock)
          .persist();
      return Response.seeOther(HERE).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(page(form.refused(refusal, lang.get())));
    }
  }

  @POST
  @Path("{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response end(String id) {
    Ids.parse(id)
        .map(i -> Pesticide.<Pesticide>findById(i))
        .filter(p -> p.countyCode().equals(me.county()))
        .orElseThrow(NotFound::new)
        .end(clock);
    return Response.seeOther(HERE).build();
  }

  private TemplateInstance page(Form form) {
    return Templates.pesticides(
        Pesticide.ofCounty(me.county()).stream()
            .map(p -> new Row(p, p.isBanned(Times.today(clock))))
            .toList(),
        ProductCategory.all(),
        form);
  }
}
