/**
 * The GS1 language of identifiers, whole: application identifiers with their formats and rules,
 * element strings (bracketed and with FNC1), and GS1 Digital Link.
 *
 * <p>{@link org.xiangpin.traceability.gs1.Gs1DigitalLink} reads, checks and writes links of every
 * primary key; {@link org.xiangpin.traceability.gs1.ElementString} does the same for what stands in
 * a bar code; {@link org.xiangpin.traceability.gs1.CompressedLink} expands compressed links. What
 * an identifier may hold is data: the resource {@code application-identifiers.tsv}, loaded by
 * {@link org.xiangpin.traceability.gs1.ApplicationIdentifiers}. Everything that is refused is
 * refused with {@link org.xiangpin.traceability.gs1.InvalidGs1Data}, which names identifier,
 * position and rule.
 *
 * <p>Our own labels carry GTIN, lot and serial; {@code org.xiangpin.traceability.DigitalLink} is
 * what a link says of these. This package imports nothing but the JDK. Its types are immutable and
 * may be shared between threads.
 *
 * <p>Standards meant by the comments: GS1 Digital Link URI Syntax 1.6, GS1 General Specifications,
 * RFC 3986 (URI).
 */
package org.xiangpin.traceability.gs1;
