package org.xiangpin.console;

import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;

/** What a feature puts on the console's start page: a bean of it each. */
public interface StartCard {

  /** Empty when there is nothing for this person; asked once for each start page. */
  Optional<Card> card(CurrentAccount me, Lang t);

  /** What this person most likely came to begin: the button at the foot of the first screen. */
  default Optional<Step> step(CurrentAccount me, Lang t) {
    return Optional.empty();
  }

  /**
   * @param count how many wait, shown large; 0 shows the card quietly, without a number
   */
  record Card(String title, String text, String href, long count) {

    /** Empty when none waits. */
    public static Optional<Card> ifAny(long count, String title, String text, String href) {
      return count == 0 ? Optional.empty() : Optional.of(new Card(title, text, href, count));
    }
  }

  record Step(String title, String href) {}
}
