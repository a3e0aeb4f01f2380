package org.xiangpin.traceability.gs1;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of an application identifier's value: characters, length, content rules. */
final class Component {
  private static final Pattern FORM =
      Pattern.compile("(\\[)?([NXYZ])(\\.\\.)?(\\d+)((?::\\w+)*)(])?");

  private static final int LONGEST_PADDING = 2;

  final CharacterSet set;
  final int min;
  final int max;
  final boolean optional;
  final boolean variable;
  private final ContentRule[] rules;

  private Component(
      CharacterSet set, int min, int max, boolean optional, boolean variable, ContentRule[] rules) {
    this.set = set;
    this.min = min;
    this.max = max;
    this.optional = optional;
    this.variable = variable;
    this.rules = rules;
  }

  /** Reads the form of the table, such as {@code N13:csum:gcppos1} or {@code [X..17]}. */
  static Component parse(String form) {
    Matcher matcher = FORM.matcher(form);
    if (!matcher.matches()) {
      throw new IllegalStateException("not a component: " + form);
    }
    CharacterSet set = CharacterSet.valueOf(matcher.group(2));
    boolean variable = matcher.group(3) != null;
    int max = Integer.parseInt(matcher.group(4));
    ContentRule[] rules =
        Arrays.stream(matcher.group(5).split(":"))
            .filter(name -> !name.isEmpty())
            .map(name -> ContentRule.valueOf(name.toUpperCase(Locale.ROOT)))
            // Digits are checked already, and a number that long begins with a company prefix.
            .filter(rule -> set != CharacterSet.N || rule.rule() != Gs1Rule.COMPANY_PREFIX)
            .toArray(ContentRule[]::new);
    return new Component(set, variable ? 1 : max, max, matcher.group(1) != null, variable, rules);
  }

  /** Returns what is wrong with {@code value} from one index to another, or null. */
  Fault fault(String value, int from, int to) {
    int end = set == CharacterSet.Z ? withoutPadding(value, from, to) : to;
    int stranger = set.findStranger(value, from, end);
    if (stranger >= 0) {
      return set.fault(stranger);
    }
    for (ContentRule rule : rules) {
      int index = rule.find(value, from, to);
      if (index >= 0) {
        return new Fault(rule.rule(), index, rule.what());
      }
    }
    return null;
  }

  private static int withoutPadding(String value, int from, int to) {
    int end = to;
    while (end > from + 1 && to - end < LONGEST_PADDING && value.charAt(end - 1) == '=') {
      end--;
    }
    return end;
  }
}
