package org.xiangpin.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xiangpin.listing.OffersByProduct;
import org.xiangpin.listing.ProductOffers;
import org.xiangpin.lotview.LotWatch;
import org.xiangpin.lotview.TraceView;
import org.xiangpin.resolver.Link;
import org.xiangpin.resolver.LinkContext;
import org.xiangpin.resolver.LinkType;
import org.xiangpin.resolver.Linkset;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;

/**
 * What there is to look up of our goods: of a product, and of a lot that exists. A label has no
 * links of its own: GS1 knows no links of a serial within a lot (Resolver 1.2 §2.5.9), so it has
 * those of its lot.
 */
@ApplicationScoped
class GoodsLinks {

  @Inject XiangpinConfig config;
  @Inject LotWatch lots;
  @Inject OffersByProduct products;

  /** The links if all that they are made from is in memory. */
  Optional<Linkset> findKnown(DigitalLink link) {
    Optional<ProductOffers> product = products.findKnown(link.gtin().toString());
    Optional<LotWatch.Entry> lot = link.lot().flatMap(code -> lots.findKnown(key(link, code)));
    return product.isPresent() && lot.isPresent() == link.lot().isPresent()
        ? Optional.of(of(product.get(), lot.map(LotWatch.Entry::view)))
        : Optional.empty();
  }

  /**
   * The links of a lot if there is one, and of the product; empty when there is no such product.
   * Blocks.
   */
  Optional<Linkset> find(DigitalLink link) {
    return products
        .find(link.gtin().toString())
        .map(product -> of(product, link.lot().map(code -> lots.get(key(link, code)).view())));
  }

  private static LotWatch.LotKey key(DigitalLink link, String code) {
    return new LotWatch.LotKey(link.gtin().toString(), code);
  }

  private Linkset of(ProductOffers product, Optional<TraceView> lot) {
    List<LinkContext> things = new ArrayList<>(2);
    lot.ifPresent(view -> things.add(lot(view)));
    things.add(product(product));
    return Linkset.of(things);
  }

  private LinkContext product(ProductOffers p) {
    String url = config.publicUrl() + DigitalLink.ofGtin(Gtin.parse(p.gtin())).path();
    return LinkContext.of(url, p.label(), LinkType.PRODUCT_PAGE, pages(url, p::label))
        .and(
            LinkType.CERTIFICATION,
            pages(
                config.publicUrl() + "/verify/",
                t -> t.of("自己验标签、验记录", "Check labels and public records yourself")));
  }

  private LinkContext lot(TraceView lot) {
    DigitalLink link = DigitalLink.ofLot(Gtin.parse(lot.gtin()), lot.lot());
    String url = config.publicUrl() + link.path();
    Function<Lang, String> name =
        t -> t.of("%s，批号 %s", "%s, lot %s").formatted(lot.product(t), lot.lot());
    return LinkContext.of(url, name.apply(Lang.ZH), LinkType.TRACEABILITY, pages(url, name))
        .and(
            LinkType.TRACEABILITY,
            List.of(Link.data(url, Link.JSON, "批次的来历 The lot's history, JSON")))
        .and(
            LinkType.CERTIFICATION,
            pages(url, t -> t.of("批号 %s 的核验和合格证", "Certification of lot %s").formatted(lot.lot())))
        .and(
            LinkType.RECALL_STATUS,
            List.of(Link.data(url, Link.JSON, "现在能不能卖 Whether it is recalled: state, JSON")))
        .and(
            LinkType.EPCIS,
            List.of(
                Link.data(
                    config.publicUrl() + "/epcis/v2/epcs/" + escaped(link) + "/events",
                    Linkset.LD_JSON,
                    "EPCIS 事件，需要钥匙 EPCIS events, with a key")));
  }

  private static String escaped(DigitalLink link) {
    return URLEncoder.encode(link.on(Gs1DigitalLink.CANONICAL_STEM), StandardCharsets.UTF_8);
  }

  private static List<Link> pages(String url, Function<Lang, String> title) {
    return Arrays.stream(Lang.values()).map(t -> Link.page(url, t, title.apply(t))).toList();
  }
}
