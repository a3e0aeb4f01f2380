package org.xiangpin.account;

/**
 * Who did something, as it is recorded: the person, the role in which it was done, and for whom.
 *
 * @param onBehalfOfProducerId the farmer acted for, or null when the person acted for himself
 */
public record Actor(Long accountId, String name, Role role, Long onBehalfOfProducerId) {}
