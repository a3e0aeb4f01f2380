package org.xiangpin.traceability.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519KeysTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SEED = new byte[32];

  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701"
        + "cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d"
        + "0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
  })
  void givesTheVectorsOfRfc8032(String seed, String key, String message, String signature) {
    SigningKey signing = SigningKey.ofSeed(HEX.parseHex(seed));
    byte[] text = HEX.parseHex(message);
    assertEquals(key, HEX.formatHex(signing.publicKey().raw()));
    assertEquals(signature, HEX.formatHex(signing.sign(text)));
    VerificationKey read = VerificationKey.of(HEX.parseHex(key));
    assertTrue(read.verify(text, HEX.parseHex(signature)));
    assertEquals(signing.publicKey(), read);
    assertEquals(signing.publicKey().hashCode(), read.hashCode());
  }

  @Test
  void refusesEveryChangedBitOfASignature() {
    SigningKey key = SigningKey.ofSeed(SEED);
    byte[] text = {1, 2, 3};
    byte[] signature = key.sign(text);
    for (int bit = 0; bit < 512; bit++) {
      byte[] changed = signature.clone();
      changed[bit >> 3] ^= (byte) (1 << (bit & 7));
      assertFalse(key.publicKey().verify(text, changed), "bit " + bit);
    }
    assertFalse(key.publicKey().verify(new byte[] {1, 2}, signature));
    assertFalse(key.publicKey().verify(text, Arrays.copyOf(signature, 63)));
    assertFalse(key.publicKey().verify(text, Arrays.copyOf(signature, 65)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0200000000000000000000000000000000000000000000000000000000000000",
        "01",
        ""
      })
  void refusesKeysThatAreNoSafePoint(String hex) {
    assertThrows(IllegalArgumentException.class, () -> VerificationKey.of(HEX.parseHex(hex)), hex);
  }

  @Test
  void takesAnyBytesAsKeyOrSaysThatTheyAreNone() {
    Random random = new Random(20261121);
    int taken = 0;
    for (int i = 0; i < 200; i++) {
      byte[] raw = new byte[32];
      random.nextBytes(raw);
      try {
        VerificationKey key = VerificationKey.of(raw);
        byte[] signature = new byte[64];
        random.nextBytes(signature);
        assertFalse(key.verify(raw, signature));
        taken++;
      } catch (IllegalArgumentException expected) {
        assertTrue(expected.getMessage().contains("Ed25519"));
      }
    }
    assertTrue(taken > 60 && taken < 140, "half of all numbers are points, taken " + taken);
  }

  @Test
  void refusesSeedsOfAnotherLength() {
    assertThrows(IllegalArgumentException.class, () -> SigningKey.ofSeed(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> SigningKey.ofSeed(new byte[33]));
  }

  @Test
  void signsTheSameFromManyThreadsAtOnce() {
    SigningKey key = SigningKey.ofSeed(SEED);
    byte[][] signatures =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> key.sign(new byte[] {(byte) (i % 10)}))
            .toArray(byte[][]::new);
    for (int i = 0; i < 200; i++) {
      assertArrayEquals(signatures[i % 10], signatures[i]);
    }
  }

  @Test
  void givesAwayNeitherSecretNorState() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    String secret = HEX.formatHex(key.seed());
    assertFalse(key.toString().contains(secret));
    assertNotEquals(secret, HEX.formatHex(SigningKey.generate(new SecureRandom()).seed()));
    key.seed()[0] ^= 1;
    key.publicKey().raw()[0] ^= 1;
    assertEquals(secret, HEX.formatHex(key.seed()));
    assertEquals(SigningKey.ofSeed(HEX.parseHex(secret)).publicKey(), key.publicKey());
  }
}
