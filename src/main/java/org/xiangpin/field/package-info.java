/**
 * What the records of the field (生产记录) say of a lot: sprays, tests and marks together. To the
 * inspector on the lot's page, with a list of certified lots on whose field something was recorded
 * later that should have kept them from being harvested; to buyers as {@link
 * org.xiangpin.field.FieldFacts}, which tells facts and blames no product.
 *
 * <p>Owns no table. May import {@code residue}, {@code mark}, {@code spray}, {@code lineage},
 * {@code trace} and below.
 */
package org.xiangpin.field;
