/**
 * What producers and inspectors see of scans (扫码记录): how many on which day, from which districts
 * when there are enough to hide in, who said to have bought, and which labels may have been copied
 * (可能被仿造); an inspector who has looked clears them.
 *
 * <p>Owns no table. May import {@code tally} and below.
 */
package org.xiangpin.scanlog;
