package org.xiangpin.trace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerList;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.traceability.QrCode;

/** The console's pages on lots, for the producer's side. */
@Path("/console/lots")
public class LotPages {

  @CheckedTemplate(basePath = "lot")
  static class Templates {
    static native TemplateInstance list(Slice<Lot> lots, String q, String tab, boolean mayEnter);

    static native TemplateInstance whose(Slice<Producer> producers, String q);

    static native TemplateInstance edit(
        Form form, Producer producer, List<Product> products, List<Plot> plots, Lot lot);

    static native TemplateInstance show(LotView view, Form form);

    static native TemplateInstance commitment(
        CommitmentCertificate certificate, Lot lot, String qr, boolean small, Lang zh);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject LotService lots;
  @Inject LotPanels panels;
  @Inject Clock clock;
  @Inject XiangpinConfig config;

  /** The states behind each tab of the list. */
  private static final Map<String, Set<LotState>> TABS =
      Map.of(
          "todo", EnumSet.of(LotState.DRAFT, LotState.RETURNED),
          "waiting", EnumSet.of(LotState.SUBMITTED),
          "certified", EnumSet.of(LotState.CERTIFIED),
          "stopped",
              EnumSet.of(
                  LotState.REFUSED,
                  LotState.SUSPENDED,
                  LotState.REVOKED,
                  LotState.HELD,
                  LotState.RECALLED));

  /**
   * @param q a part of the producer's or the product's name, or a lot's code
   * @param tab {@code todo}, {@code waiting}, {@code certified} or {@code stopped}; all otherwise
   * @param after where the page before ended
   */
  @GET
  public TemplateInstance list(
      @RestQuery String q, @RestQuery String tab, @RestQuery String after) {
    String words = q == null ? "" : q.strip();
    String chosen = tab != null && TABS.containsKey(tab) ? tab : "";
    Set<LotState> states = TABS.getOrDefault(chosen, EnumSet.allOf(LotState.class));
    return Templates.list(
        LotList.seenBy(me, words, states, after),
        words,
        chosen,
        !ProducerList.actedForBy(me, "", "").items().isEmpty());
  }

  /** Without a producer the page asks for one first. */
  @GET
  @Path("new")
  public TemplateInstance blank(
      @RestQuery String producer, @RestQuery String q, @RestQuery String after) {
    String words = q == null ? "" : q.strip();
    Slice<Producer> mine =
        producer == null ? ProducerList.actedForBy(me, words, after) : new Slice<>(List.of(), "");
    Producer chosen =
        words.isEmpty() && after == null && mine.items().size() == 1
            ? mine.items().get(0)
            : Ids.parse(producer).map(id -> Producer.require(id, me)).orElse(null);
    if (chosen == null) {
      return Templates.whose(mine, words);
    }
    chosen.requireActedForBy(me);
    Form form = Form.empty().with("harvestedOn", Times.today(clock).toString());
    return edit(form, chosen, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object enter(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Producer producer = Producer.require(form.id("producer"), me);
    producer.requireActedForBy(me);
    try {
      Lot lot = lots.enter(producer, facts(form), producer.actor(me));
      return Response.seeOther(page(lot)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(edit(form.refused(refusal, lang.get()), producer, null));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(String id) {
    return show(require(id), Form.empty());
  }

  @GET
  @Path("{id}/edit")
  public TemplateInstance edit(String id) {
    Lot lot = require(id);
    lot.producer().requireActedForBy(me);
    Form form =
        Form.empty()
            .with("product", lot.product().idText())
            .with("plot", lot.plot() == null ? "" : lot.plot().idText())
            .with("harvestedOn", lot.harvestedOn().toString())
            .with("quantity", Lang.ZH.jin(lot.quantityGrams()));
    return edit(form, lot.producer(), lot);
  }

  @POST
  @Path("{id}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object correct(String id, MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Lot lot = require(id);
    Producer producer = lot.producer();
    producer.requireActedForBy(me);
    try {
      lots.correct(lot.id(), facts(form), producer.actor(me), null);
      return Response.seeOther(page(lot)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(edit(form.refused(refusal, lang.get()), producer, lot));
    }
  }

  @POST
  @Path("{id}/commitment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object commit(String id, MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Lot lot = require(id);
    Producer producer = lot.producer();
    producer.requireActedForBy(me);
    try {
      lots.commit(
          lot.id(),
          form.choice("basis", CommitmentCertificate.Basis.class),
          form.narrow("contact"),
          producer.actor(me));
      return Response.seeOther(page(lot)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(lot, form.refused(refusal, lang.get())));
    }
  }

  /**
   * The certificate to print, in Chinese: here the contact stands, as the law asks.
   *
   * @param size {@code small} for one that goes on a box; a whole sheet otherwise
   */
  @GET
  @Path("{id}/commitment")
  public TemplateInstance commitment(String id, @RestQuery String size) {
    Lot lot = require(id);
    return Templates.commitment(
        CommitmentCertificate.ofLot(lot.id()).orElseThrow(NotFound::new),
        lot,
        QrCode.encode(lot.traceUrl(config.publicUrl())).svg(),
        "small".equals(size),
        Lang.ZH);
  }

  @POST
  @Path("{id}/submit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object submit(String id, MultivaluedMap<String, String> typed) {
    Lot lot = require(id);
    Producer producer = lot.producer();
    producer.requireActedForBy(me);
    try {
      lots.submit(lot.id(), producer.actor(me));
      return Response.seeOther(page(lot)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(lot, Form.of(typed).refused(refusal, lang.get())));
    }
  }

  private TemplateInstance show(Lot lot, Form form) {
    return Templates.show(LotView.of(lot, me, config.publicUrl(), panels.of(lot)), form);
  }

  private TemplateInstance edit(Form form, Producer producer, Lot lot) {
    return Templates.edit(
        form,
        producer,
        Product.ofCounty(Region.countyOf(producer.regionCode())),
        Plot.of(producer),
        lot);
  }

  private LotFacts facts(Form form) {
    Product product =
        Optional.ofNullable(form.id("product"))
            .map(i -> Product.<Product>findById(i))
            .orElseThrow(() -> new InvalidInput("product", "请选择产品。", "Choose the product."));
    return new LotFacts(
        product,
        form.value("plot").isEmpty() ? null : plot(form),
        form.date("harvestedOn"),
        Quantity.grams(form.value("quantity"), Quantity.Unit.JIN, "quantity"));
  }

  private static Plot plot(Form form) {
    return Optional.ofNullable(form.id("plot"))
        .map(i -> Plot.<Plot>findById(i))
        .orElseThrow(() -> new InvalidInput("plot", "请选择地块。", "Choose a plot."));
  }

  private Lot require(String id) {
    return Lot.require(Ids.parse(id).orElse(null), me);
  }

  private static URI page(Lot lot) {
    return URI.create("/console/lots/" + lot.idText());
  }
}
