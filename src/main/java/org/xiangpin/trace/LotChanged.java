package org.xiangpin.trace;

/**
 * A lot was entered or changed in this transaction: pages and lists that show it are out of date.
 */
public record LotChanged(long lotId, String gtin, String code) {}
