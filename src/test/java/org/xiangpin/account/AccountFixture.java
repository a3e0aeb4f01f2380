package org.xiangpin.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People for tests; each with a phone number of its own and the same password. */
public final class AccountFixture {

  public static final String PASSWORD = "test-password-1";

  private static final AtomicInteger NEXT_PHONE = new AtomicInteger(5000);

  /** Small enough that a test spends no time on it. */
  private static final String HASH =
      Password.hash(PASSWORD)
          .addRandomSalt(16)
          .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
          .getResult();

  private AccountFixture() {}

  /** Who was made. */
  public record Person(long id, String phone, String name) {

    /** A browser in which the person is signed in. */
    public ConsoleClient signIn() {
      return ConsoleClient.signIn(phone, PASSWORD);
    }
  }

  /** A phone number that nobody has. */
  public static String phone() {
    return "1990000" + NEXT_PHONE.getAndIncrement();
  }

  /** A person who can sign in; the region must exist and be of the role's level. */
  public static Person with(Role role, String regionCode) {
    String phone = phone();
    String name = "测试" + phone.substring(7) + "（演示）";
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Account account = Account.invite(phone, name, ScopedRole.of(role, regionCode), now());
              account.setPassword(HASH);
              return new Person(account.id(), phone, name);
            });
  }

  /** A further role for the person. */
  public static void grant(Person person, Role role, String regionCode) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Account.<Account>findById(person.id()).grantRole(ScopedRole.of(role, regionCode)));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
