/**
 * Party branches (党支部): the tree of organisations by which the villages' work is organised, each
 * tied to a region. The parent is the truth; the path is derived from it. Counts of members only,
 * no member register.
 *
 * <p>Owns {@code branch}, {@code branch_liaison_officer}. May import {@code region} and below.
 */
package org.xiangpin.branch;
