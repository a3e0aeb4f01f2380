package org.xiangpin.resolver;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.shared.Lang;

/**
 * The links of one thing: of a product, or of a lot.
 *
 * @param anchor the thing's own Digital Link, uncompressed
 * @param description what it is
 * @param links by the IRI of their type, in order
 */
public record LinkContext(
    String anchor, String description, @JsonIgnore Map<String, List<Link>> links) {

  /**
   * A thing whose page stands in several languages; the first one is where a request goes that says
   * no language.
   *
   * @param pageType what the pages are, beside being the default
   */
  public static LinkContext of(
      String anchor, String description, LinkType pageType, List<Link> pages) {
    Map<String, List<Link>> links = new LinkedHashMap<>();
    links.put(LinkType.DEFAULT.iri(), List.of(pages.get(0).plain()));
    links.put(LinkType.DEFAULT_MULTI.iri(), pages);
    links.put(pageType.iri(), pages);
    return new LinkContext(anchor, description, links);
  }

  /** With further links, after those of the same type. */
  public LinkContext and(LinkType type, List<Link> more) {
    Map<String, List<Link>> all = new LinkedHashMap<>(links);
    all.merge(
        type.iri(),
        more,
        (first, then) -> {
          List<Link> both = new ArrayList<>(first);
          both.addAll(then);
          return both;
        });
    return new LinkContext(anchor, description, all);
  }

  /** Links to read for people: what they are for, and the links. */
  public record Shown(LinkType type, List<Link> links) {}

  /**
   * For people who read this language: each type's pages in it, or in all where it has none, and
   * its data. The defaults, which other types repeat, only where there is nothing else.
   */
  public List<Shown> shown(Lang lang) {
    List<Shown> all =
        links.entrySet().stream()
            .map(e -> new Shown(new LinkType(e.getKey()), inLanguage(e.getValue(), lang)))
            .toList();
    List<Shown> own = all.stream().filter(s -> !s.type().isDefault()).toList();
    return own.isEmpty() ? all : own;
  }

  /** The thing's name in this language, as its pages have it. */
  public String name(Lang lang) {
    return links.getOrDefault(LinkType.DEFAULT_MULTI.iri(), List.of()).stream()
        .filter(link -> link.isIn(lang.code()))
        .findFirst()
        .map(Link::title)
        .orElse(description);
  }

  private static List<Link> inLanguage(List<Link> links, Lang lang) {
    boolean hasPage = links.stream().anyMatch(l -> l.isPage() && l.isIn(lang.code()));
    return hasPage ? links.stream().filter(l -> l.isIn(lang.code())).toList() : links;
  }

  /** With these links only. */
  LinkContext only(LinkType type, List<Link> some) {
    return new LinkContext(anchor, description, Map.of(type.iri(), some));
  }

  @JsonAnyGetter
  Map<String, List<Link>> byType() {
    return links;
  }
}
