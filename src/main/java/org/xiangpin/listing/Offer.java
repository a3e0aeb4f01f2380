package org.xiangpin.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.LotState;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;

/**
 * What a listing, its lot and its certification said when they were read. Old by up to {@link
 * Offers#KEEP}: a sale names {@link #version()}, and the statement that takes the goods judges it.
 *
 * @param certifiedUntil last day of the certification
 */
public record Offer(
    long listingId,
    int version,
    ListingState state,
    String countyCode,
    String title,
    String description,
    long priceFen,
    long priceUnitGrams,
    long stepGrams,
    long lotId,
    LotState lotState,
    String lotCode,
    String gtin,
    DigitalLink link,
    LocalDate harvestedOn,
    String villageCode,
    long producerId,
    String producer,
    String name,
    String englishName,
    String variety,
    String illustration,
    String categoryCode,
    String category,
    String englishCategory,
    String certificationNumber,
    LocalDate certifiedUntil) {

  /** For statements that read offers by {@link #read}; these columns come first. */
  public static final String COLUMNS =
      """
      i.id, i.version, i.state, i.county_code, i.title, i.description,
      i.price_fen, i.price_unit_grams, i.step_grams,
      l.id, l.state, l.code, l.gtin, l.harvested_on, l.region_code, l.producer_id,
      r.public_name, p.name, p.english_name, p.variety, p.illustration,
      k.code, k.name, k.english_name, c.number, c.valid_until
      """;

  /** How many columns {@link #COLUMNS} are. */
  public static final int WIDTH = 26;

  /** The tables behind {@link #COLUMNS}: listing i, lot l, certification c. */
  public static final String TABLES =
      """
      listing i
      join lot l on l.id = i.lot_id
      join certification c on c.lot_id = i.lot_id
      join producer r on r.id = l.producer_id
      join product p on p.id = l.product_id
      join product_category k on k.code = p.category_code
      """;

  /** The offer of the present row. */
  public static Offer read(ResultSet row) throws SQLException {
    String gtin = row.getString(13);
    String lotCode = row.getString(12);
    return new Offer(
        row.getLong(1),
        row.getInt(2),
        ListingState.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        LotState.valueOf(row.getString(11)),
        lotCode,
        gtin,
        DigitalLink.ofLot(Gtin.parse(gtin), lotCode),
        row.getObject(14, LocalDate.class),
        row.getString(15),
        row.getLong(16),
        row.getString(17),
        row.getString(18),
        row.getString(19),
        row.getString(20),
        row.getString(21),
        row.getString(22),
        row.getString(23),
        row.getString(24),
        row.getString(25),
        row.getObject(26, LocalDate.class));
  }

  /** Whether it could be ordered on that day, as far as was known. */
  public boolean isOnSale(LocalDate today) {
    return state == ListingState.PUBLISHED
        && lotState == LotState.CERTIFIED
        && !certifiedUntil.isBefore(today);
  }

  /** County, township and village: 汉寿县崔家桥镇永固村. */
  public String village() {
    return Region.shortName(villageCode);
  }

  /** The goods' name: 黄桃. */
  public String name(Lang lang) {
    return lang.of(name, englishName == null ? name : englishName);
  }

  public String category(Lang lang) {
    return lang.of(category, englishCategory);
  }
}
