/**
 * Administrative divisions (行政区划): province 省, city 市, county 县, township 乡镇, village 村, by
 * 12-digit code. Codes and names change over the years; nothing is deleted: a region that ends
 * keeps its row, its last day and its successor, and former names stay as aliases.
 *
 * <p>Owns {@code region}, {@code region_alias}. May import {@code shared}.
 */
package org.xiangpin.region;
