/**
 * Labels (标签) in rolls (标签卷): a roll is a number and a size of one lot; its labels have no rows.
 * Each serial carries its roll, its index and a MAC under the county's key, so that it is judged
 * without the database.
 *
 * <p>Owns {@code label_key}, {@code label_roll}, {@code label_signing_key}. May import {@code
 * trace} and below. What a link, a serial, a code and a sheet are stands in the module {@code
 * traceability-labels}.
 */
package org.xiangpin.label;
