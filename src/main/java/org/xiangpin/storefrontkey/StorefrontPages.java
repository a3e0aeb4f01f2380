package org.xiangpin.storefrontkey;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** Storefronts of the person's counties, and their keys. */
@Path("/console/storefronts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class StorefrontPages {

  @Inject CurrentAccount me;
  @Inject Storefronts storefronts;
  @Inject RequestLang lang;

  @CheckedTemplate(basePath = "storefront")
  static class Templates {
    static native TemplateInstance storefronts(
        List<Storefront> storefronts, List<String> counties, Form form);

    static native TemplateInstance storefront(
        Storefront storefront,
        boolean own,
        List<String> counties,
        List<StorefrontKey> keys,
        Map<String, String> scopes,
        String newKey,
        Form form);
  }

  @GET
  public TemplateInstance list() {
    return list(Form.empty());
  }

  private TemplateInstance list(Form form) {
    return Templates.storefronts(storefronts.list(), me.scopes(Role.COUNTY_ADMIN), form);
  }

  @POST
  public Response open(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      return to(storefronts.open(form.value("name"), form.value("county")).id());
    } catch (InvalidInput refused) {
      return RefusedForm.again(list(form.refused(refused, lang.get())));
    }
  }

  /** A storefront of another county is added by the number that its owner tells. */
  @POST
  @Path("grant")
  public Response grant(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      long id = Ids.parse(form.narrow("number")).orElseThrow(NotFound::new);
      storefronts.grantCounty(id, form.value("county"));
      return to(id);
    } catch (NotFound nobodys) {
      me.requireRole(Role.COUNTY_ADMIN);
      InvalidInput refused =
          new InvalidInput(
              "number",
              "没有这个编号的店铺。请和开店的县再核对。",
              "No storefront has this number. Check it with its home county.");
      return RefusedForm.again(list(form.refused(refused, lang.get())));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(@RestPath String id) {
    return page(parse(id), "", Form.empty());
  }

  @POST
  @Path("{id}/name")
  public Response rename(@RestPath String id, @RestForm String name) {
    return then(id, () -> storefronts.rename(parse(id), name));
  }

  @POST
  @Path("{id}/withdrawal")
  public Response withdraw(@RestPath String id, @RestForm String county) {
    return answer(
        id,
        () -> {
          storefronts.withdrawCounty(parse(id), county);
          return Response.seeOther(URI.create("/console/storefronts")).build();
        });
  }

  @POST
  @Path("{id}/disabling")
  public Response disable(@RestPath String id) {
    return then(id, () -> storefronts.disable(parse(id)));
  }

  @POST
  @Path("{id}/enabling")
  public Response enable(@RestPath String id) {
    return then(id, () -> storefronts.enable(parse(id)));
  }

  /** The key stands in this one answer and nowhere else. */
  @POST
  @Path("{id}/keys")
  public Response createKey(@RestPath String id, @RestForm List<String> scopes) {
    return answer(
        id,
        () -> {
          String key = storefronts.createKey(parse(id), new HashSet<>(scopes));
          return Response.ok(page(parse(id), key, Form.empty())).build();
        });
  }

  @POST
  @Path("{id}/keys/{key}/revocation")
  public Response revokeKey(@RestPath String id, @RestPath String key) {
    return then(id, () -> storefronts.revokeKey(parse(id), parse(key)));
  }

  private Response then(String id, Runnable command) {
    return answer(
        id,
        () -> {
          command.run();
          return to(parse(id));
        });
  }

  private Response answer(String id, Supplier<Response> command) {
    try {
      return command.get();
    } catch (NotFound refused) {
      throw refused;
    } catch (Refusal refused) {
      return RefusedForm.again(page(parse(id), "", Form.empty().refused(refused, lang.get())));
    }
  }

  private TemplateInstance page(long id, String newKey, Form form) {
    Storefront storefront = storefronts.requireSeen(id);
    boolean own = storefronts.isOwn(storefront);
    return Templates.storefront(
        storefront,
        own,
        storefront.countyCodes().stream()
            .filter(c -> own || me.covers(Role.COUNTY_ADMIN, c))
            .sorted()
            .toList(),
        own ? StorefrontKey.listOf(storefront) : List.of(),
        scopes(),
        newKey,
        form);
  }

  /** All that a key can be allowed, with the words for it, in order. */
  private Map<String, String> scopes() {
    Lang t = lang.get();
    Map<String, String> words = new LinkedHashMap<>();
    for (String scope : StorefrontKey.SCOPES) {
      words.put(
          scope,
          switch (scope) {
            case "catalog:read" -> t.of("看货品", "see goods");
            case "orders:write" -> t.of("下订单，付款，取消", "place, pay and cancel orders");
            case "orders:read" -> t.of("看自己的订单", "see its own orders");
            case "trace:read" -> t.of("看溯源事件（EPCIS）", "see trace events (EPCIS)");
            case "trace:write" -> t.of("记录溯源事件（EPCIS）", "capture trace events (EPCIS)");
            case "aid:read" -> t.of("看帮扶", "see aid");
            case "webhooks:write" -> t.of("收通知", "receive notices");
            default -> scope;
          });
    }
    return words;
  }

  private static Response to(long id) {
    return Response.seeOther(URI.create("/console/storefronts/" + Ids.toText(id))).build();
  }

  private static long parse(String id) {
    return Ids.parse(id).orElseThrow(NotFound::new);
  }
}
