/**
 * Who grows and what: producers (生产主体: farmer 农户, cooperative 合作社, company 企业, service station
 * 服务站), their plots (地块) in mu, and the county's products (产品) with GTIN-14 and NY/T 3177-2018
 * class.
 *
 * <p>Owns {@code producer}, {@code plot}, {@code product_category}, {@code issuer}, {@code
 * product}. May import {@code account} and below.
 */
package org.xiangpin.producer;
