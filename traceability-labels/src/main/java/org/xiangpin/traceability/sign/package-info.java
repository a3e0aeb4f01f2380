/**
 * Signed labels: who made a label is proved by the label alone, offline (标签签名).
 *
 * <p>A signed label is a GS1 Digital Link with one more query key, {@code ?s={keyId}.{signature}}.
 * {@link org.xiangpin.traceability.sign.LabelStatement} says exactly which text is signed, {@link
 * org.xiangpin.traceability.sign.LabelSigner} signs and {@link
 * org.xiangpin.traceability.sign.LabelVerifier} checks with a {@link
 * org.xiangpin.traceability.sign.KeySet}, the published file of public keys. A signature proves who
 * made the label; it does not prove that the label was not copied.
 *
 * <p>Signatures are Ed25519 (RFC 8032) of the JDK, in {@link
 * org.xiangpin.traceability.sign.SigningKey} and {@link
 * org.xiangpin.traceability.sign.VerificationKey}; the log of {@code org.xiangpin.traceability.log}
 * signs with them too. There is no clock here: the time of a check is an argument. Every type is
 * immutable and may be shared between threads.
 */
package org.xiangpin.traceability.sign;
