/**
 * People (账号) and what they may do where: a role always has a scope. Who acts in the present
 * request is known here, and what happens to access is written to the access log here; how a person
 * gets in is {@code signin}'s, who looks after whom is {@code people}'s.
 *
 * <p>Owns {@code installation}, {@code account}, {@code account_role} and {@code access_log}. May
 * import {@code region} and below.
 */
package org.xiangpin.account;
