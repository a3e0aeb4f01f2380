package org.xiangpin.signin;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.xiangpin.shared.InvalidInput;

/**
 * Hashing of passwords: Argon2id with 19 MiB, 2 passes, 1 lane, OWASP's first choice for servers
 * that share their memory. At most two are computed at a time, so that guessing cannot exhaust it.
 */
@ApplicationScoped
class Passwords {

  static final int LEAST_LENGTH = 8;
  static final int MOST_LENGTH = 128;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /** Beyond what the patterns of {@link #isCommon} catch. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "password1",
          "passw0rd",
          "qwertyui",
          "qwertyuiop",
          "1qaz2wsx",
          "iloveyou",
          "5201314a",
          "woaini123",
          "woaini1314",
          "woaini520",
          "a1234567",
          "a12345678",
          "a123456789",
          "abcd1234",
          "abc12345",
          "abc123456",
          "aa123456",
          "qq123456",
          "1q2w3e4r",
          "zxcvbnm1",
          "admin123",
          "admin888",
          "xiangpin",
          "xiangpin1",
          "52013145",
          "14725836",
          "147258369");

  private static final int MOST_WAITING = 32;

  private final Semaphore computing = new Semaphore(2, true);
  private final Argon2Function function;

  /** Compared with when there is no account, so that the answer takes as long. */
  private final String dummy;

  Passwords() {
    this(ARGON2);
  }

  /** For tests, which sign in a hundred times and need not be slow about it. */
  Passwords(Argon2Function function) {
    this.function = function;
    this.dummy = compute("no such account");
  }

  /**
   * @throws InvalidInput when the password is short, long, the phone number, or one of the
   *     commonest
   */
  void requireAcceptable(String password, String phone) {
    if (password == null || password.length() < LEAST_LENGTH) {
      throw new InvalidInput(
          "password", "密码至少 8 个字符。", "The password needs at least 8 characters.");
    }
    if (password.length() > MOST_LENGTH) {
      throw new InvalidInput(
          "password", "密码最多 128 个字符。", "The password may have at most 128 characters.");
    }
    if (password.contains(phone) || isCommon(password)) {
      throw new InvalidInput(
          "password",
          "这个密码太容易猜到。请换一个，比如几个不相干的词。",
          "This password is too easy to guess. Take another one, such as a few unrelated words.");
    }
  }

  String hash(String password) {
    return oneOfTwo(() -> compute(password));
  }

  /**
   * Whether the password belongs to the hash. With a null hash it does the same work and says no.
   */
  boolean matches(String password, String hash) {
    String given = password == null || password.length() > MOST_LENGTH ? "" : password;
    String stored = hash == null ? dummy : hash;
    boolean right =
        oneOfTwo(
            () ->
                Password.check(plain(given), stored)
                    .with(Argon2Function.getInstanceFromHash(stored)));
    return right && hash != null;
  }

  private String compute(String password) {
    return Password.hash(plain(password)).addRandomSalt(16).with(function).getResult();
  }

  /** The same password typed on different keyboards is the same characters. */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T oneOfTwo(Supplier<T> work) {
    if (computing.getQueueLength() >= MOST_WAITING) {
      throw new TooManyAttempts();
    }
    try {
      if (!computing.tryAcquire(5, TimeUnit.SECONDS)) {
        throw new TooManyAttempts();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyAttempts();
    }
    try {
      return work.get();
    } finally {
      computing.release();
    }
  }

  private static boolean isCommon(String password) {
    String small = password.toLowerCase(Locale.ROOT);
    return COMMON.contains(small) || small.chars().distinct().count() < 4 || isRun(small);
  }

  /** 12345678, 87654321, abcdefgh, and such a run doubled. */
  private static boolean isRun(String text) {
    int up = 0;
    int down = 0;
    for (int i = 1; i < text.length(); i++) {
      int step = text.charAt(i) - text.charAt(i - 1);
      up += step == 1 || step == -9 ? 1 : 0;
      down += step == -1 || step == 9 ? 1 : 0;
    }
    return Math.max(up, down) >= text.length() - 2;
  }
}
