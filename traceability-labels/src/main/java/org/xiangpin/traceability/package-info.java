/**
 * Identity and labels of traced goods: what stands in a label's QR code, how it is recognised
 * again, and how a sheet of labels is printed.
 *
 * <p>A label carries a GS1 Digital Link, which {@code org.xiangpin.traceability.gs1} reads; {@link
 * org.xiangpin.traceability.DigitalLink} is what it names, {@link org.xiangpin.traceability.Gtin}
 * the key in it. Its serial is issued and recognised by {@link
 * org.xiangpin.traceability.LabelSerials} with the county's secret key alone, so a made-up serial
 * is refused before any look-up. {@link org.xiangpin.traceability.QrCode} turns the link into
 * modules and {@link org.xiangpin.traceability.LabelSheet} prints sheets of A4 labels (标签) for
 * rolls of a lot (批次).
 *
 * <p>This package knows no framework, database, network or clock. It imports the JDK, ZXing (QR
 * matrices) and OpenPDF (sheets), and of Xiangpin the package {@code gs1} alone. Every type that it
 * publishes is immutable and may be shared between threads.
 *
 * <p>Standards meant by the comments: GS1 Digital Link URI Syntax 1.6, GS1 General Specifications,
 * ISO/IEC 18004 (QR code), RFC 2104 (HMAC), RFC 3986 (URI), GB/T 33993 (Chinese commodity QR code).
 */
package org.xiangpin.traceability;
