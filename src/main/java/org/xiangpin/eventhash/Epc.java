package org.xiangpin.eventhash;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifiers of GS1 in the one form by which they are compared: the canonical Digital Link, with
 * the finest level of identification and nothing else (CBV 2.0, section 8.9; EPC Tag Data Standard,
 * chapter 6). Whatever is no such identifier stays as it is.
 */
public final class Epc {

  private static final String ROOT = "https://id.gs1.org/";

  private static final Pattern URN =
      Pattern.compile("urn:epc:(id|class|idpat):([a-z]+):([0-9]{6,12})\\.(.*)");

  private static final Pattern LINK =
      Pattern.compile(
          "https?://[^/?#]+(?:/[^?#]*?)?/(00|01|253|255|401|402|414|417|8003|8004|8006|8010|8017"
              + "|8018|gtin|itip|cpid|gln|party|gsrnp|gsrn|gcn|sscc|gdti|ginc|gsin|grai|giai)"
              + "/([^/?#]+)((?:/[^/?#]+/[^/?#]+)*)/?(?:[?#].*)?");

  private static final Pattern QUALIFIER = Pattern.compile("/([^/]+)/([^/]+)");

  private Epc() {}

  public static String canonical(String uri) {
    if (uri.startsWith("urn:epc:")) {
      Matcher urn = URN.matcher(uri);
      return urn.matches() ? fromUrn(uri, urn) : uri;
    }
    if (uri.startsWith("http")) {
      Matcher link = LINK.matcher(uri);
      return link.matches() ? fromLink(uri, link) : uri;
    }
    return uri;
  }

  private static String fromUrn(String uri, Matcher urn) {
    String scheme = urn.group(1) + ":" + urn.group(2);
    String company = urn.group(3);
    String rest = urn.group(4);
    return switch (scheme) {
      case "id:sgtin" -> item(uri, company, rest, "01", "/21/");
      case "class:lgtin" -> item(uri, company, rest, "01", "/10/");
      case "id:upui" -> item(uri, company, rest, "01", "/235/");
      case "idpat:sgtin" -> pattern(uri, company, rest);
      case "id:itip" -> piece(uri, company, rest);
      case "id:sscc" -> whole(uri, ROOT + "00/", first(rest) + company + tail(rest), 17);
      case "id:gsrn" -> whole(uri, ROOT + "8018/", company + rest, 17);
      case "id:gsrnp" -> whole(uri, ROOT + "8017/", company + rest, 17);
      case "id:gsin" -> whole(uri, ROOT + "402/", company + rest, 16);
      case "id:pgln" -> whole(uri, ROOT + "417/", company + rest, 12);
      case "id:sgln" -> location(uri, company, rest);
      case "id:grai" -> serialised(uri, ROOT + "8003/0", company, rest);
      case "id:gdti" -> serialised(uri, ROOT + "253/", company, rest);
      case "id:sgcn" -> serialised(uri, ROOT + "255/", company, rest);
      case "id:giai" -> ROOT + "8004/" + company + escaped(rest);
      case "id:ginc" -> ROOT + "401/" + company + escaped(rest);
      case "id:cpi" -> component(uri, company, rest);
      default -> uri;
    };
  }

  /** The first digit of the item reference comes before the company's prefix. */
  private static String item(String uri, String company, String rest, String key, String level) {
    int dot = rest.indexOf('.');
    String digits = gtin(company, dot < 0 ? "" : rest.substring(0, dot));
    return digits.isEmpty()
        ? uri
        : ROOT + key + "/" + digits + level + escaped(rest.substring(dot + 1));
  }

  private static String pattern(String uri, String company, String rest) {
    String digits = rest.endsWith(".*") ? gtin(company, rest.substring(0, rest.length() - 2)) : "";
    return digits.isEmpty() ? uri : ROOT + "01/" + digits;
  }

