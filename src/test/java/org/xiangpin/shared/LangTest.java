package org.xiangpin.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
        "en-GB | EN",
        "fr,en;q=0.3 | EN",
        "zh;q=0.1,en;q=0.2 | EN",
        "fr | ZH",
        ", | ZH",
        ",,; | ZH",
        "a;q=x | ZH",
        "| ZH",
      })
  void theFirstOfOurLanguagesThatIsAcceptedCounts(String header, Lang expected) {
    assertEquals(expected, Lang.accepted(header));
  }
}
