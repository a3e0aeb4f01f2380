package org.xiangpin.signin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.account.Phone;
import org.xiangpin.shared.InvalidInput;

class PasswordsTest {

  private final Passwords quick = new QuickPasswords();

  @Test
  void hashesWithArgon2idAsRecommended() {
    String hash = new Passwords().hash("peach river lantern");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
  }

  @Test
  void recognisesThePasswordAndNoOther() {
    String hash = quick.hash("peach river lantern");
    assertTrue(quick.matches("peach river lantern", hash));
    assertFalse(quick.matches("peach river lanterm", hash));
    assertFalse(quick.matches(null, hash));
    assertFalse(quick.matches("no such account", null));
  }

  @Test
  void takesHashesOfOtherStrengthsFurther() {
    assertTrue(new Passwords().matches("peach river lantern", quick.hash("peach river lantern")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "12345678",
        "87654321",
        "11111111",
        "password",
        "Passw0rd",
        "abcdefgh",
        "xp19900001234",
        "1234567890",
        "0987654321",
        "88888888",
        "5201314a"
      })
  void refusesPasswordsThatAreGuessedFirst(String password) {
    assertThrows(InvalidInput.class, () -> quick.requireAcceptable(password, "19900001234"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"peach river", "黄桃熟了我们去摘", "tr4ctor&mud"})
  void takesOrdinaryGoodPasswords(String password) {
    assertDoesNotThrow(() -> quick.requireAcceptable(password, "19900001234"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"１９９ ００００ １２３４", "+8619900001234", "86 199-0000-1234", "0086 19900001234"})
  void readsPhonesAsPeopleTypeThem(String typed) {
    assertTrue(Phone.find(typed).orElse("").equals("19900001234"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1990000123", "199000012345", "29900001234", "12900001234", "+1 19900001234"})
  void refusesWhatIsNoMobileNumber(String typed) {
    assertThrows(InvalidInput.class, () -> Phone.normalise(typed));
  }
}
