package org.xiangpin.producer;

import io.quarkus.arc.All;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.Account;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.photo.Photo;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;
import org.xiangpin.shared.Times;

/** The console's pages on farmers and other producers. */
@Path("/console/producers")
public class ProducerPages {

  private static final int MOST_ENTRIES = 30;

  @CheckedTemplate(basePath = "producer")
  static class Templates {
    static native TemplateInstance list(
        Slice<Producer> producers, long all, String q, boolean mayEnter, Integer added);

    static native TemplateInstance edit(
        Form form,
        Map<String, List<Region>> villages,
        List<ProducerKind> kinds,
        List<NameShown> shownWays);

    static native TemplateInstance show(
        Producer producer,
        Optional<Photo> photo,
        List<Plot> plots,
        List<ProducerLog> entries,
        List<ProducerGaps.Gap> gaps,
        boolean mayAct,
        Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject Clock clock;
  @Inject @All List<ProducerGaps> missing;

  /**
   * @param q a part of a name, or the beginning of a village's
   * @param after where the page before ended
   * @param added how many an import just took in
   */
  @GET
  public TemplateInstance list(
      @RestQuery String q, @RestQuery String after, @RestQuery String added) {
    String words = q == null ? "" : q.strip();
    Integer taken = added != null && added.matches("[0-9]{1,6}") ? Integer.valueOf(added) : null;
    return Templates.list(
        ProducerList.seenBy(me, words, after),
        ProducerList.countSeenBy(me),
        words,
        mayEnter(),
        taken);
  }

  @GET
  @Path("new")
  public TemplateInstance blank() {
    requireMayEnter();
    return blank(Form.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object enter(MultivaluedMap<String, String> typed) {
    requireMayEnter();
    Form form = Form.of(typed);
    try {
      String village = form.value("village");
      if (!Producer.isServedBy(me, village)) {
        throw new InvalidInput("village", "请选择您负责的村。", "Choose a village that you look after.");
      }
      Producer producer =
          new Producer(
              form.choice("kind", ProducerKind.class),
              form.value("name"),
              form.choice("shown", NameShown.class),
              form.narrow("phone"),
              village,
              Times.now(clock));
      if (me.covers(Role.LIAISON_OFFICER, village)) {
        producer.entrustTo(me.account());
      }
      producer.persist();
      log(producer, ProducerEvent.ENTERED, null);
      if (!form.value("mu").isEmpty() || !form.value("plotName").isEmpty()) {
        long area = Quantity.squareMetres(form.value("mu"), "mu");
        String name = form.value("plotName").isEmpty() ? Plot.OWN_LAND : form.value("plotName");
        new Plot(producer, name, village, area).persist();
      }
      return Response.seeOther(page(producer)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(blank(form.refused(refusal, lang.get())));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(String id) {
    return show(require(id), Form.empty());
  }

  @POST
  @Path("{id}/plots")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object addPlot(String id, MultivaluedMap<String, String> typed) {
    Producer producer = requireActed(id);
    Form form = Form.of(typed);
    try {
      long area = Quantity.squareMetres(form.value("mu"), "mu");
      Plot plot = new Plot(producer, form.value("plotName"), producer.regionCode(), area);
      if (!form.value("workedSince").isEmpty()) {
        plot.workedSince(form.date("workedSince"), Times.today(clock));
      }
      plot.persist();
      log(producer, ProducerEvent.PLOT_ADDED, form.value("plotName"));
      return Response.seeOther(page(producer)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(producer, form.refused(refusal, lang.get())));
    }
  }

  @POST
  @Path("{id}/story")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object tell(String id, MultivaluedMap<String, String> typed) {
    Producer producer = requireActed(id);
    Form form = Form.of(typed);
    try {
      producer.tell(form.value("story"));
      log(producer, ProducerEvent.STORY_TOLD, null);
      return Response.seeOther(page(producer)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(producer, form.refused(refusal, lang.get())));
    }
  }

  @POST
  @Path("{id}/details")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object register(String id, MultivaluedMap<String, String> typed) {
    Producer producer = requireActed(id);
    Form form = Form.of(typed);
    try {
      producer.register(form.narrow("phone"), form.narrow("creditCode"), form.value("address"));
      log(producer, ProducerEvent.DETAILS_CHANGED, null);
      return Response.seeOther(page(producer)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(producer, form.refused(refusal, lang.get())));
    }
  }

  /** Lets a farmer who was invited see and do what is his own. */
  @POST
  @Path("{id}/account")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object link(String id, MultivaluedMap<String, String> typed) {
    Producer producer = requireActed(id);
    Form form = Form.of(typed);
    try {
      Account farmer =
          Account.holding(Role.FARMER, producer.regionCode()).stream()
              .filter(a -> a.phone().equals(form.narrow("account").replaceAll("[^0-9]", "")))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "account",
                          "本村没有用这个手机号的农户账号。请先邀请他。",
                          "No farmer of the village has this number. Invite the person first."));
      if (producer.accountId() != null || Producer.ofAccount(farmer.id()).isPresent()) {
        throw new InvalidInput("account", "已经对上了别的账号。", "It is linked to another account.");
      }
      producer.signsInAs(farmer.id());
      log(producer, ProducerEvent.ACCOUNT_LINKED, farmer.name());
      return Response.seeOther(page(producer)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(producer, form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance show(Producer producer, Form typed) {
    Form form = typed;
    form = filled(form, "story", producer.story());
    form = filled(form, "phone", producer.phone());
    form = filled(form, "creditCode", producer.creditCode());
    form = filled(form, "address", producer.address());
    return Templates.show(
        producer,
        producer.photo(),
        Plot.of(producer),
        ProducerLog.latestOf(producer, MOST_ENTRIES),
        missing.stream().flatMap(m -> m.gaps(producer, me, lang.get()).stream()).toList(),
        producer.isActedForBy(me),
        form);
  }

  private static Form filled(Form form, String field, String known) {
    return known == null || !form.value(field).isEmpty() ? form : form.with(field, known);
  }

  private void log(Producer producer, ProducerEvent event, String detail) {
    ProducerLog.add(producer.id(), event, producer.actor(me), detail, Times.now(clock));
  }

  private Producer require(String id) {
    return Producer.require(Ids.parse(id).orElse(null), me);
  }

  private Producer requireActed(String id) {
    Producer producer = require(id);
    if (!producer.isActedForBy(me)) {
      throw new NotAllowed("您只能查看，不能修改。", "You may look at it, not change it.");
    }
    return producer;
  }

  private boolean mayEnter() {
    return me.has(Role.LIAISON_OFFICER) || me.has(Role.COUNTY_ADMIN);
  }

  private void requireMayEnter() {
    me.requireRole(Role.LIAISON_OFFICER, Role.COUNTY_ADMIN);
  }

  private TemplateInstance blank(Form form) {
    return Templates.edit(
        form, villages(), List.of(ProducerKind.values()), List.of(NameShown.values()));
  }

  /** The villages that this person enters producers for, by town. */
  private Map<String, List<Region>> villages() {
    return me.scopes(Role.LIAISON_OFFICER, Role.COUNTY_ADMIN).stream()
        .flatMap(scope -> Region.villagesWithin(scope).stream())
        .collect(
            Collectors.groupingBy(
                v -> Region.nameOf(Region.townshipOf(v.code()), v.code()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static URI page(Producer producer) {
    return URI.create("/console/producers/" + producer.idText());
  }
}
