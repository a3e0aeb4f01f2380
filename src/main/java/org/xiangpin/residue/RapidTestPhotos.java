package org.xiangpin.residue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.photo.Photo;
import org.xiangpin.photo.PhotoOwner;
import org.xiangpin.photo.PhotoOwners;
import org.xiangpin.picture.Picture;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.trace.Lot;

/**
 * Pictures of the strip or the meter, added once the test is written down, so that a poor network
 * loses no result. Never shown to the public, and never taken away: they are evidence.
 */
@ApplicationScoped
public class RapidTestPhotos implements PhotoOwners {

  static final int MOST = 3;

  private static final String KIND = "rapid-test";

  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isSeenBy(long testId, CurrentAccount me) {
    return RapidTest.<RapidTest>findByIdOptional(testId)
        .map(test -> Lot.<Lot>findById(test.lotId()))
        .filter(lot -> lot.producer().isSeenBy(me))
        .isPresent();
  }

  List<Photo> of(RapidTest test) {
    return Photo.of(owner(test));
  }

  /**
   * @param alt what is to be seen
   * @throws WrongState when there are three already
   */
  @Transactional
  void add(RapidTest test, Picture picture, String alt, CurrentAccount me) {
    Lot.lock(test.lotId());
    if (of(test).size() >= MOST) {
      throw new WrongState("一次检测最多三张照片。", "A test has at most three photos.");
    }
    Photo.attach(owner(test), picture, alt, me.id(), Times.now(clock));
  }

  private static PhotoOwner owner(RapidTest test) {
    return new PhotoOwner(KIND, test.id());
  }
}
