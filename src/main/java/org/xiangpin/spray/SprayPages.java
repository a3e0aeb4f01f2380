package org.xiangpin.spray;

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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerList;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;
import org.xiangpin.shared.Times;

/** The console's pages on what was sprayed: to write down, to look at, to correct. */
@Path("/console/sprays")
public class SprayPages {

  @CheckedTemplate(basePath = "spray")
  static class Templates {
    static native TemplateInstance whose(Slice<Producer> producers, String q);

    static native TemplateInstance list(
        Producer producer, Slice<Spray> sprays, List<Long> holding, boolean mayAct);

    static native TemplateInstance edit(
        Form form,
        Producer producer,
        List<Pesticide> pesticides,
        List<Plot> plots,
        List<DoseUnit> units,
        Spray wrong);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject SprayRecords records;
  @Inject Clock clock;

  /** Without a producer the page asks for one first. */
  @GET
  public TemplateInstance list(
      @RestQuery String producer, @RestQuery String q, @RestQuery String after) {
    if (producer != null) {
      return list(require(producer), after);
    }
    String words = q == null ? "" : q.strip();
    Slice<Producer> mine = ProducerList.actedForBy(me, words, after);
    return words.isEmpty() && after == null && mine.items().size() == 1
        ? list(mine.items().get(0), null)
        : Templates.whose(mine, words);
  }

  @GET
  @Path("new")
  public TemplateInstance blank(@RestQuery String producer) {
    Producer chosen = requireActed(producer);
    return edit(Form.empty().with("sprayedOn", Times.today(clock).toString()), chosen, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object record(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Producer producer = requireActed(form.value("producer"));
    try {
      records.record(producer, facts(form), producer.actor(me));
      return Response.seeOther(page(producer)).build();
    } catch (Refusal refusal) {
      return refused(refusal, edit(form.refused(refusal, lang.get()), producer, null));
    }
  }

  @GET
  @Path("{id}/correct")
  public TemplateInstance correct(String id) {
    Spray wrong = requireSpray(id);
    Form form =
        Form.empty()
            .with("pesticide", Ids.toText(wrong.pesticideId()))
            .with("plot", wrong.plotId() == null ? "" : Ids.toText(wrong.plotId()))
            .with("dose", wrong.doseText())
            .with("doseUnit", wrong.doseUnit().name())
            .with("sprayedOn", wrong.sprayedOn().toString());
    return edit(form, requireActed(Ids.toText(wrong.producerId())), wrong);
  }

  /** Field {@code what}: {@code none} when there was no such spray. */
  @POST
  @Path("{id}/correct")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object correct(String id, MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Spray wrong = requireSpray(id);
    Producer producer = requireActed(Ids.toText(wrong.producerId()));
    String reason = form.value("reason");
    try {
      if (form.has("what", "none")) {
        records.withdraw(producer, wrong.id(), reason, producer.actor(me));
      } else {
        records.correct(producer, wrong.id(), facts(form), reason, producer.actor(me));
      }
      return Response.seeOther(page(producer)).build();
    } catch (Refusal refusal) {
      return refused(refusal, edit(form.refused(refusal, lang.get()), producer, wrong));
    }
  }

  /** Somebody else's plot or pesticide is as if it were not there. */
  private static Response refused(Refusal refusal, TemplateInstance again) {
    if (refusal instanceof NotFound) {
      throw refusal;
    }
    return RefusedForm.again(again);
  }

  private TemplateInstance list(Producer producer, String after) {
    Slice<Spray> sprays = Spray.of(producer, after);
    return Templates.list(
        producer, sprays, Spray.holding(sprays.items()), producer.isActedForBy(me));
  }

  /** A pesticide that was ended in the meantime is still the one of an older record. */
  private TemplateInstance edit(Form form, Producer producer, Spray wrong) {
    List<Pesticide> pesticides =
        Pesticide.choices(
            Region.countyOf(producer.regionCode()), wrong == null ? null : wrong.pesticideId());
    return Templates.edit(
        form, producer, pesticides, Plot.of(producer), List.of(DoseUnit.values()), wrong);
  }

  private static SprayFacts facts(Form form) {
    Pesticide pesticide =
        Optional.ofNullable(form.id("pesticide"))
            .map(i -> Pesticide.<Pesticide>findById(i))
            .orElse(null);
    Plot plot =
        form.value("plot").isEmpty()
            ? null
            : Optional.ofNullable(form.id("plot"))
                .map(i -> Plot.<Plot>findById(i))
                .orElseThrow(NotFound::new);
    return new SprayFacts(
        pesticide,
        plot,
        Quantity.decimal(form.value("dose"), "dose", 3, 0, Spray.MOST_DOSE),
        form.choice("doseUnit", DoseUnit.class),
        form.date("sprayedOn"));
  }

  private Producer require(String id) {
    return Producer.require(Ids.parse(id).orElse(null), me);
  }

  private Producer requireActed(String id) {
    Producer producer = require(id);
    producer.requireActedForBy(me);
    return producer;
  }

  private Spray requireSpray(String id) {
    Spray spray = Ids.parse(id).map(i -> Spray.<Spray>findById(i)).orElseThrow(NotFound::new);
    require(Ids.toText(spray.producerId()));
    return spray;
  }

  private static URI page(Producer producer) {
    return URI.create("/console/sprays?producer=" + producer.idText());
  }
}
