/**
 * What every feature may use and no business noun: weights and money as people say them, the clock,
 * identifiers, refusals and how they are shown, cursors.
 *
 * <p>Owns no tables. Imports nothing of this project.
 */
package org.xiangpin.shared;
