/**
 * Looking after people (人员): who invites, resets and disables whom, which roles they hold, and the
 * access log of a county.
 *
 * <p>Owns no tables. May import {@code signin} and below.
 */
package org.xiangpin.people;
