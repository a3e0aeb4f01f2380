/**
 * What happened to things, in the words of EPCIS 2.0 (事件): captured from storefronts and partners
 * by {@code /epcis/v2}, recorded by the features above, kept whole, never changed, and found again
 * by the standard's queries. Knows nothing of lots: an event speaks of identifiers.
 *
 * <p>Owns {@code epcis_event}, {@code epcis_thing} and {@code epcis_capture_job}. May import {@code
 * eventhash} and below. Features above call {@link org.xiangpin.epcis.EpcisEvents} in their own
 * transaction, and answer under the same address and key as {@link org.xiangpin.epcis.EpcisApi}.
 */
package org.xiangpin.epcis;
