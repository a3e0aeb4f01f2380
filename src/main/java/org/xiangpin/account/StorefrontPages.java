package org.xiangpin.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.xiangpin.shared.FormErrors;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RequestLang;

/** Storefronts of the person's counties, and their keys. */
@Path("/console/storefronts")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class StorefrontPages {

  @Inject CurrentAccount me;
  @Inject Storefronts storefronts;
  @Inject RequestLang lang;

  @CheckedTemplate(basePath = "account")
  static class Templates {
    static native TemplateInstance storefronts(
        List<Storefront> storefronts,
        List<String> counties,
        String typed,
        String number,
        FormErrors errors);

    static native TemplateInstance storefront(
        Storefront storefront,
        boolean own,
        List<String> counties,
        List<StorefrontKey> keys,
        List<String> scopes,
        String newKey,
        FormErrors errors);
  }

  @GET
  public TemplateInstance list() {
    return list("", "", FormErrors.NONE);
  }

  private TemplateInstance list(String typed, String number, FormErrors errors) {
    return Templates.storefronts(
        storefronts.list(), me.scopes(Role.COUNTY_ADMIN), typed, number, errors);
  }

  @POST
  public Response open(@RestForm String name, @RestForm String county) {
    try {
      return to(storefronts.open(name, county).id());
    } catch (InvalidInput refused) {
      FormErrors errors = FormErrors.of(refused, lang.get());
      return Response.status(refused.status()).entity(list(name, "", errors).render()).build();
    }
  }

  /** A storefront of another county is added by the number that its owner tells. */
  @POST
  @Path("grant")
  public Response grant(@RestForm String number, @RestForm String county) {
    try {
      long id = Ids.parse(number == null ? null : number.strip()).orElseThrow(NotFound::new);
      storefronts.grantCounty(id, county);
      return to(id);
    } catch (NotFound nobodys) {
      me.requireRole(Role.COUNTY_ADMIN);
      InvalidInput refused =
          new InvalidInput(
              "number",
              "没有这个编号的店铺。请和开店的县再核对。",
              "No storefront has this number. Check it with its home county.");
      FormErrors errors = FormErrors.of(refused, lang.get());
      return Response.status(404).entity(list("", number, errors).render()).build();
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(@RestPath String id) {
    return page(parse(id), "", FormErrors.NONE);
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
          return Response.ok(page(parse(id), key, FormErrors.NONE).render()).build();
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
      FormErrors errors = FormErrors.of(refused, lang.get());
      return Response.status(refused.status()).entity(page(parse(id), "", errors).render()).build();
    }
  }

  private TemplateInstance page(long id, String newKey, FormErrors errors) {
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
        StorefrontKey.SCOPES,
        newKey,
        errors);
  }

  private static Response to(long id) {
    return Response.seeOther(URI.create("/console/storefronts/" + Ids.toText(id))).build();
  }

  private static long parse(String id) {
    return Ids.parse(id).orElseThrow(NotFound::new);
  }
}
