package org.xiangpin.lineage;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.lineage.Transformation.Output;
import org.xiangpin.lineage.Transformation.Portion;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerList;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;

/** The console's pages on lots that are made of others, and on goods that became fewer. */
@Path("/console/lineage")
public class LineagePages {

  /**
   * Two fields of the form, for what comes out.
   *
   * @param product name of the field for the product
   * @param grams name of the field for the weight
   */
  record OutputLine(String product, String grams) {

    private static final List<OutputLine> ALL =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> new OutputLine("product" + i, "out" + i))
            .toList();
  }

  @CheckedTemplate(basePath = "lineage")
  static class Templates {
    static native TemplateInstance make(
        Form form,
        List<SourceView> sources,
        List<Producer> producers,
        List<Product> products,
        List<OutputLine> lines);

    static native TemplateInstance loss(Form form, Lot lot, long free);

    static native TemplateInstance show(Lot lot, List<Lot> ancestors, List<Lot> descendants);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject LineageService lineage;
  @Inject LotGraph graph;
  @Inject Clock clock;

  /**
   * @param lot one of the sources; the county of the others
   */
  @GET
  @Path("new")
  public TemplateInstance blank(@RestQuery String lot) {
    Lot asked = requireActed(lot);
    Form form =
        Form.empty()
            .with("lot", asked.idText())
            .with("kind", StepKind.REPACK.name())
            .with("day", Times.today(clock).toString())
            .with("producer", asked.producer().idText());
    for (OutputLine line : OutputLine.ALL) {
      form = form.with(line.product(), asked.product().idText());
    }
    return make(form, asked);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object make(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Lot asked = requireActed(form.value("lot"));
    try {
      Producer producer = Producer.require(form.id("producer"), me);
      producer.requireActedForBy(me);
      Transformation made =
          new Transformation(
              form.choice("kind", StepKind.class),
              producer,
              portions(typed, form),
              outputs(form),
              form.date("day"));
      List<Lot> lots = lineage.transform(made, producer.actor(me));
      return Response.seeOther(page(lots.get(0))).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(make(form.refused(refusal, lang.get()), asked));
    }
  }

  @GET
  @Path("loss")
  public TemplateInstance loss(@RestQuery String lot) {
    return loss(Form.empty(), requireActed(lot));
  }

  @POST
  @Path("loss")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object lose(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Lot lot = requireActed(form.value("lot"));
    try {
      lineage.lose(
          form.choice("kind", StepKind.class),
          lot.id(),
          Quantity.grams(form.value("grams"), Quantity.Unit.JIN, "grams"),
          form.value("reason"),
          lot.producer().actor(me));
      return Response.seeOther(page(lot)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(loss(form.refused(refusal, lang.get()), lot));
    }
  }

  /**
   * All that it was made of, and all that was made of it; of others' lots no more than the code.
   */
  @GET
  @Path("{lot}")
  public TemplateInstance show(@jakarta.ws.rs.PathParam("lot") String id) {
    Lot lot = Lot.require(Ids.parse(id).orElse(null), me);
    return Templates.show(
        lot,
        SourceView.some(graph.ancestorsOf(lot.id())),
        SourceView.some(graph.descendantsOf(lot.id())));
  }

  private TemplateInstance make(Form form, Lot asked) {
    return Templates.make(
        form,
        SourceView.usableBy(me, asked, Times.today(clock)),
        ProducerList.actedForBy(me, "", "").items(),
        Product.ofCounty(asked.countyCode()),
        OutputLine.ALL);
  }

  private TemplateInstance loss(Form form, Lot lot) {
    return Templates.loss(form, lot, SourceView.of(lot).freeGrams());
  }

  /** The fields {@code use-…} that were filled in; their lots must be acted for, too. */
  private List<Portion> portions(MultivaluedMap<String, String> typed, Form form) {
    List<Portion> portions = new ArrayList<>();
    for (String field : typed.keySet()) {
      if (field.startsWith("use-") && !form.value(field).isEmpty()) {
        Lot lot = requireActed(field.substring("use-".length()));
        portions.add(
            new Portion(
                lot.id(), Quantity.grams(form.value(field), Quantity.Unit.JIN, field), field));
      }
    }
    return portions;
  }

  private static List<Output> outputs(Form form) {
    List<Output> outputs = new ArrayList<>();
    for (OutputLine line : OutputLine.ALL) {
      if (!form.value(line.grams()).isEmpty()) {
        Product product =
            Optional.ofNullable(form.id(line.product()))
                .map(id -> Product.<Product>findById(id))
                .orElseThrow(() -> new InvalidInput("outputs", "请选择产品。", "Choose the product."));
        outputs.add(
            new Output(
                product,
                Quantity.grams(form.value(line.grams()), Quantity.Unit.JIN, line.grams())));
      }
    }
    return outputs;
  }

  /** Whoever moves goods acts for the one they are taken from. */
  private Lot requireActed(String id) {
    me.requireRole(Role.LIAISON_OFFICER, Role.COUNTY_ADMIN, Role.FARMER);
    Lot lot = Lot.require(Ids.parse(id).orElse(null), me);
    lot.producer().requireActedForBy(me);
    return lot;
  }

  private static URI page(Lot lot) {
    return URI.create("/console/lots/" + lot.idText());
  }
}
