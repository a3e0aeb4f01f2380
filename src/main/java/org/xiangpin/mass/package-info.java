/**
 * The mass balance (物料平衡) of a lot, in grams: what the township certified, and where it went. What
 * was passed on into other lots, shrank, was destroyed or was offered for sale is never more than
 * there was, and no more is labelled; one row per lot under CHECKs says so, and every change of it
 * is one conditional statement in the caller's transaction. Who asks for more is refused, and what
 * was asked is kept as a breach (超量), for the inspector.
 *
 * <p>It knows lots by their ids only. Owns {@code lot_mass} and {@code mass_breach}. Imports
 * account, shared.
 */
package org.xiangpin.mass;
