/**
 * Administrative divisions (行政区划): province 省, city 市, county 县, township 乡镇, village 村, by
 * 12-digit code. Codes and names change over the years; nothing is deleted: a region that ends
 * keeps its row, its last day and its successor, and former names stay as aliases.
 *
 * <p>When a town is merged into another, its villages keep their codes, which still begin with the
 * merged town's, and stand under the successor by their parent: names and scopes follow the parent
 * and the successor, printed codes and old records stay as they are. Where the villages get new
 * codes too, they are new rows, and each old one is merged into its new one.
 *
 * <p>The files of the import do not tell since when a region is, so its first day is set to that of
 * the People's Republic; they say nothing about codes that they lack, so those stay.
 *
 * <p>Owns {@code region}, {@code region_alias}. May import {@code shared}.
 */
package org.xiangpin.region;
