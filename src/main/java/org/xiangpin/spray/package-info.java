/**
 * What was used in the field (用药记录): which pesticide (农药), how much, on which plot, on which day,
 * and who wrote it down for whom. Each pesticide has a pre-harvest interval (安全间隔期) in days on the
 * crops for which it is registered; a harvest before that, or after a banned active, is refused.
 * The county keeps its own table of pesticides; what was sprayed keeps the pesticide as it stood.
 *
 * <p>It knows no lots: whoever asks names the producer, the plot, the crop and the day of a {@link
 * org.xiangpin.spray.Harvest}. Owns {@code pesticide} and {@code spray}. May import {@code
 * producer} and below.
 */
package org.xiangpin.spray;
