package org.xiangpin.resolver;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.xiangpin.shared.Lang;

/**
 * A link to something about a thing.
 *
 * @param href at our own address, in full
 * @param title in the language of what stands there
 * @param media type of media of IANA; null where none may be said
 * @param languages null for data, and where none may be said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(
    String href,
    String title,
    @JsonProperty("type") String media,
    @JsonProperty("hreflang") List<String> languages) {

  public static final String HTML = "text/html";
  public static final String JSON = "application/json";

  /** A page that says the language itself: {@code ?lang=zh}. */
  public static Link page(String url, Lang lang, String title) {
    return new Link(url + "?lang=" + lang.code(), title, HTML, List.of(lang.code()));
  }

  public static Link data(String url, String media, String title) {
    return new Link(url, title, media, null);
  }

  /** The same without what may not stand in a default link. */
  Link plain() {
    return new Link(href, title, null, null);
  }

  /** Whether it leads to this address, asked with this query. */
  public boolean isPageOf(String url, GivenQuery query) {
    return href.equals(url)
        || query.values("lang").stream().limit(1).anyMatch(l -> href.equals(url + "?lang=" + l));
  }

  /** Whether JSON stands there, and no page. */
  @JsonIgnore
  public boolean isData() {
    return JSON.equals(media);
  }

  /** Whether a page stands there, in a language of its own. */
  @JsonIgnore
  public boolean isPage() {
    return languages != null;
  }

  boolean isIn(String language) {
    return languages == null || languages.contains(language);
  }
}
