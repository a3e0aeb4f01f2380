package org.xiangpin.label;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotList;
import org.xiangpin.trace.LotState;
import org.xiangpin.traceability.LabelSerials;
import org.xiangpin.traceability.LabelSheet;

/** The console's pages on labels: issue a roll, print its sheets. */
@Path("/console/labels")
public class LabelPages {

  /** Labels in one file; a larger roll is printed in parts. */
  static final int MOST_IN_A_FILE = 10_000;

  /** Lots to choose from; older ones get labels from their own page. */
  private static final int MOST_CHOICES = 50;

  @CheckedTemplate(basePath = "label")
  static class Templates {
    static native TemplateInstance list(
        Slice<LabelRoll> rolls, List<Lot> lots, Lot chosen, Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject LabelService labels;

  /**
   * @param lot to show the rolls of this one only, and to choose it for the next
   * @param after where the page before ended
   */
  @GET
  public TemplateInstance list(@QueryParam("lot") String lot, @QueryParam("after") String after) {
    return page(Form.empty().with("lot", lot == null ? "" : lot), after);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object issue(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      Lot lot = Lot.require(form.id("lot"), me);
      int size = Quantity.pieces(form.value("size"), "size", LabelSerials.MAX_INDEX);
      long pack = Quantity.grams(form.value("pack"), Quantity.Unit.JIN, "pack");
      boolean isOrdered = form.has("for", "others") && lot.isJudgedBy(me);
      RollFacts facts = new RollFacts(size, pack, isOrdered, form.has("codes", "yes"));
      LabelRoll roll = labels.issue(lot.id(), facts, actor(lot));
      String next =
          isOrdered ? "/console/rolls/" + roll.idText() : "/console/labels?lot=" + lot.idText();
      return Response.seeOther(URI.create(next)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(page(form.refused(refusal, lang.get()), null));
    }
  }

  /**
   * A part of a roll: sheets and labels as PDF, or a job for a label printer.
   *
   * @param kind {@code pdf}, or the printer's language and dots per inch: {@code tspl-203}, {@code
   *     tspl-300}, {@code zpl-203}, {@code zpl-300}
   * @param from first label, from 1
   * @param to last label; at most 10,000 in one file
   * @param signature {@code none} to leave out the signature where there is room for it
   */
  @GET
  @Path("{roll}/labels")
  public Response print(
      @jakarta.ws.rs.PathParam("roll") String id,
      @QueryParam("layout") @DefaultValue("A4_24") String layoutName,
      @QueryParam("kind") @DefaultValue("pdf") String kind,
      @QueryParam("from") @DefaultValue("1") int from,
      @QueryParam("to") Integer asked,
      @QueryParam("signature") @DefaultValue("") String signature) {
    LabelRoll roll = requirePrinted(id);
    int to = last(roll, from, asked);
    PrintFile file = PrintFile.of(layoutName, kind);
    boolean isSigned = file.layout().takesSignatures() && !signature.equals("none");
    LabelSheet.Text text = labels.text(roll.lot());
    Iterator<LabelSheet.Label> each = labels.labels(roll, from, to, isSigned);
    String name =
        "%s-%d-%d-%d.%s".formatted(roll.lot().code(), roll.number(), from, to, file.ending());
    StreamingOutput body = out -> file.write(out, text, each);
    return Response.ok(body, file.type())
        .header(
            "Content-Disposition",
            (file.isPdf() ? "inline" : "attachment") + "; filename=\"labels-" + name + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /**
   * For the printer that lays the layer to scratch off over the codes: each label's serial and code
   * as CSV.
   *
   * @param from first label, from 1
   * @param asked last label; at most 10,000 in one file
   */
  @GET
  @Path("{roll}/codes")
  public Response codes(
      @jakarta.ws.rs.PathParam("roll") String id,
      @QueryParam("from") @DefaultValue("1") int from,
      @QueryParam("to") Integer asked) {
    LabelRoll roll = requirePrinted(id);
    if (!roll.hasCodes()) {
      throw new NotFound();
    }
    int to = last(roll, from, asked);
    Iterator<String> lines = labels.codes(roll, from, to);
    StreamingOutput body =
        out -> {
          out.write("serial,code\r\n".getBytes(StandardCharsets.US_ASCII));
          while (lines.hasNext()) {
            out.write((lines.next() + "\r\n").getBytes(StandardCharsets.US_ASCII));
          }
        };
    String name = "%s-%d-%d-%d".formatted(roll.lot().code(), roll.number(), from, to);
    return Response.ok(body, "text/csv")
        .header("Content-Disposition", "attachment; filename=\"codes-" + name + ".csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private LabelRoll requirePrinted(String id) {
    LabelRoll roll =
        Ids.parse(id)
            .map(i -> LabelRoll.<LabelRoll>findById(i))
            .filter(r -> r.lot().producer().isSeenBy(me))
            .orElseThrow(NotFound::new);
    actor(roll.lot());
    LabelService.requireMayBeLabelled(roll.lot());
    return roll;
  }

  private static int last(LabelRoll roll, int from, Integer asked) {
    int to = asked == null ? Math.min(roll.size(), from + MOST_IN_A_FILE - 1) : asked;
    if (from < 1 || to > roll.size() || from > to || to - from >= MOST_IN_A_FILE) {
      throw new InvalidInput(
          "from",
          "这卷是1到" + roll.size() + "号，一次最多印一万枚。",
          "The roll holds 1 to " + roll.size() + "; at most 10,000 in one file.");
    }
    return to;
  }

  private TemplateInstance page(Form form, String after) {
    ProducerScope scope =
        ProducerScope.labelledBy(me)
            .with("states", List.of(LotState.CERTIFIED, LotState.SUBMITTED));
    Lot chosen =
        Optional.ofNullable(form.id("lot"))
            .map(id -> Lot.<Lot>findById(id))
            .filter(LabelService::mayBeLabelled)
            .filter(this::mayPrint)
            .orElse(null);
    List<Lot> newest = LotList.newest(scope, "l.state in :states", MOST_CHOICES);
    List<Lot> lots =
        Stream.concat(Stream.ofNullable(chosen), newest.stream().filter(l -> l != chosen)).toList();
    Slice<LabelRoll> rolls =
        chosen == null
            ? LabelRoll.within(ProducerScope.labelledBy(me), after)
            : new Slice<>(LabelRoll.of(chosen), "");
    return Templates.list(rolls, lots, chosen, form);
  }

  private boolean mayPrint(Lot lot) {
    return lot.producer().isActedForBy(me) || me.covers(Role.TOWNSHIP_INSPECTOR, lot.regionCode());
  }

  private Actor actor(Lot lot) {
    if (!mayPrint(lot)) {
      throw new NotAllowed("您不能印这批的标签。", "You may not print labels of this lot.");
    }
    return lot.producer().isOwnedBy(me.id())
        ? me.actor()
        : new Actor(me.id(), me.name(), me.actor().role(), lot.producerId());
  }
}
