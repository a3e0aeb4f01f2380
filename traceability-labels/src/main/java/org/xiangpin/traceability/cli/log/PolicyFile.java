package org.xiangpin.traceability.cli.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteKey.Kind;

/**
 * Reads a policy file (C2SP tlog-policy): lines {@code log}, {@code witness}, {@code group} and one
 * {@code quorum}. Not shared between threads.
 */
final class PolicyFile {
  private static final int MAX_LINES = 1_000;

  private final String name;
  private final List<NoteKey> logs = new ArrayList<>();
  private final List<NoteKey> witnesses = new ArrayList<>();
  private final Set<Object> keys = new HashSet<>();
  private final Map<String, Quorum> names = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private Quorum quorum;
  private int line;

  private PolicyFile(String name) {
    this.name = name;
  }

  /**
   * Reads a policy.
   *
   * @param name the file's name, for messages
   * @param text the file's text
   * @throws Refused naming the line
   */
  static Trust parse(String name, String text) {
    PolicyFile file = new PolicyFile(name);
    for (String line : text.split("\n", MAX_LINES + 1)) {
      file.line++;
      String[] words = line.replaceAll("^[ \t]+|[ \t]+$", "").split("[ \t]+");
      if (!words[0].isEmpty() && !words[0].startsWith("#")) {
        file.read(words);
      }
    }
    file.require(file.line <= MAX_LINES, "the policy has more than 1,000 lines");
    file.require(file.quorum != null, "no line \"quorum\", such as \"quorum none\"");
    file.require(!file.logs.isEmpty(), "no line \"log\" names a log");
    return new Trust(file.logs, file.witnesses, file.quorum);
  }

  private void read(String... words) {
    switch (words[0]) {
      case "log" -> {
        require(words.length == 2 || words.length == 3, "expected: log KEY [URL]");
        logs.add(key(words[1], Kind.LOG));
      }
      case "witness" -> {
        require(words.length == 3 || words.length == 4, "expected: witness NAME KEY [URL]");
        NoteKey key = key(words[2], Kind.WITNESS);
        witnesses.add(key);
        define(words[1], Quorum.witness(key));
      }
      case "group" -> define(words.length > 1 ? words[1] : "none", group(words));
      case "quorum" -> {
        require(words.length == 2 && quorum == null, "expected: quorum NAME, once");
        quorum = words[1].equals("none") ? Quorum.NONE : defined(words[1]);
      }
      default -> throw refusal("the line begins with none of log, witness, group, quorum");
    }
  }

  private Quorum group(String... words) {
    require(words.length > 3, "expected: group NAME all|any|NUMBER MEMBER…");
    List<Quorum> group = new ArrayList<>();
    for (String member : List.of(words).subList(3, words.length)) {
      group.add(defined(member));
      require(members.add(member), "a member stands in a group already");
    }
    int threshold =
        switch (words[2]) {
          case "all" -> group.size();
          case "any" -> 1;
          default -> words[2].matches("[1-9][0-9]{0,3}") ? Integer.parseInt(words[2]) : 0;
        };
    require(threshold >= 1 && threshold <= group.size(), "not a number of members of the group");
    return Quorum.group(threshold, group);
  }

  private NoteKey key(String text, Kind kind) {
    try {
      NoteKey key = NoteKey.parse(text);
      require(key.kind() == kind, "not the key of a " + (kind == Kind.LOG ? "log" : "witness"));
      require(keys.add(key.key()), "a key stands in the policy already");
      return key;
    } catch (Refused e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw Refused.in(where(), e);
    }
  }

  private void define(String word, Quorum meaning) {
    boolean free = !word.equals("none") && names.put(word, meaning) == null;
    require(free, "a name stands in the policy already");
  }

  private Quorum defined(String word) {
    Quorum meaning = names.get(word);
    require(meaning != null, "a name is not defined on a line before");
    return meaning;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw refusal(otherwise);
    }
  }

  private Refused refusal(String what) {
    return new Refused(where() + ": " + what + ".");
  }

  private String where() {
    return name + ", line " + line;
  }
}
