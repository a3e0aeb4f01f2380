/**
 * Signing in and out (登录): sessions, passwords, and the one-time links by which a person gets in
 * the first time. Sessions live on the server; passwords are Argon2id hashes.
 *
 * <p>Owns {@code invitation} and {@code session}. May import {@code account} and below.
 */
package org.xiangpin.signin;
