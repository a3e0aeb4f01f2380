/**
 * Recalls (召回): a lot and everything that was made of it is held at once by one person, which stops
 * the sale and turns the scan pages amber; a second person confirms, and they are red for good, or
 * lifts, and each lot is again what it was. The recall shows the orders and the stock that are
 * affected, prints the notice (召回通知), counts what is found again and ends with a report. Every step
 * stands in the lots' lives and in the public log.
 *
 * <p>Owns {@code recall}, {@code recall_lot}. May import {@code order} and below.
 */
package org.xiangpin.recall;
