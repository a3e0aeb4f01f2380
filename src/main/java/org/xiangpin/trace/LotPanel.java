package org.xiangpin.trace;

import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;

/** What a feature above puts on the office's page of a lot: a bean of it each. */
public interface LotPanel {

  /** Empty when there is nothing for this person. */
  Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t);

  /** A part of the page with its heading, what stands there, and what can be done. */
  record Panel(String title, List<Line> lines, List<Action> actions) {}

  /**
   * @param href null when it leads nowhere
   */
  record Line(String text, String quiet, String href) {}

  record Action(String label, String href) {}
}
