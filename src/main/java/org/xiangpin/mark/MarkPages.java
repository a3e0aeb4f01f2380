package org.xiangpin.mark;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** The console's pages on marks: the county keeps its own, the township those of its producers. */
@Path("/console/marks")
public class MarkPages {

  @CheckedTemplate(basePath = "mark")
  static class Templates {
    static native TemplateInstance list(List<Mark> marks, boolean county);

    static native TemplateInstance edit(
        Form form,
        Producer producer,
        List<Product> products,
        List<String> chosen,
        List<MarkKind> kinds);

    static native TemplateInstance end(Form form, Mark mark);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject Clock clock;

  @GET
  public TemplateInstance list() {
    me.requireRole(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR);
    List<Mark> marks =
        me.scopes(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR).stream()
            .map(Region::countyOf)
            .distinct()
            .flatMap(county -> Mark.ofCounty(county).stream())
            .toList();
    return Templates.list(marks, me.has(Role.COUNTY_ADMIN));
  }

  /** Without a producer the county holds it. */
  @GET
  @Path("new")
  public TemplateInstance blank(@RestQuery String producer) {
    return edit(Form.empty(), holder(producer == null ? "" : producer), List.of());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object enter(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Producer holder = holder(form.value("producer"));
    List<String> chosen = typed.getOrDefault("product", List.of());
    try {
      Mark.Facts facts =
          new Mark.Facts(
              form.choice("kind", MarkKind.class),
              form.value("name"),
              form.narrow("number"),
              holder,
              products(holder).stream().filter(p -> chosen.contains(p.idText())).toList(),
              form.date("validFrom"),
              form.value("validTo").isEmpty() ? null : form.date("validTo"));
      new Mark(county(holder), facts, actor(holder), clock).persistAndFlush();
      return Response.seeOther(URI.create("/console/marks")).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(edit(form.refused(refusal, lang.get()), holder, chosen));
    }
  }

  @GET
  @Path("{id}/end")
  public TemplateInstance end(String id) {
    return Templates.end(Form.empty(), require(id));
  }

  @POST
  @Path("{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object ended(String id, MultivaluedMap<String, String> typed) {
    Mark mark = require(id);
    Form form = Form.of(typed);
    try {
      // by itself: the page that comes back after a refusal reads the mark's products
      QuarkusTransaction.requiringNew().run(() -> Mark.end(mark.id(), form.value("reason"), clock));
      return Response.seeOther(URI.create("/console/marks")).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(Templates.end(form.refused(refusal, lang.get()), mark));
    }
  }

  private TemplateInstance edit(Form form, Producer holder, List<String> chosen) {
    return Templates.edit(form, holder, products(holder), chosen, List.of(MarkKind.values()));
  }

  private List<Product> products(Producer holder) {
    return Product.ofCounty(county(holder));
  }

  /** Null for the county; a producer outside one's region is as if it were not there. */
  private Producer holder(String id) {
    me.requireRole(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR);
    if (id.isEmpty()) {
      me.requireRole(Role.COUNTY_ADMIN);
      return null;
    }
    Producer producer = Producer.require(Ids.parse(id).orElse(null), me);
    requireKept(producer.regionCode());
    return producer;
  }

  private Mark require(String id) {
    me.requireRole(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR);
    Mark mark = Ids.parse(id).map(i -> Mark.<Mark>findById(i)).orElseThrow(NotFound::new);
    requireKept(mark.holder() == null ? mark.countyCode() : mark.holder().regionCode());
    return mark;
  }

  private void requireKept(String region) {
    if (!me.covers(Role.COUNTY_ADMIN, region) && !me.covers(Role.TOWNSHIP_INSPECTOR, region)) {
      throw new NotFound();
    }
  }

  private String county(Producer holder) {
    return holder == null ? me.county() : Region.countyOf(holder.regionCode());
  }

  private Actor actor(Producer holder) {
    return holder != null && me.covers(Role.TOWNSHIP_INSPECTOR, holder.regionCode())
        ? me.actor(Role.TOWNSHIP_INSPECTOR)
        : me.actor(Role.COUNTY_ADMIN);
  }
}
