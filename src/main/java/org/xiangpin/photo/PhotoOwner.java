package org.xiangpin.photo;

import org.xiangpin.shared.Ids;

/**
 * The thing that a photo belongs to, such as a producer.
 *
 * @param kind the owning feature's word for its things, at most 16 lower-case letters; see {@link
 *     PhotoOwners#kind()}
 */
public record PhotoOwner(String kind, long id) {

  @Override
  public String toString() {
    return kind + " " + Ids.toText(id);
  }
}
