package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.cli.command.ExitCode;

class LinkCommandsTest {
  private static final String LINK =
      "https://trace.example.cn/01/09520123456788/10/A1?3103=001250&s=a.b";

  @Test
  void parseTellsTheElementsAsJson() {
    Run run = Run.of("parse", LINK);
    assertEquals(ExitCode.OK, run.code());
    assertEquals(
        """
        {
          "ok": true,
          "compressed": false,
          "stem": "https://trace.example.cn",
          "key": {
            "ai": "01",
            "title": "GTIN",
            "value": "09520123456788"
          },
          "qualifiers": [
            {
              "ai": "10",
              "title": "BATCH/LOT",
              "value": "A1"
            }
          ],
          "attributes": [
            {
              "ai": "3103",
              "title": "NET WEIGHT (kg)",
              "value": "001250",
              "number": "1.250"
            }
          ],
          "extensions": [
            {
              "key": "s",
              "value": "a.b"
            }
          ],
          "uri": "https://trace.example.cn/01/09520123456788/10/A1?3103=001250&s=a.b",
          "canonical": "https://id.gs1.org/01/09520123456788/10/A1?3103=001250",
          "bracketed": "(01)09520123456788(10)A1(3103)001250",
          "fnc1": "010952012345678810A1\\u001d3103001250"
        }
        """,
        run.out());
    assertEquals(run.out(), Run.of("parse", "--json", LINK).out());
  }

  @Test
  void parseTellsLinesForPeople() {
    Run run = Run.of("parse", "--text", LINK);
    assertEquals(
        """
        (01)   GTIN                 09520123456788
        (10)   BATCH/LOT            A1
        (3103) NET WEIGHT (kg)      001250 = 1.250
        not of GS1                  s=a.b
        canonical                   https://id.gs1.org/01/09520123456788/10/A1?3103=001250
        """,
        run.out());
  }

  @Test
  void parseExpandsACompressedLink() {
    Run run = Run.of("parse", "https://id.gs1.org/ARHKVAdpQg");
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().contains("\"compressed\": true"), run.out());
    assertTrue(run.out().contains("\"uri\": \"https://id.gs1.org/01/09780345418913\""), run.out());
  }

  @Test
  void parseSaysWhatIsWrongAndWhere() {
    Run run = Run.of("parse", "https://id.gs1.org/01/09520123456789");
    assertEquals(ExitCode.REFUSED, run.code());
    assertEquals("", run.out());
    assertEquals("AI (01) at position 35: check digit is wrong.\n", run.err());
  }

  @Test
  void parseSaysItInJsonToo() {
    Run run = Run.of("parse", "https://id.gs1.org/01/09520123456789", "--json");
    assertEquals(ExitCode.REFUSED, run.code());
    assertEquals("", run.err());
    assertEquals(
        """
        {
          "ok": false,
          "kind": "refused",
          "message": "AI (01) at position 35: check digit is wrong.",
          "rule": "CHECK_DIGIT",
          "ai": "01",
          "position": 35
        }
        """,
        run.out());
  }

  @ParameterizedTest
  @CsvSource({"https://id.gs1.org/01/9520123456788", "https://id.gs1.org/01/09520123456788?8999=x"})
  void lenientTakesShortGtinsAndUnknownIdentifiers(String uri) {
    assertEquals(ExitCode.REFUSED, Run.of("parse", uri).code());
    assertEquals(ExitCode.OK, Run.of("parse", "--lenient", uri).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "https://",
        "https://id.gs1.org",
        "https://id.gs1.org/about",
        "https://id.gs1.org/01/09520123456788/zz/A1",
        "https://id.gs1.org/01/09520123456788/",
        "https://id.gs1.org/01/09520123456788/10/%",
        "HtTp://id.gs1.org/01/09520123456788",
        "https://id.gs1.org/ARHKVAdpQh"
      })
  void everyMalformedLinkGetsOneSentence(String uri) {
    for (String command : new String[] {"parse", "convert"}) {
      Run run = Run.of(command, uri);
      assertEquals(ExitCode.REFUSED, run.code(), command + " " + uri);
      assertTrue(run.err().endsWith(".\n"), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void aHugeLinkIsRefusedAtOnce() {
    Run run = Run.of("parse", "https://id.gs1.org/01/09520123456788/10/" + "A".repeat(5_000_000));
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().length() < 200, "the value is not repeated");
  }

  @Test
  void linkIsCanonicalUnlessToldOtherwise() {
    String[] pairs = {"17=261219", "10=A/1", "01=09520123456788", "11=261120"};
    assertEquals(
        "https://id.gs1.org/01/09520123456788/10/A%2F1?11=261120&17=261219",
        Run.of("link", pairs[0], pairs[1], pairs[2], pairs[3]).line());
    assertEquals(
        "https://t.cn/x/01/09520123456788/10/A%2F1?17=261219&11=261120&s=1.x",
        Run.of(
                "link",
                "--stem",
                "https://t.cn/x/",
                "--keep-order",
                "--extra",
                "s=1.x",
                pairs[0],
                pairs[1],
                pairs[2],
                pairs[3])
            .line());
  }

  @Test
  void linkTakesABracketedElementString() {
    assertEquals(
        "https://id.gs1.org/01/09520123456788/10/A1",
        Run.of("link", "(10)A1(01)09520123456788").line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01=09520123456789|1|Element 1: AI (01) at position 13: check digit is wrong.",
        "10=A1|1|GS1 data: there is no primary key among the elements.",
        "(01)0952|1|AI (01) at position 4: value has 4 characters where 14 are expected.",
        "A1|2|Neither one element string in brackets nor pairs AI=VALUE: A1."
      })
  void linkSaysWhichElementIsWrong(String element, int code, String message) {
    Run run = Run.of("link", element);
    assertEquals(code, run.code());
    assertEquals(message + "\n", run.err());
  }

  @Test
  void linkRefusesAStemThatIsNone() {
    Run run = Run.of("link", "--stem", "ftp://x", "01=09520123456788");
    assertEquals(ExitCode.REFUSED, run.code());
    assertEquals(ExitCode.REFUSED, Run.of("link", "--extra", "1=2", "01=09520123456788").code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.gs1.org/01/09520123456788/10/A1?17=261219",
        "(01)09520123456788(10)A1(17)261219",
        "010952012345678810A1^17261219",
        "010952012345678810A1\u001d17261219",
        "]Q3010952012345678810A1^17261219"
      })
  void convertTellsAllFormsOfAnyForm(String text) {
    assertEquals(
        """
        link       https://id.gs1.org/01/09520123456788/10/A1?17=261219
        bracketed  (01)09520123456788(10)A1(17)261219
        FNC1       010952012345678810A1^17261219
        """,
        Run.of("convert", text).out());
  }

  @Test
  void convertTellsOneForm() {
    String text = "(01)09520123456788(10)A1(17)261219";
    assertEquals(
        "https://t.cn/01/09520123456788/10/A1?17=261219",
        Run.of("convert", "--to", "link", "--stem", "https://t.cn", text).line());
    assertEquals(
        "010952012345678810A1\u001d17261219",
        Run.of("convert", "--to", "FNC1", "--gs", text).line());
    assertTrue(
        Run.of("convert", "--json", text)
            .out()
            .contains("\"fnc1\": \"010952012345678810A1\\u001d17261219\""));
  }

  @Test
  void convertTellsElementsThatMakeNoLink() {
    Run run = Run.of("convert", "(90)X");
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().startsWith("link       none: "), run.out());
    assertEquals(ExitCode.REFUSED, Run.of("convert", "--to", "link", "(90)X").code());
  }
}
