/**
 * Who has which labels of a roll (标签保管): ranges are handed over to a person of a village, handed
 * on, and voided when they are spoiled (坏了) or lost (丢了). A roll that somebody prints for himself
 * is in his hands whole; of one that the office orders nothing is handed out yet, and its labels
 * scan as 未启用.
 *
 * <p>What holds now is the fold of a roll's steps ({@link org.xiangpin.custody.Custody}), so that
 * no label is ever in two hands and none has a row.
 *
 * <p>Owns {@code custody_step}. May import {@code label} and below.
 */
package org.xiangpin.custody;
