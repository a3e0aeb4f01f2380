package org.xiangpin.photo;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xiangpin.picture.Picture;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;

/**
 * A photo as it is kept and shown: its {@link Picture}, whose it is, what it shows in words, and
 * whether the public sees it. The picture never changes; another one is another photo.
 */
@Entity
@Table(name = "photo")
public class Photo extends PanacheEntityBase {

  private static final int LONGEST_ALT = 120;

  @Id Long id;

  @Column(name = "owner_kind")
  String ownerKind;

  @Column(name = "owner_id")
  long ownerId;

  boolean shown;
  String alt;
  int width;
  int height;

  @Basic(fetch = FetchType.LAZY)
  @Column(columnDefinition = "mediumblob")
  byte[] jpeg;

  @Column(name = "account_id")
  Long accountId;

  @Column(name = "added_at")
  Instant addedAt;

  protected Photo() {}

  private Photo(PhotoOwner owner, Picture picture, String alt, Long accountId, Instant now) {
    this.id = Ids.next();
    this.ownerKind = owner.kind();
    this.ownerId = owner.id();
    this.alt = acceptable(alt);
    this.width = picture.width();
    this.height = picture.height();
    this.jpeg = picture.jpeg();
    this.accountId = accountId;
    this.addedAt = now;
  }

  /**
   * Hangs a picture to a thing, in the caller's transaction; nobody but those who may see the thing
   * sees it until it is {@linkplain #show() shown}. Whether others hang there already is the
   * owner's affair, who holds its own lock.
   *
   * @param picture from {@link PhotoStore#clean}, outside of the transaction
   * @param alt what is to be seen, for who can't see it; 1 to 120 characters
   * @param accountId who handed it in
   * @throws InvalidInput for field {@code alt}
   */
  public static Photo attach(
      PhotoOwner owner, Picture picture, String alt, Long accountId, Instant now) {
    Photo photo = new Photo(owner, picture, alt, accountId, now);
    photo.persist();
    return photo;
  }

  private static String acceptable(String alt) {
    if (alt == null
        || alt.isBlank()
        || alt.strip().length() > LONGEST_ALT
        || alt.strip().chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "alt",
          "请用一句话写照片上是什么，最多 120 个字。",
          "Say in a sentence what the photo shows, at most 120 characters.");
    }
    return alt.strip();
  }

  /** By its id as it stands in an address; empty for anything that is no photo's. */
  static Optional<Photo> findByText(String id) {
    return Ids.parse(id).flatMap(number -> Photo.<Photo>findByIdOptional(number));
  }

  /** All photos of a thing, the oldest first; their bytes stay in the database. */
  public static List<Photo> of(PhotoOwner owner) {
    return list("ownerKind = ?1 and ownerId = ?2 order by id", owner.kind(), owner.id());
  }

  /** The oldest photo of a thing that the public sees, if there is one. */
  public static Optional<Photo> shownOf(PhotoOwner owner) {
    return find("ownerKind = ?1 and ownerId = ?2 and shown order by id", owner.kind(), owner.id())
        .firstResultOptional();
  }

  /**
   * Takes all photos of a thing down: they are gone with their rows.
   *
   * @return how many there were
   */
  public static long takeDownAllOf(PhotoOwner owner) {
    return delete("ownerKind = ?1 and ownerId = ?2", owner.kind(), owner.id());
  }

  /** From now on everybody may see it. */
  public void show() {
    this.shown = true;
  }

  /** From now on only those see it who may see its owner; copies made before last up to a day. */
  public void hide() {
    this.shown = false;
  }

  public Long id() {
    return id;
  }

  public PhotoOwner owner() {
    return new PhotoOwner(ownerKind, ownerId);
  }

  /** Whether everybody may see it. */
  public boolean isShown() {
    return shown;
  }

  /** What is to be seen, in words. */
  public String alt() {
    return alt;
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }

  /** At most 61,440 bytes; read when they are asked for. */
  byte[] jpeg() {
    return jpeg;
  }

  public Instant addedAt() {
    return addedAt;
  }

  /** Where everybody finds it while it is shown. */
  public String path() {
    return "/photo/" + Ids.toText(id) + ".jpg";
  }

  /** Where those find it who may see its owner, shown or not. */
  public String consolePath() {
    return "/console/photo/" + Ids.toText(id) + ".jpg";
  }
}
