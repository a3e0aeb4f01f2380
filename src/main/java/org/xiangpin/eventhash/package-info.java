/**
 * What an event is called: EPCs and the words of the Core Business Vocabulary in one canonical
 * form, and the event hash of CBV 2.0, section 8.9. Two ways of writing the same thing become one
 * here; nothing else in the service compares identifiers of EPCIS.
 *
 * <p>Owns no tables. Imports nothing of ours.
 */
package org.xiangpin.eventhash;
