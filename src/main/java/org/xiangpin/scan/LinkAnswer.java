package org.xiangpin.scan;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xiangpin.resolver.GivenQuery;
import org.xiangpin.resolver.InvalidLinkType;
import org.xiangpin.resolver.Link;
import org.xiangpin.resolver.LinkHeaders;
import org.xiangpin.resolver.LinkWish;
import org.xiangpin.resolver.Linkset;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.traceability.DigitalLink;

/**
 * Answers who asks for links of our goods: all of them as a linkset, or the way to the one that
 * fits (Resolver 1.2 §2.6, §2.9).
 */
@ApplicationScoped
class LinkAnswer {

  /**
   * A request that names a product of ours.
   *
   * @param link without serial, and without a lot when the serial was never issued in it
   * @param here sends the page itself
   */
  record Asked(
      RoutingContext routing, Page page, DigitalLink link, boolean isOfLabel, Consumer<Page> here) {

    HttpServerRequest request() {
      return routing.request();
    }
  }

  @Inject GoodsLinks goods;
  @Inject ScanPage pages;
  @Inject WorkerQueue workers;
  @Inject XiangpinConfig config;

  @Inject
  @Location("scan/links.html")
  Template list;

  void answer(Asked asked) {
    HttpServerRequest request = asked.request();
    GivenQuery query = new GivenQuery(request.query());
    LinkWish wish;
    try {
      wish =
          LinkWish.of(
              query,
              request.getHeader(HttpHeaders.ACCEPT),
              request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    } catch (InvalidLinkType e) {
      pages.refusal(asked.page(), e).send(request);
      return;
    }
    if (wish.wantsNone()) {
      asked.here().accept(asked.page());
      return;
    }
    goods
        .findKnown(asked.link())
        .ifPresentOrElse(
            links -> answer(asked, query, wish, links),
            () ->
                workers
                    .run(asked.routing(), () -> goods.find(asked.link()))
                    .onSuccess(found -> answer(asked, query, wish, found))
                    .onFailure(e -> pages.broken(asked.page(), e).send(request)));
  }

  private void answer(Asked asked, GivenQuery query, LinkWish wish, Optional<Linkset> found) {
    found.ifPresentOrElse(
        links -> answer(asked, query, wish, links),
        () -> pages.failure(asked.page(), 404).send(asked.request()));
  }

  private void answer(Asked asked, GivenQuery query, LinkWish wish, Linkset links) {
    if (wish.wantsAll()) {
      send(asked, wish, 200, links);
      return;
    }
    Optional<Linkset.Found> found = links.find(wish.types()).map(f -> f.fitting(wish));
    if (found.isEmpty()) {
      none(asked, wish, links);
    } else if (found.get().links().size() > 1) {
      send(asked, wish, 300, found.get().linkset());
    } else {
      lead(asked, query, found.get().links().get(0));
    }
  }

  /** To the link, or to what stands here already. */
  private void lead(Asked asked, GivenQuery query, Link link) {
    String target = query.passedOnTo(link.href());
    if (!asked.isOfLabel() && link.isPageOf(config.publicUrl() + asked.link().path(), query)) {
      Page page = asked.page();
      asked.here().accept(new Page(page.path(), page.lang(), link.isData(), page.signed()));
      return;
    }
    HttpServerResponse response = asked.request().response();
    LinkHeaders.open(response);
    LinkHeaders.toLinkset(response);
    response
        .setStatusCode(307)
        .putHeader(HttpHeaders.LOCATION, target)
        .putHeader(HttpHeaders.CACHE_CONTROL, Reply.NO_CACHE)
        .putHeader(HttpHeaders.VARY, Reply.VARY)
        .end();
  }

  private void send(Asked asked, LinkWish wish, int status, Linkset links) {
    if (wish.wantsPage()) {
      page(asked, status, links).send(asked.request());
      return;
    }
    LinkHeaders.toContext(asked.request().response());
    String media = wish.linksetMedia();
    pages
        .json(status, media, media.equals(Linkset.LD_JSON) ? links.asLinkedData() : links)
        .send(asked.request());
  }

  private void none(Asked asked, LinkWish wish, Linkset links) {
    (wish.wantsPage()
            ? page(asked, 404, links)
            : pages.problem(
                404,
                "no-such-link",
                asked.page().lang().of("这里没有这种链接。", "There is no link of this type here."),
                List.of()))
        .send(asked.request());
  }

  private Reply page(Asked asked, int status, Linkset links) {
    return pages.html(
        status, asked.page().lang(), list.instance().data("status", status).data("links", links));
  }
}
