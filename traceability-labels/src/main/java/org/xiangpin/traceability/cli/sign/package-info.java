/**
 * The commands about signed labels (标签签名): {@code keys new}, {@code sign} and {@code verify}.
 *
 * <p>Secrets are kept in PEM, which openssl reads and writes too; public keys in the key set of
 * {@code org.xiangpin.traceability.sign}.
 */
package org.xiangpin.traceability.cli.sign;
