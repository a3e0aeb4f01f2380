package org.xiangpin.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.xiangpin.picture.Picture;
import org.xiangpin.shared.InvalidInput;

/**
 * Makes clean pictures of what people send in: the way for every photo. The bytes judge, not the
 * name; what comes out was written by us, pixel by pixel.
 */
@ApplicationScoped
public class PhotoStore {

  /** 10 MB; phones' photos have two to eight. */
  static final int MOST_BYTES = 10_000_000;

  /** Photos that are decoded at once; each takes up to 100 MB for a second or two. */
  static final int AT_ONCE = 2;

  private static final int SECONDS_TO_WAIT = 3;

  @Inject PhotoQuota quota;

  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Call it before the transaction that keeps the picture: it takes a second or two.
   *
   * @param upload JPEG, PNG or WebP of at most 10 MB; not closed here
   * @param accountId whose daily quota it counts against
   * @throws InvalidInput for field {@code photo}, naming what is wrong with it
   * @throws TooManyPhotos when the person sent enough for today
   * @throws PhotosBusy when no place to decode gets free within three seconds
   */
  public Picture clean(InputStream upload, Long accountId) throws IOException {
    quota.take(accountId);
    return clean(upload);
  }

  /**
   * The same for what a form sent: one file, and no more.
   *
   * @throws InvalidInput also when none or several were chosen
   */
  public Picture cleanSent(List<FileUpload> files, Long accountId) throws IOException {
    if (files == null || files.isEmpty() || files.stream().allMatch(f -> f.fileName().isEmpty())) {
      throw new InvalidInput("photo", "请先选一张照片。", "Choose a photo first.");
    }
    if (files.size() > 1) {
      throw new InvalidInput("photo", "一次只能放一张，请只选一张。", "One photo only; choose a single one.");
    }
    try (InputStream upload = Files.newInputStream(files.get(0).uploadedFile())) {
      return clean(upload, accountId);
    }
  }

  /** The same for a file that no person sent, such as the program's own. */
  public Picture clean(InputStream upload) throws IOException {
    enter();
    try {
      // only those inside hold their bytes in memory
      byte[] file = upload.readNBytes(MOST_BYTES + 1);
      if (file.length > MOST_BYTES) {
        throw new InvalidInput(
            "photo",
            "照片文件太大，最多 10 MB。请用手机上的小尺寸再存一张，或截一张图来传。",
            "The photo's file is too large; 10 MB at most. Save a smaller copy, or send a screenshot"
                + " of it.");
      }
      return Picture.of(file);
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
        throw new PhotosBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PhotosBusy();
    }
  }
}
