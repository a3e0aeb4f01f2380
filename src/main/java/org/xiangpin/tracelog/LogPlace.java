package org.xiangpin.tracelog;

/**
 * Where an entry was handed in. Its index in the tree follows from it once the tree has taken it.
 *
 * @param batch identifier of what was handed in together
 * @param position of the entry therein, from 0
 */
public record LogPlace(long batch, int position) {}
