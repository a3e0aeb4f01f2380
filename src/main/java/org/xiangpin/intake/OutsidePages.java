package org.xiangpin.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.ProducerList;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.CommitmentCertificate.Basis;
import org.xiangpin.trace.LotFacts;

/** The console's form for goods of a seller who is not in the system. */
@Path("/console/intake/outside")
public class OutsidePages {

  @CheckedTemplate(basePath = "intake")
  static class Templates {
    static native TemplateInstance outside(
        Form form,
        List<Producer> collectors,
        List<Product> products,
        List<ProducerKind> kinds,
        List<Basis> bases);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject IntakeService intakes;
  @Inject Clock clock;

  @GET
  public TemplateInstance blank() {
    return page(Form.empty().with("harvestedOn", Times.today(clock).toString()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object take(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      Producer collector = Producer.require(form.id("collector"), me);
      collector.requireActedForBy(me);
      return IntakePages.seeOther(
          intakes.takeFromOutside(goods(form, collector), collector.actor(me)));
    } catch (Refusal refusal) {
      return RefusedForm.again(page(form.refused(refusal, lang.get())));
    }
  }

  private OutsideGoods goods(Form form, Producer collector) {
    Product product =
        Optional.ofNullable(form.id("product"))
            .map(id -> Product.<Product>findById(id))
            .orElseThrow(() -> new InvalidInput("product", "请选择产品。", "Choose the product."));
    long grams = Quantity.grams(form.value("grams"), Quantity.Unit.JIN, "grams");
    boolean with = form.has("withCertificate", "yes");
    return new OutsideGoods(
        collector,
        new LotFacts(product, null, form.date("harvestedOn"), grams),
        Seller.outside(
            form.choice("sellerKind", ProducerKind.class),
            form.value("sellerName"),
            form.value("origin")),
        with,
        with ? paper(form) : Paper.blank());
  }

  /** An empty field says that nothing stands there. */
  private Paper paper(Form form) {
    LocalDate issuedOn = form.value("paperIssuedOn").isEmpty() ? null : form.date("paperIssuedOn");
    Long grams =
        form.value("paperGrams").isEmpty()
            ? null
            : (Long) Quantity.grams(form.value("paperGrams"), Quantity.Unit.JIN, "paperGrams");
    return Paper.of(
        form.has("paperWords", "yes"),
        form.value("paperProduct"),
        grams,
        form.value("paperOrigin"),
        issuedOn,
        form.value("paperParty"),
        form.narrow("paperContact"),
        form.value("paperBasis").isEmpty() ? null : form.choice("paperBasis", Basis.class),
        Times.today(clock));
  }

  private TemplateInstance page(Form form) {
    List<Producer> collectors = ProducerList.collectorsActedForBy(me);
    List<Product> products =
        collectors.stream()
            .map(c -> Region.countyOf(c.regionCode()))
            .distinct()
            .flatMap(county -> Product.ofCounty(county).stream())
            .toList();
    return Templates.outside(
        form, collectors, products, List.of(ProducerKind.values()), List.of(Basis.values()));
  }
}
