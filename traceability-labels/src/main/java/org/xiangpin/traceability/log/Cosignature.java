package org.xiangpin.traceability.log;

/**
 * A signature that was checked and found right.
 *
 * @param key who signed
 * @param seconds a witness's time, seconds since 1970-01-01T00:00:00Z, 0 or more, which may lie in
 *     the future; 0 for the log's own signature
 */
public record Cosignature(NoteKey key, long seconds) {}
