package org.xiangpin.listing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.xiangpin.producer.Produce;
import org.xiangpin.producer.Product;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;

/**
 * A product and who has some of it on sale, as it was read; old by up to {@link
 * OffersByProduct#KEEP}.
 *
 * @param label with its variety: 黄桃（锦绣）
 * @param county with its province: 湖南省常德市汉寿县
 * @param sellers the latest harvest first, at most {@link OffersByProduct#MOST}
 */
public record ProductOffers(
    String gtin,
    String label,
    String labelEnglish,
    String category,
    String categoryEnglish,
    String illustration,
    String county,
    Produce produce,
    List<Seller> sellers) {

  /**
   * A certified lot that can be ordered.
   *
   * @param path of the lot's own page
   * @param village from the county on: 汉寿县崔家桥镇永固村
   */
  public record Seller(
      @JsonIgnore String path, String lot, String producer, String village, LocalDate harvestedOn) {

    static Seller of(Offer offer) {
      return new Seller(
          offer.link().path(),
          offer.lotCode(),
          offer.producer(),
          offer.village(),
          offer.harvestedOn());
    }
  }

  static ProductOffers of(Product product, List<Offer> offers) {
    return new ProductOffers(
        product.gtin(),
        product.label(Lang.ZH),
        product.label(Lang.EN),
        product.category(Lang.ZH),
        product.category(Lang.EN),
        product.illustration(),
        Region.fullName(product.countyCode()),
        product.produce(),
        offers.stream().map(Seller::of).toList());
  }

  public String label(Lang lang) {
    return lang.of(label, labelEnglish);
  }

  public String category(Lang lang) {
    return lang.of(category, categoryEnglish);
  }
}
