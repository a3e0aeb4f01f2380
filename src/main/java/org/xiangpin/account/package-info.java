/**
 * People (账号) and storefront keys: who may come in and what they may do where. A role always has a
 * scope. Sessions live on the server; passwords are Argon2id hashes; everything about access is
 * written to the access log.
 *
 * <p>Owns {@code installation}, {@code account}, {@code account_role}, {@code invitation}, {@code
 * session}, {@code access_log}, {@code storefront}, {@code storefront_county}, {@code
 * storefront_key}. May import {@code branch} and below.
 */
package org.xiangpin.account;
