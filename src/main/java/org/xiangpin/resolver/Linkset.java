package org.xiangpin.resolver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * The links of a thing and of what it is one of (RFC 9264): those of a lot, then those of its
 * product.
 *
 * @param context what makes JSON-LD of it; null in plain JSON, where a header says it
 * @param things the most particular one first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"@context", "linkset"})
public record Linkset(
    @JsonProperty("@context") String context, @JsonProperty("linkset") List<LinkContext> things) {

  /** The media type that asks for a linkset, and that it has. */
  public static final String MEDIA_TYPE = "application/linkset+json";

  public static final String LD_JSON = "application/ld+json";

  /** Where GS1 keeps what makes JSON-LD of a linkset. */
  public static final String CONTEXT = "https://ref.gs1.org/standards/resolver/linkset-context";

  /** Links of one type of one thing. */
  public record Found(LinkContext thing, LinkType type, List<Link> links) {

    /** As a linkset, to choose from. */
    public Linkset linkset() {
      return Linkset.of(List.of(thing.only(type, links)));
    }

    /** Those that fit the wish best. */
    public Found fitting(LinkWish wish) {
      return new Found(thing, type, wish.best(links));
    }
  }

  public static Linkset of(List<LinkContext> things) {
    return new Linkset(null, things);
  }

  public Linkset asLinkedData() {
    return new Linkset(CONTEXT, things);
  }

  /** The links of the first of these types that there is, of the most particular thing. */
  public Optional<Found> find(List<LinkType> wanted) {
    for (LinkType type : wanted) {
      for (LinkContext thing : things) {
        List<Link> links = thing.links().get(type.iri());
        if (links != null) {
          return Optional.of(new Found(thing, type, links));
        }
      }
    }
    return Optional.empty();
  }
}