  private static String piece(String uri, String company, String rest) {
    String[] parts = rest.split("\\.", 4);
    String digits = parts.length == 4 ? gtin(company, parts[0]) : "";
    return digits.isEmpty()
        ? uri
        : ROOT + "8006/" + digits + parts[1] + parts[2] + "/21/" + escaped(parts[3]);
  }

  private static String gtin(String company, String item) {
    return item.isEmpty() || !isDigits(item) || company.length() + item.length() != 13
        ? ""
        : checked(item.charAt(0) + company + item.substring(1));
  }

  private static String whole(String uri, String root, String digits, int length) {
    return digits.length() == length && isDigits(digits) ? root + checked(digits) : uri;
  }

  private static String location(String uri, String company, String rest) {
    int dot = rest.indexOf('.');
    String digits = dot < 0 ? "" : company + rest.substring(0, dot);
    if (digits.length() != 12 || !isDigits(digits)) {
      return uri;
    }
    String extension = rest.substring(dot + 1);
    return ROOT
        + "414/"
        + checked(digits)
        + (extension.equals("0") ? "" : "/254/" + escaped(extension));
  }

  private static String serialised(String uri, String root, String company, String rest) {
    int dot = rest.indexOf('.');
    String digits = dot < 0 ? "" : company + rest.substring(0, dot);
    return digits.length() != 12 || !isDigits(digits)
        ? uri
        : root + checked(digits) + escaped(rest.substring(dot + 1));
  }

  private static String component(String uri, String company, String rest) {
    int dot = rest.lastIndexOf('.');
    return dot < 0
        ? uri
        : ROOT
            + "8010/"
            + company
            + escaped(rest.substring(0, dot))
            + "/8011/"
            + rest.substring(dot + 1);
  }

  private static String fromLink(String uri, Matcher link) {
    String key = key(link.group(1));
    String value = link.group(2);
    int length = lengthOf(key);
    if (key.equals("01") && isDigits(value) && value.length() <= 14) {
      value = "0".repeat(14 - value.length()) + value;
    }
    if (length > 0 && (value.length() < length || !isDigits(value.substring(0, length)))) {
      return uri;
    }
    String finest = "";
    int rank = 0;
    Matcher qualifier = QUALIFIER.matcher(link.group(3));
    while (qualifier.find()) {
      int found = rank(qualifier.group(1));
      if (found > rank) {
        rank = found;
        finest = "/" + key(qualifier.group(1)) + "/" + qualifier.group(2);
      }
    }
    return ROOT + key + "/" + value + finest;
  }

  private static int rank(String qualifier) {
    return switch (key(qualifier)) {
      case "10" -> 1;
      case "21", "235", "254", "8011" -> 2;
      default -> 0;
    };
  }

  /** Digits that must come first; 0 where anything may. */
  private static int lengthOf(String key) {
    return switch (key) {
      case "00", "8006", "8017", "8018" -> 18;
      case "01", "8003" -> 14;
      case "402" -> 17;
      case "253", "255", "414", "417" -> 13;
      default -> 0;
    };
  }

  private static String key(String name) {
    return switch (name) {
      case "gtin" -> "01";
      case "itip" -> "8006";
      case "cpid" -> "8010";
      case "gln" -> "414";
      case "party" -> "417";
      case "gsrnp" -> "8017";
      case "gsrn" -> "8018";
      case "gcn" -> "255";
      case "sscc" -> "00";
      case "gdti" -> "253";
      case "ginc" -> "401";
      case "gsin" -> "402";
      case "grai" -> "8003";
      case "giai" -> "8004";
      case "lot" -> "10";
      case "ser" -> "21";
      default -> name;
    };
  }

  /** With its check digit: weights 3 and 1 from the right. */
  private static String checked(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
      sum += (digits.charAt(i) - '0') * weight;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("!()*+,:".indexOf(c) < 0) {
        escaped.append(c);
      } else {
        escaped.append('%').append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
      }
    }
    return escaped.toString();
  }

  private static String first(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1);
  }

  private static String tail(String text) {
    return text.isEmpty() ? "" : text.substring(1);
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
