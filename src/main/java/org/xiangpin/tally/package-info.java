/**
 * What is remembered of scans (扫码记录): how often each label was opened and since when ({@link
 * org.xiangpin.tally.ScanTally}), where roughly, by consent or by the operator's file of addresses
 * ({@link org.xiangpin.tally.Place}), who says "bought here" (我在这里买的), which one-time codes (刮刮码)
 * were used, and which labels may have been copied (可能被仿造, {@link org.xiangpin.tally.CloneRules}).
 * All of it stands apart from the page: written in batches, a second late.
 *
 * <p>Addresses are never kept, places are cells of 0.2 degrees, and a device is a number that means
 * something for one label only.
 *
 * <p>Owns {@code scan_tally}, {@code label_scan}, {@code label_suspicion}, {@code label_purchase},
 * {@code label_code}, {@code label_code_try}. May import {@code custody} and below.
 */
package org.xiangpin.tally;
