/**
 * The public log (公开日志): an append-only Merkle tree in which anybody can check that what was said
 * of a lot was said then, and was not changed since. Features hand in entries in their own
 * transaction ({@link org.xiangpin.tracelog.TraceLog}); one node at a time takes what waits into
 * the tree ({@link org.xiangpin.tracelog.LogGrowth}) and signs its state ({@link
 * org.xiangpin.tracelog.Checkpoints}); tiles, entries and checkpoints are published as files of
 * C2SP tlog-tiles under {@code /log} ({@link org.xiangpin.tracelog.LogResource}); witnesses (见证方)
 * cosign ({@link org.xiangpin.tracelog.Witnesses}).
 *
 * <p>An entry is public for ever: never a name, a phone, an address. What is personal enters as a
 * salted hash.
 *
 * <p>Owns {@code log_head}, {@code log_batch}, {@code log_tile}, {@code log_file}, {@code log_key},
 * {@code log_checkpoint}, {@code log_cosignature}. Imports {@code shared} only.
 */
package org.xiangpin.tracelog;
