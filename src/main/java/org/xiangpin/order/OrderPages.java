package org.xiangpin.order;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;

/** The console's pages for who packs: each producer's part of an order by itself. */
@Path("/console/orders")
public class OrderPages {

  @CheckedTemplate(basePath = "order")
  static class Templates {
    static native TemplateInstance list(
        List<PackingView> orders, String tab, long toPack, String q, int page, String next);

    static native TemplateInstance show(PackingView view, boolean mayAct, Form form);

    static native TemplateInstance slip(PackingView view);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject OrderService orders;

  /**
   * @param tab {@code pack} (default), {@code way} or {@code done}
   * @param q whom or what to look for
   * @param page from 1
   */
  @GET
  public TemplateInstance list(@RestQuery String tab, @RestQuery String q, @RestQuery String page) {
    String chosen = "way".equals(tab) || "done".equals(tab) ? tab : "pack";
    String words = q == null ? "" : q.strip();
    int shown = page != null && page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
    List<PackingView> found = PackingView.seenBy(me, chosen, words, shown);
    return Templates.list(
        found.subList(0, Math.min(Slice.SIZE, found.size())),
        chosen,
        PackingView.countToPack(me),
        words,
        shown,
        found.size() > Slice.SIZE ? String.valueOf(shown + 1) : "");
  }

  @GET
  @Path("{order}/{producer}")
  public TemplateInstance show(String order, String producer) {
    return show(PackingView.require(order, producer, me), Form.empty());
  }

  /** To print and put into the box; the full address stands on it. */
  @GET
  @Path("{order}/{producer}/slip")
  public TemplateInstance slip(String order, String producer) {
    PackingView view = PackingView.require(order, producer, me);
    view.producer().requireActedForBy(me);
    return Templates.slip(view);
  }

  @POST
  @Path("{order}/{producer}/parcel")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object ship(String order, String producer, MultivaluedMap<String, String> typed) {
    PackingView view = PackingView.require(order, producer, me);
    view.producer().requireActedForBy(me);
    Form form = Form.of(typed);
    try {
      orders.ship(
          view.order().id(),
          view.producer().id(),
          form.value("carrier"),
          form.narrow("number"),
          view.producer().actor(me));
      return Response.seeOther(page(view)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(view, form.refused(refusal, lang.get())));
    }
  }

  /** The buyer said so by phone, or the carrier did. */
  @POST
  @Path("{order}/{producer}/receipt")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object receive(String order, String producer, MultivaluedMap<String, String> typed) {
    PackingView view = PackingView.require(order, producer, me);
    view.producer().requireActedForBy(me);
    try {
      orders.receive(view.order().id(), view.producer().id(), view.producer().actor(me));
      return Response.seeOther(page(view)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(view, Form.of(typed).refused(refusal, lang.get())));
    }
  }

  private TemplateInstance show(PackingView view, Form form) {
    return Templates.show(view, view.producer().isActedForBy(me), form);
  }

  private static URI page(PackingView view) {
    return URI.create("/console/orders/" + view.path());
  }
}
