/**
 * What tests found in a lot (检测): rapid residue tests (速测) on the spot, and reports of laboratories
 * (检验报告). A rapid test at or above its threshold is repeated; a second positive one, or none at
 * all, keeps the lot from being vouched for until a laboratory has passed it. A failing report
 * stands in the way for good, unless another laboratory passes what it found; nothing is recalled
 * by itself. A rapid test knows some substances and no others: it is said that nothing positive was
 * seen (速测未见阳性), never that there is no residue.
 *
 * <p>Owns {@code rapid_test}, {@code lab_report} and {@code lab_item}. May import {@code lineage},
 * {@code trace} and below.
 */
package org.xiangpin.residue;
