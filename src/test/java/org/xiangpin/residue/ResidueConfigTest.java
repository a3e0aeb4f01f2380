package org.xiangpin.residue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which percent a test may count as positive. */
class ResidueConfigTest {

  private static final String PREFIX = "xiangpin.residue.threshold.";

  @ParameterizedTest
  @ValueSource(strings = {"enzyme-inhibition", "colloidal-gold"})
  void aThresholdIsOneToAHundredPercent(String method) {
    assertEquals(1, least(with(method, "1")));
    with(method, "100");
    for (String never : new String[] {"0", "101", "-1"}) {
      assertThrows(ConfigValidationException.class, () -> with(method, never), never);
    }
  }

  private static int least(ResidueConfig config) {
    return Math.min(config.enzymeInhibition(), config.colloidalGold());
  }

  private static ResidueConfig with(String method, String percent) {
    return new SmallRyeConfigBuilder()
        .withMapping(ResidueConfig.class)
        .withValidator(new BeanValidationConfigValidatorImpl())
        .withSources(new PropertiesConfigSource(Map.of(PREFIX + method, percent), "test", 100))
        .build()
        .getConfigMapping(ResidueConfig.class);
  }
}
