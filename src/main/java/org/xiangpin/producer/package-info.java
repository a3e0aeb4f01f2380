/**
 * Who grows and what: producers (生产主体: farmer 农户, cooperative 合作社, company 企业, service station
 * 服务站), their plots (地块) in mu, and the county's products (产品) with GTIN-14 and NY/T 3177-2018
 * class. Each producer may show one picture of its orchard (果园照片).
 *
 * <p>Owns {@code producer}, {@code producer_log}, {@code plot}, {@code product_category}, {@code
 * issuer}, {@code product}. May import {@code people}, {@code photo} and below.
 */
package org.xiangpin.producer;
