package org.xiangpin.resolver;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** With these links only. */
  LinkContext only(LinkType type, List<Link> some) {
    return new LinkContext(anchor, description, Map.of(type.iri(), some));
  }

  @JsonAnyGetter
  Map<String, List<Link>> byType() {
    return links;
  }
}
