package org.xiangpin.traceability.cli.log;

import java.util.List;
import java.util.Set;
import org.xiangpin.traceability.log.NoteKey;

/** Which witnesses must have cosigned (C2SP tlog-policy): one, or some of a group, or none. */
interface Quorum {
  /** Asks for nobody. */
  Quorum NONE = cosigned -> true;

  /** Says whether these witnesses are enough. */
  boolean isMetBy(Set<NoteKey> cosigned);

  /** Asks for one witness. */
  static Quorum witness(NoteKey key) {
    return cosigned -> cosigned.contains(key);
  }

  /** Asks for at least a number of members. */
  static Quorum group(int threshold, List<Quorum> members) {
    return cosigned -> members.stream().filter(m -> m.isMetBy(cosigned)).count() >= threshold;
  }
}
