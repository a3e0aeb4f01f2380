package org.xiangpin.label;

import org.xiangpin.account.Actor;
import org.xiangpin.trace.TraceEvent;

/**
 * A roll was issued in this transaction.
 *
 * @param event the step of the lot's life that tells so
 * @param isOrdered whether the office ordered it, to be handed out later; else who issued it prints
 *     it for himself
 */
public record RollIssued(LabelRoll roll, TraceEvent event, boolean isOrdered, Actor actor) {}
