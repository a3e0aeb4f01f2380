package org.xiangpin.photo;

import org.xiangpin.account.CurrentAccount;

/**
 * What a feature whose things have photos tells about them: a bean of it. Asked only for photos
 * that the public does not see.
 */
public interface PhotoOwners {

  /** The word in {@link PhotoOwner#kind()}; each feature has its own. */
  String kind();

  /** Whether this person may see the thing, and so its photos. */
  boolean isSeenBy(long ownerId, CurrentAccount me);
}
