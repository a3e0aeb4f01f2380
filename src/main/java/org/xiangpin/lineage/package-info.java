/**
 * Where goods came from and where they went (来去): lots that are made of others by grading (分级),
 * splitting (分批), merging (合并) or repacking (分装), and goods that shrank (损耗) or were destroyed
 * (销毁). A step takes what it uses from the sources' mass, links sources to targets, and is recorded
 * in the life of each. A walk through the links finds all ancestors or all descendants of a lot
 * with one statement. Each step is one transformation in EPCIS.
 *
 * <p>Owns {@code lot_step}, {@code lot_link}. May import {@code trace} and below.
 */
package org.xiangpin.lineage;
