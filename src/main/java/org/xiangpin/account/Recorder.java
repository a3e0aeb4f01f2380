package org.xiangpin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Who recorded something that nobody does for another: the person, and the role. */
@Embeddable
public record Recorder(
    @Column(name = "actor_id") Long accountId,
    @Column(name = "actor_name") String name,
    @Enumerated(EnumType.STRING) @Column(name = "actor_role") Role role) {

  public static Recorder of(Actor actor) {
    return new Recorder(actor.accountId(), actor.name(), actor.role());
  }
}
