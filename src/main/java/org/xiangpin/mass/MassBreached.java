package org.xiangpin.mass;

import java.time.Instant;

/**
 * More was asked of a lot than there is, and refused.
 *
 * @param free grams that were left for this use
 */
record MassBreached(
    long lotId, MassUse use, long asked, long free, Long actorId, String actorName, Instant at) {}
