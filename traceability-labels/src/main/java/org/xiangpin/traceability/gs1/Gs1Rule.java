package org.xiangpin.traceability.gs1;

/** The rules that GS1 data can break. */
public enum Gs1Rule {
  /** A link begins with {@code http://} or {@code https://}, wholly in lower or upper case. */
  SCHEME,
  /** The host is missing, or host and port hold a character that may not stand there. */
  HOST,
  /** A character that RFC 3986 does not allow unescaped in path or query. */
  URI_CHARACTER,
  /** A percent sign is followed by two hexadecimal digits. */
  ESCAPE,
  /** A link's path ends with a value, not with a slash. */
  TRAILING_SLASH,
  /** A link's path, or an element string made into a link, holds a primary key. */
  NO_PRIMARY_KEY,
  /** After a primary key stand its own qualifiers only, in their order. */
  QUALIFIER,
  /** The values "." and ".." are lost in a path, since browsers take them for path steps. */
  DOT_SEGMENT,
  /** What may qualify the primary key stands in the path and not in the query. */
  QUALIFIER_IN_QUERY,
  /** Only some application identifiers may be attributes of a link. */
  NOT_AN_ATTRIBUTE,
  /** Brackets around application identifiers, or separators between elements, are wrong. */
  ELEMENT_STRING,
  /** A compressed link cannot be expanded. */
  COMPRESSION,
  /** The application identifier is not in the table; an all-numeric key must be one. */
  UNKNOWN_AI,
  /** An application identifier stands twice (in an element string: with two values). */
  DUPLICATE,
  /** The application identifier needs another that is not there. */
  REQUIRED,
  /** Two application identifiers may not stand together. */
  EXCLUDED,
  /** An application identifier has a value. */
  EMPTY_VALUE,
  /** The value is too short or too long. */
  LENGTH,
  /** A character outside the set of the value (digits, GS1 character set 82, 39 or 64). */
  CHARACTER_SET,
  /** The check digit: modulo 10 with weights 3 and 1. */
  CHECK_DIGIT,
  /** The pair of check characters of a model number: modulo 1021 with prime weights. */
  CHECK_CHARACTERS,
  /** A key begins with a GS1 company prefix, which has at least four digits. */
  COMPANY_PREFIX,
  /** A date that exists; where the format allows it, day 00. */
  DATE,
  /** A time that exists. */
  TIME,
  /** The number is not zero. */
  NON_ZERO,
  /** The digit is zero. */
  ZERO,
  /** The number has no leading zero. */
  ZERO_PREFIX,
  /** The value holds at least one character that is no digit. */
  NON_DIGIT,
  /** A country code of ISO 3166. */
  COUNTRY,
  /** A numeric currency code of ISO 4217. */
  CURRENCY,
  /** A code of ISO 5218: 0, 1, 2 or 9. */
  SEX,
  /** A bank account number of ISO 13616. */
  IBAN,
  /** A latitude from 0000000000 to 1800000000. */
  LATITUDE,
  /** A longitude from 0000000000 to 3600000000. */
  LONGITUDE,
  /** Percent signs within the value are followed by two hexadecimal digits. */
  PERCENT_ENCODING,
  /** 0 or 1. */
  YES_NO,
  /** 0, 1 or 9. */
  WINDING,
  /** Number of a piece and count of pieces, neither zero, the first not above the second. */
  PIECE_OF_TOTAL,
  /** Position, slash, count. */
  POSITION_IN_SEQUENCE,
  /** A media type that GS1 lists. */
  MEDIA_TYPE,
  /** A package type of UN/ECE Recommendation 21 or of GS1. */
  PACKAGE_TYPE,
  /** One letter, digit, hyphen or underscore. */
  IMPORTER_INDEX,
  /** A hyphen, the sign of a negative number. */
  HYPHEN,
  /** The fields of a North American coupon. */
  COUPON
}
