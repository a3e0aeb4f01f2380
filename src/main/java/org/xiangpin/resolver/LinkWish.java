package org.xiangpin.resolver;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.xiangpin.shared.Lang;

/**
 * Which links a request wants: their types by {@code linkType}, and among several of a type the
 * media of Accept before the languages of Accept-Language (Resolver 1.2 §2.6).
 *
 * <p>A {@code context} says nothing to us, as none of our links has one.
 */
public final class LinkWish {

  private static final int MOST_TYPES = 8;
  private static final String ALL = "linkset";

  /** Until 2024 the word for a linkset. */
  private static final String FORMERLY_ALL = "all";

  private final String accept;
  private final boolean wantsAll;
  private final List<LinkType> types;
  private final AcceptedMedia media;
  private final List<Locale.LanguageRange> languages;

  private LinkWish(String accept, List<String> written, List<Locale.LanguageRange> languages) {
    this.accept = Objects.requireNonNullElse(accept, "");
    this.wantsAll =
        this.accept.contains(Linkset.MEDIA_TYPE)
            || written.contains(ALL)
            || written.contains(FORMERLY_ALL);
    this.types = wantsAll ? List.of() : written.stream().map(LinkType::parse).toList();
    this.media = new AcceptedMedia(accept);
    this.languages = languages;
  }

  /** Whether a request asks for links instead of the page. */
  public static boolean isIn(String query, String accept) {
    return GivenQuery.mayAskForLinks(query)
        || accept != null && accept.contains(Linkset.MEDIA_TYPE);
  }

  /**
   * @param accept the header, or null
   * @param acceptLanguage the header, or null
   * @throws InvalidLinkType for too many types, or one that is none
   */
  public static LinkWish of(GivenQuery query, String accept, String acceptLanguage) {
    List<String> written = query.linkTypes();
    if (written.size() > MOST_TYPES) {
      throw new InvalidLinkType();
    }
    List<String> named = query.values("lang");
    return new LinkWish(
        accept, written, Lang.ranges(named.isEmpty() ? acceptLanguage : named.get(0)));
  }

  /** Whether all links are wanted, as a linkset. */
  public boolean wantsAll() {
    return wantsAll;
  }

  /** Whether no type is named: {@code xlinkType=} only looks like it. */
  public boolean wantsNone() {
    return !wantsAll && types.isEmpty();
  }

  /** In the order in which they were named. */
  public List<LinkType> types() {
    return types;
  }

  /** Whether links are to be shown as a page. */
  public boolean wantsPage() {
    return accept.contains(Link.HTML) && !accept.contains(Linkset.MEDIA_TYPE);
  }

  /** As what a linkset is to be sent, if not as a page. */
  public String linksetMedia() {
    return accept.contains(Linkset.MEDIA_TYPE)
        ? Linkset.MEDIA_TYPE
        : accept.contains(Linkset.LD_JSON)
            ? Linkset.LD_JSON
            : accept.contains(Link.JSON) ? Link.JSON : Linkset.MEDIA_TYPE;
  }

  /** The links that fit best, alike in all that was wished for. */
  List<Link> best(List<Link> links) {
    List<Link> ofMedia = highest(links, link -> media.rank(link.media()));
    for (Locale.LanguageRange range : languages) {
      List<Link> understood = ofMedia.stream().filter(in(range)).toList();
      if (range.getWeight() > 0 && !understood.isEmpty()) {
        return understood;
      }
    }
    return ofMedia;
  }

  private static List<Link> highest(List<Link> links, ToIntFunction<Link> rank) {
    int most = links.stream().mapToInt(rank).max().orElseThrow();
    return links.stream().filter(link -> rank.applyAsInt(link) == most).toList();
  }

  /** zh-CN takes zh; data is in every language. */
  private static Predicate<Link> in(Locale.LanguageRange range) {
    String wanted = range.getRange();
    int hyphen = wanted.indexOf('-');
    String language = hyphen < 0 ? wanted : wanted.substring(0, hyphen);
    return link -> language.equals("*") || link.isIn(language);
  }
}
