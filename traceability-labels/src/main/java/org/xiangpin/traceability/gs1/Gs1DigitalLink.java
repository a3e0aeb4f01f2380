package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A GS1 Digital Link: a primary key with its qualifiers in the path of a URI, attributes in its
 * query, and perhaps keys in the query that are not GS1's (URI Syntax 1.6, uncompressed).
 *
 * <p>Links are equal when stem, key and qualifiers are, attributes are whatever their order, and
 * extensions in their order. {@link #canonical()} makes links of the same things comparable
 * whatever their stem.
 */
public final class Gs1DigitalLink {
  /** The stem of canonical links. */
  public static final String CANONICAL_STEM = "https://id.gs1.org";

  private final String stem;
  private final List<Element> elements;
  private final int pathSize;
  private final List<LinkExtension> extensions;

  /** For what was checked; the first {@code pathSize} elements are key and qualifiers. */
  Gs1DigitalLink(
      String stem, List<Element> elements, int pathSize, List<LinkExtension> extensions) {
    this.stem = stem;
    this.elements = Collections.unmodifiableList(elements);
    this.pathSize = pathSize;
    this.extensions = Collections.unmodifiableList(extensions);
  }

  /**
   * Reads a link, strictly.
   *
   * <p>Accepted is {@code http(s)://host[:port][/any/stem]/key/value[/qualifier/value…][?…][#…]}:
   * scheme wholly in lower or upper case; values escaped in any letter case; {@code +} a plus in
   * the path and a space in the query; the pairs of the query parted by {@code &} or {@code ;},
   * empty pairs ignored; the fragment ignored. The stem ends before the last primary key.
   *
   * <p>Stricter than the standard: the values "." and ".." are refused in the path, since browsers
   * cut them out, and identifiers are written without escapes.
   *
   * @param uri the link
   * @return what it says
   * @throws InvalidGs1Data naming rule, identifier and position in {@code uri}
   */
  public static Gs1DigitalLink parse(String uri) {
    return parse(uri, Set.of());
  }

  /**
   * As {@link #parse(String)}, with options.
   *
   * @param uri the link
   * @param options what is allowed beyond
   * @return what it says
   * @throws InvalidGs1Data naming rule, identifier and position in {@code uri}
   */
  public static Gs1DigitalLink parse(String uri, Set<Gs1Option> options) {
    return new LinkParser(uri, options).parse();
  }

  /**
   * Reads, strictly, what a server was asked for.
   *
   * @param stem scheme and host, perhaps with a path, under which the server has its links
   * @param path what follows the stem: a slash, the primary key and so on, perhaps with a query
   * @return the link at that stem
   * @throws InvalidGs1Data as {@link #parse(String)}, and with rule {@code NO_PRIMARY_KEY} when
   *     anything stands before the key; positions count within {@code path}. For a wrong stem,
   *     positions within {@code stem}
   */
  public static Gs1DigitalLink parseUnder(String stem, String path) {
    String base = LinkStem.of(stem);
    InvalidGs1Data noKey =
        new InvalidGs1Data(Gs1Rule.NO_PRIMARY_KEY, "", 0, "path does not begin with a primary key");
    if (!path.startsWith("/")) {
      throw noKey;
    }
    Gs1DigitalLink link;
    try {
      link = parse(base + path);
    } catch (InvalidGs1Data e) {
      throw e.movedBy(-base.length());
    }
    if (!link.stem.equals(base)) {
      throw noKey;
    }
    return link;
  }

  /**
   * Makes a link. The first primary key among the elements is its key, the qualifiers of one
   * alternative follow it, and all else become attributes in the order given.
   *
   * @param stem scheme and host, perhaps with a path, with or without a slash at the end
   * @param elements the elements, each identifier once
   * @param extensions what else stands in the query, in its order
   * @return the link
   * @throws InvalidGs1Data for a wrong stem, without a primary key, when an identifier stands
   *     twice, when an element may be no attribute, or elements require or exclude each other
   */
  public static Gs1DigitalLink of(
      String stem, List<Element> elements, List<LinkExtension> extensions) {
    List<Element> ordered = LinkOrder.keyFirst(elements);
    int pathSize = LinkOrder.qualifiersNext(ordered);
    AiTraits key = ordered.get(0).ai().traits();
    Set<ApplicationIdentifier> seen = new HashSet<>();
    for (int i = 0; i < ordered.size(); i++) {
      Element element = ordered.get(i);
      if (!seen.add(element.ai())) {
        throw new InvalidGs1Data(
            Gs1Rule.DUPLICATE, element.ai().code(), -1, "stands twice in the link");
      }
      if (i >= pathSize) {
        checkAttribute(key, ordered, pathSize, element, -1);
      } else if (element.value().equals(".") || element.value().equals("..")) {
        throw new InvalidGs1Data(
            Gs1Rule.DOT_SEGMENT, element.ai().code(), -1, "value would be lost as a path step");
      }
    }
    Combinations.check(ordered, null);
    return new Gs1DigitalLink(LinkStem.of(stem), ordered, pathSize, List.copyOf(extensions));
  }

  static void checkAttribute(
      AiTraits key, List<Element> elements, int pathSize, Element attribute, int position) {
    ApplicationIdentifier ai = attribute.ai();
    if (key.allowsAnother(elements, 1, pathSize, ai.code())) {
      throw new InvalidGs1Data(
          Gs1Rule.QUALIFIER_IN_QUERY, ai.code(), position, "belongs into the path");
    }
    if (!ai.isAttribute()) {
      throw new InvalidGs1Data(
          Gs1Rule.NOT_AN_ATTRIBUTE, ai.code(), position, "may not be an attribute of a link");
    }
  }

  /**
   * Returns what stands before the key.
   *
   * @return such as {@code https://id.gs1.org}; scheme and host in lower case, no slash at the end
   */
  public String stem() {
    return stem;
  }

  /**
   * Returns the primary key.
   *
   * @return never null
   */
  public Element key() {
    return elements.get(0);
  }

  /**
   * Returns the qualifiers of the key.
   *
   * @return in their order, perhaps none
   */
  public List<Element> qualifiers() {
    return elements.subList(1, pathSize);
  }

  /**
   * Returns the attributes.
   *
   * @return in the order given, perhaps none
   */
  public List<Element> attributes() {
    return elements.subList(pathSize, elements.size());
  }

  /**
   * Returns key, qualifiers and attributes.
   *
   * @return in this order
   */
  public List<Element> elements() {
    return elements;
  }

  /**
   * Returns what else stands in the query.
   *
   * @return in the order given, perhaps none
   */
  public List<LinkExtension> extensions() {
    return extensions;
  }

  /**
   * Returns the value of an identifier.
   *
   * @param code such as {@code 10}
   * @return the plain value, wherever in the link it stands
   */
  public Optional<String> value(String code) {
    return elements.stream()
        .filter(element -> element.ai().code().equals(code))
        .map(Element::value)
        .findFirst();
  }

  /**
   * Returns the normal form of this link: path in order, attributes and then extensions in the
   * query in the order given, everything escaped but {@code A-Z a-z 0-9 - . _ ~}, escapes in upper
   * case. Extensions stand as they were.
   *
   * @return the URI; {@link #parse(String)} gives back an equal link
   */
  public String uri() {
    StringBuilder uri = new StringBuilder(96).append(stem);
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      uri.append(i < pathSize ? '/' : i == pathSize ? '?' : '&').append(element.ai().code());
      PercentEncoding.append(uri.append(i < pathSize ? '/' : '='), element.value());
    }
    for (int i = 0; i < extensions.size(); i++) {
      uri.append(i == 0 && pathSize == elements.size() ? '?' : '&');
      extensions.get(i).appendTo(uri);
    }
    return uri.toString();
  }

  /**
   * Returns the same link elsewhere.
   *
   * @param stem scheme and host, perhaps with a path
   * @return this with another stem
   * @throws InvalidGs1Data for a wrong stem
   */
  public Gs1DigitalLink on(String stem) {
    return new Gs1DigitalLink(LinkStem.of(stem), elements, pathSize, extensions);
  }

  /**
   * Returns the canonical form: at {@code https://id.gs1.org}, attributes sorted by identifier,
   * without extensions.
   *
   * @return a link that is equal for all links that say the same in GS1's terms
   */
  public Gs1DigitalLink canonical() {
    List<Element> sorted = new ArrayList<>(elements);
    sorted
        .subList(pathSize, sorted.size())
        .sort(Comparator.comparing(element -> element.ai().code()));
    return new Gs1DigitalLink(CANONICAL_STEM, sorted, pathSize, List.of());
  }

  /**
   * Returns key, qualifiers and attributes as an element string.
   *
   * @return in the order of the link; extensions are left out
   */
  public ElementString toElementString() {
    return new ElementString(elements);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Gs1DigitalLink link
            && stem.equals(link.stem)
            && elements.subList(0, pathSize).equals(link.elements.subList(0, link.pathSize))
            && Set.copyOf(attributes()).equals(Set.copyOf(link.attributes()))
            && extensions.equals(link.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(stem, elements.subList(0, pathSize), Set.copyOf(attributes()), extensions);
  }

  /**
   * Returns the normal form.
   *
   * @return as {@link #uri()}
   */
  @Override
  public String toString() {
    return uri();
  }
}
