package org.xiangpin.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whom a parcel goes to. Says nothing of it in logs. */
@Embeddable
public record Recipient(
    @Column(name = "recipient") String name,
    @Column(name = "phone") String phone,
    @Column(name = "address") String address) {

  @Override
  public String toString() {
    return "Recipient[…]";
  }
}
