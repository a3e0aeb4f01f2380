package org.xiangpin.resolver;

import java.util.List;
import java.util.regex.Pattern;
import org.xiangpin.shared.Lang;

/**
 * What a link is for, by the GS1 Web Vocabulary (https://ref.gs1.org/voc/?show=linktypes).
 *
 * @param iri in full
 */
public record LinkType(String iri) {

  /** Where GS1's link types are defined; stands behind {@link #PREFIX} in short forms. */
  public static final String NAMESPACE = "https://ref.gs1.org/voc/";

  public static final String PREFIX = "gs1:";

  /** Where to without a wish; one for each thing. */
  public static final LinkType DEFAULT = ofGs1("defaultLink");

  /** Where to for who says a language. */
  public static final LinkType DEFAULT_MULTI = ofGs1("defaultLinkMulti");

  /** The page about the product. */
  public static final LinkType PRODUCT_PAGE = ofGs1("pip");

  public static final LinkType TRACEABILITY = ofGs1("traceability");
  public static final LinkType CERTIFICATION = ofGs1("certificationInfo");
  public static final LinkType RECALL_STATUS = ofGs1("recallStatus");
  public static final LinkType EPCIS = ofGs1("epcis");

  private static final int LONGEST = 200;

  /** Other addresses under which GS1 publishes, or published, the same words. */
  private static final List<String> NAMESPACES =
      List.of(
          PREFIX,
          NAMESPACE,
          "https://gs1.org/voc/",
          "http://gs1.org/voc/",
          "https://www.gs1.org/voc/",
          "http://www.gs1.org/voc/");

  private static final Pattern IRI = Pattern.compile("https?://[!#-;=?-\\[\\]_a-z~]+");
  private static final Pattern CURIE =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*:(?!//)[!#-;=?-\\[\\]_a-z~]+");

  /** What such a link is for, in everyday words. */
  public String label(Lang lang) {
    return switch (iri.substring(iri.lastIndexOf('/') + 1)) {
      case "pip" -> lang.of("产品", "The product");
      case "traceability" -> lang.of("从哪里来", "Where it comes from");
      case "certificationInfo" -> lang.of("谁核验过", "Who checked it");
      case "recallStatus" -> lang.of("现在能不能卖", "Whether it may be sold");
      case "epcis" -> lang.of("一步步的记录", "Each step, as EPCIS");
      default -> lang.of("这一页", "The page");
    };
  }

  /** Whether it only repeats, for machines, what stands under another type. */
  boolean isDefault() {
    return equals(DEFAULT) || equals(DEFAULT_MULTI);
  }

  private static LinkType ofGs1(String name) {
    return new LinkType(NAMESPACE + name);
  }

  /**
   * As a request writes it: in full, or short with a prefix. What has another prefix than GS1's
   * stays as it is.
   *
   * @throws InvalidLinkType for what is neither
   */
  static LinkType parse(String written) {
    if (written.length() > LONGEST
        || !IRI.matcher(written).matches() && !CURIE.matcher(written).matches()) {
      throw new InvalidLinkType();
    }
    return NAMESPACES.stream()
        .filter(written::startsWith)
        .findFirst()
        .map(start -> ofGs1(written.substring(start.length())))
        .orElseGet(() -> new LinkType(written));
  }
}
