package org.xiangpin.eventhash;

import java.util.Map;

/**
 * A family of words of the CBV. The same word may be written bare ({@code shipping}), as a CURIE
 * ({@code cbv:BizStep-shipping}), as an IRI or as a URN of CBV 1.
 */
public enum Vocabulary {
  BIZ_STEP("BizStep-", "urn:epcglobal:cbv:bizstep:"),
  DISPOSITION("Disp-", "urn:epcglobal:cbv:disp:"),
  TRANSACTION_TYPE("BTT-", "urn:epcglobal:cbv:btt:"),
  PARTY_TYPE("SDT-", "urn:epcglobal:cbv:sdt:"),
  COMPONENT("Comp-", "urn:epcglobal:cbv:comp:"),
  MEASUREMENT("", "urn:epcglobal:cbv:measurement:");

  /** Of the CBV; an IRI in it must be a word of the standard. */
  public static final String CBV = "https://ref.gs1.org/cbv/";

  static final String GS1 = "https://ref.gs1.org/voc/";
  private static final String OLD_CBV = "https://ns.gs1.org/cbv/";

  private final String prefix;
  private final String urn;

  Vocabulary(String prefix, String urn) {
    this.prefix = prefix;
    this.urn = urn;
  }

  private String base() {
    return this == MEASUREMENT ? GS1 : CBV + prefix;
  }

  /** The bare word if it is one of the standard's, else the IRI in full. */
  public String word(String written, Map<String, String> prefixes) {
    String iri = iri(written, prefixes);
    return iri.startsWith(base()) ? iri.substring(base().length()) : iri;
  }

  /**
   * The IRI in full.
   *
   * @param prefixes of the event's context, for CURIEs
   */
  public String iri(String written, Map<String, String> prefixes) {
    String text = written.strip();
    int colon = text.indexOf(':');
    if (colon < 0) {
      return base() + text;
    }
    if (text.startsWith(urn)) {
      return base() + text.substring(urn.length());
    }
    if (text.startsWith(OLD_CBV)) {
      return CBV + text.substring(OLD_CBV.length());
    }
    String namespace = prefixes.get(text.substring(0, colon));
    return namespace == null ? text : namespace + text.substring(colon + 1);
  }
}
