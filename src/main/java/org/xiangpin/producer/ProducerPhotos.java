package org.xiangpin.producer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.photo.Photo;
import org.xiangpin.photo.PhotoOwners;
import org.xiangpin.picture.Picture;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;

/** The one picture of a producer's orchard or farm: put up, shown to buyers or not, taken down. */
@ApplicationScoped
public class ProducerPhotos implements PhotoOwners {

  static final String KIND = "producer";

  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isSeenBy(long producerId, CurrentAccount me) {
    return Producer.<Producer>findByIdOptional(producerId).filter(p -> p.isSeenBy(me)).isPresent();
  }

  /**
   * Puts a picture up in the place of the one before.
   *
   * @param isShown whether buyers see it: only where the producer agreed
   */
  @Transactional
  void hang(Long id, Picture picture, String alt, boolean isShown, CurrentAccount me) {
    Producer producer = locked(id, me);
    Instant now = Times.now(clock);
    Photo.takeDownAllOf(producer.photoOwner());
    Photo photo = Photo.attach(producer.photoOwner(), picture, alt, me.id(), now);
    if (isShown) {
      photo.show();
    }
    log(producer, ProducerEvent.PHOTO_HUNG, alt, me, now);
  }

  @Transactional
  void show(Long id, boolean isShown, CurrentAccount me) {
    Producer producer = locked(id, me);
    Photo photo = producer.photo().orElseThrow(NotFound::new);
    if (isShown) {
      photo.show();
    } else {
      photo.hide();
    }
    ProducerEvent event = isShown ? ProducerEvent.PHOTO_SHOWN : ProducerEvent.PHOTO_HIDDEN;
    log(producer, event, null, me, Times.now(clock));
  }

  @Transactional
  void takeDown(Long id, CurrentAccount me) {
    Producer producer = locked(id, me);
    if (Photo.takeDownAllOf(producer.photoOwner()) > 0) {
      log(producer, ProducerEvent.PHOTO_TAKEN_DOWN, null, me, Times.now(clock));
    }
  }

  /** Two who change the picture at the same moment do it one after the other. */
  private static Producer locked(Long id, CurrentAccount me) {
    Producer producer = Producer.findById(id, LockModeType.PESSIMISTIC_WRITE);
    producer.requireActedForBy(me);
    return producer;
  }

  private static void log(
      Producer producer, ProducerEvent event, String detail, CurrentAccount me, Instant now) {
    ProducerLog.add(producer.id(), event, producer.actor(me), detail, now);
  }
}
