package org.xiangpin.stock;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.listing.Listing;
import org.xiangpin.listing.ListingTerms;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerEvent;
import org.xiangpin.producer.ProducerLog;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotList;
import org.xiangpin.trace.LotState;

/** The console's pages on listings and the stock behind them. */
@Path("/console/listings")
public class ListingPages {

  /** Lots to choose from; older ones are listed from their own page. */
  private static final int MOST_CHOICES = 50;

  @CheckedTemplate(basePath = "listing")
  static class Templates {
    static native TemplateInstance list(Slice<ListingView> listings, String q, boolean mayList);

    static native TemplateInstance edit(Form form, List<Lot> lots, Listing listing);

    static native TemplateInstance show(
        ListingView view, List<StockMovement> movements, boolean mayAct, Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject StockService stock;
  @Inject Clock clock;

  /**
   * @param q a part of the title or of the producer's name, or a lot's code
   * @param after where the page before ended
   */
  @GET
  public TemplateInstance list(@RestQuery String q, @RestQuery String after) {
    String words = q == null ? "" : q.strip();
    return Templates.list(
        ListingView.seenBy(me, words, after), words, !lotsToList(null, 1).isEmpty());
  }

  @GET
  @Path("new")
  public TemplateInstance blank(@RestQuery String lot) {
    Form form =
        Form.empty().with("lot", lot == null ? "" : lot).with("unit", "500").with("step", "5");
    return Templates.edit(form, lotsToList(form.id("lot"), MOST_CHOICES), null);
  }

  /** Field {@code publish} puts it on sale at once. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object put(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      if (form.id("lot") == null) {
        throw new InvalidInput("lot", "请选一批。", "Choose a lot.");
      }
      Lot lot = Lot.require(form.id("lot"), me);
      lot.producer().requireActedForBy(me);
      Listing listing = stock.list(lot, terms(form), lot.producer().actor(me));
      if (form.has("publish", "true")) {
        listing.publish(clock);
        log(listing, ProducerEvent.LISTING_PUBLISHED);
      }
      return Response.seeOther(page(listing)).build();
    } catch (NotFound | NotAllowed refusal) {
      throw refusal;
    } catch (Refusal refusal) {
      return RefusedForm.again(
          Templates.edit(
              form.refused(refusal, lang.get()), lotsToList(form.id("lot"), MOST_CHOICES), null));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(String id) {
    return show(Listing.require(id, me), Form.empty());
  }

  @GET
  @Path("{id}/edit")
  public TemplateInstance edit(String id) {
    Listing listing = requireActed(id);
    Form form =
        Form.empty()
            .with("title", listing.title())
            .with("description", listing.description() == null ? "" : listing.description())
            .with("price", BigDecimal.valueOf(listing.priceFen(), 2).toPlainString())
            .with("unit", String.valueOf(listing.priceUnitGrams()))
            .with("step", Lang.ZH.jin(listing.stepGrams()));
    return Templates.edit(form, List.of(), listing);
  }

  @POST
  @Path("{id}/edit")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object edited(String id, MultivaluedMap<String, String> typed) {
    Listing listing = requireActed(id);
    Form form = Form.of(typed);
    try {
      Listing.lock(listing.id()).edit(terms(form), clock);
      log(listing, ProducerEvent.LISTING_EDITED);
      return Response.seeOther(page(listing)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(
          Templates.edit(form.refused(refusal, lang.get()), List.of(), listing));
    }
  }

  /** Field {@code step}: publish, pause, resume or withdraw. */
  @POST
  @Path("{id}/state")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object change(String id, MultivaluedMap<String, String> typed) {
    Listing listing = requireActed(id);
    Form form = Form.of(typed);
    try {
      Listing locked = Listing.lock(listing.id());
      switch (form.value("step")) {
        case "publish" -> {
          locked.publish(clock);
          log(locked, ProducerEvent.LISTING_PUBLISHED);
        }
        case "pause" -> {
          locked.pause(clock);
          log(locked, ProducerEvent.LISTING_PAUSED);
        }
        case "resume" -> {
          locked.resume(clock);
          log(locked, ProducerEvent.LISTING_RESUMED);
        }
        case "withdraw" -> {
          locked.withdraw(clock);
          log(locked, ProducerEvent.LISTING_WITHDRAWN);
        }
        default -> throw new InvalidInput("step", "请选一项。", "Choose one.");
      }
      return Response.seeOther(page(listing)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(listing, form.refused(refusal, lang.get())));
    }
  }

  private void log(Listing listing, ProducerEvent event) {
    Producer seller = listing.lot().producer();
    ProducerLog.add(seller.id(), event, seller.actor(me), listing.title(), Times.now(clock));
  }

  /** Weighed again: more or less than the books have, with the reason. */
  @POST
  @Path("{id}/stock")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object correct(String id, MultivaluedMap<String, String> typed) {
    Listing listing = requireActed(id);
    Form form = Form.of(typed);
    try {
      long grams = Quantity.grams(form.value("jin"), Quantity.Unit.JIN, "jin");
      boolean less = form.has("direction", "less");
      if (!less && !form.has("direction", "more")) {
        throw new InvalidInput("direction", "请选多了还是少了。", "Choose more or less.");
      }
      stock.correct(
          listing.lot().id(),
          less ? -grams : grams,
          form.value("reason"),
          listing.lot().producer().actor(me),
          form.id("seen"));
      return Response.seeOther(page(listing)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(listing, form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance show(Listing listing, Form form) {
    return Templates.show(
        ListingView.of(listing),
        StockMovement.ofLot(listing.lot().id()),
        listing.lot().producer().isActedForBy(me),
        form);
  }

  private static ListingTerms terms(Form form) {
    long unit = form.has("unit", "1000") ? 1000 : 500;
    return new ListingTerms(
        form.value("title"),
        form.value("description"),
        Quantity.fen(form.value("price"), "price"),
        unit,
        Quantity.grams(form.value("step"), Quantity.Unit.JIN, "step"));
  }

  /**
   * Certified lots without a listing that this person may sell, the newest first.
   *
   * @param asked this one alone, if it is such a lot; may be null
   */
  private List<Lot> lotsToList(Long asked, int limit) {
    ProducerScope scope =
        ProducerScope.actedForBy(me)
            .with("certified", LotState.CERTIFIED)
            .with("today", Times.today(clock));
    String free =
        "l.state = :certified and exists (select 1 from Certification c where c.lotId = l.id and"
            + " c.validUntil >= :today) and not exists (select 1 from Listing i where i.lot = l)";
    List<Lot> one =
        asked == null
            ? List.of()
            : LotList.newest(scope.with("asked", asked), free + " and l.id = :asked", 1);
    return one.isEmpty() ? LotList.newest(scope, free, limit) : one;
  }

  private Listing requireActed(String id) {
    Listing listing = Listing.require(id, me);
    listing.lot().producer().requireActedForBy(me);
    return listing;
  }

  private static URI page(Listing listing) {
    return URI.create("/console/listings/" + Ids.toText(listing.id()));
  }
}
