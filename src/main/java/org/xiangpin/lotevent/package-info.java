/**
 * Words for what happens to lots (溯源事件的写法): an event of EPCIS 2.0 in the making, in the few shapes
 * that our lots need, with their identifiers, quantities, times and places. It knows lots by their
 * links only, and takes no name of a person: who did it stands in the lot's own record.
 *
 * <p>Owns no table. May import {@code epcis} and below.
 */
package org.xiangpin.lotevent;
