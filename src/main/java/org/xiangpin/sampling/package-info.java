/**
 * The sampling plan (抽检计划): which lots of a period are to be tested. Each lot is given points by
 * its product, its producer's findings, missing and late records, the time since the last test, its
 * weight, and chance; every point has its reason, and chance comes from a seed that is kept, so
 * that the plan can be drawn again. The time since the last test counts without end: in the end
 * everybody's turn comes. A pick is done when a test or a report of the lot was recorded after it.
 *
 * <p>Owns {@code sampling_plan} and {@code sampling_pick}. May import {@code residue}, {@code
 * trace}, {@code spray} and below.
 */
package org.xiangpin.sampling;
