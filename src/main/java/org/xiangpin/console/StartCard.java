package org.xiangpin.console;

import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;

/** What a feature puts on the console's start page: a bean of it each. */
public interface StartCard {

  /** Empty when there is nothing for this person; asked once for each start page. */
  Optional<Card> card(CurrentAccount me, Lang t);

  /**
   * @param count how many wait, shown large; 0 shows the card quietly, without a number
   * @param state {@code attention}, {@code waiting}, {@code certified}, {@code refused} or null
   */
  record Card(String title, String text, String href, long count, String state) {}
}
