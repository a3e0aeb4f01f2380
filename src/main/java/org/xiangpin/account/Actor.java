package org.xiangpin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Who did something, as it is recorded: the person, the role in which it was done, and for whom.
 *
 * @param role null for a shop that acts by its key
 * @param onBehalfOfProducerId the farmer acted for, or null when the person acted for himself
 */
@Embeddable
public record Actor(
    @Column(name = "actor_id") Long accountId,
    @Column(name = "actor_name") String name,
    @Enumerated(EnumType.STRING) @Column(name = "actor_role") Role role,
    @Column(name = "on_behalf_of_producer_id") Long onBehalfOfProducerId) {}
