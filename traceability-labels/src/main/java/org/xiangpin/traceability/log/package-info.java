/**
 * Proofs of a public log (公开日志): that an entry is in it, and that it was only ever gone on.
 *
 * <p>The log is a Merkle tree of RFC 6962 §2.1 and RFC 9162 §2.1 with SHA-256 ({@link
 * org.xiangpin.traceability.log.TreeHash}, {@link org.xiangpin.traceability.log.Frontier}), kept in
 * {@link org.xiangpin.traceability.log.Tile tiles} and {@link
 * org.xiangpin.traceability.log.EntryBundle bundles}, from which {@link
 * org.xiangpin.traceability.log.TileTree} makes proofs. Its state is a {@link
 * org.xiangpin.traceability.log.Checkpoint}, signed by the log and by witnesses (见证方) in a {@link
 * org.xiangpin.traceability.log.SignedNote}. {@link org.xiangpin.traceability.log.LogProof} is the
 * file with which an outsider checks one entry offline, trusting only the keys of a {@link
 * org.xiangpin.traceability.log.LogPolicy}.
 *
 * <p>Formats are those of C2SP (c2sp.org): signed-note, tlog-checkpoint, tlog-cosignature (Ed25519,
 * {@code cosignature/v1}), tlog-tiles and tlog-proof. Whatever cannot be read or proved is refused
 * with {@link org.xiangpin.traceability.log.InvalidLogData} and nothing else. There is no clock, no
 * network and no file here. Every type is immutable and may be shared between threads.
 */
package org.xiangpin.traceability.log;
