package org.xiangpin.producer;

import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;

/** What a feature above finds missing in a producer's papers (缺什么): a bean of it each. */
public interface ProducerGaps {

  /** Empty when nothing is missing. */
  List<Gap> gaps(Producer producer, CurrentAccount me, Lang t);

  /**
   * @param text what is missing, and in what
   * @param next the one thing to do
   * @param href where it is done
   */
  record Gap(String text, String next, String href) {}
}
