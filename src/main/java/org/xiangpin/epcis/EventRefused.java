package org.xiangpin.epcis;

import java.util.List;
import org.xiangpin.jsonschema.Fault;
import org.xiangpin.shared.Refusal;

/** A document or an event that breaks the standard's rules or ours, with every place. */
public final class EventRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  /** More faults than that help nobody. */
  private static final int MOST_SHOWN = 50;

  EventRefused(List<Fault> faults) {
    super(
        400,
        "event-invalid",
        "事件没有记下：" + faults.get(0).chinese() + "（" + place(faults.get(0)) + "）。",
        "Nothing was kept: at " + place(faults.get(0)) + " it " + faults.get(0).english() + ".",
        faults.stream()
            .limit(MOST_SHOWN)
            .map(
                fault ->
                    new Detail(
                        fault.pointer(),
                        fault.chinese(),
                        fault.english(),
                        java.util.Map.of("rule", fault.rule())))
            .toList());
  }

  EventRefused(String pointer, String rule, String chinese, String english) {
    this(List.of(new Fault(pointer, rule, chinese, english)));
  }

  private static String place(Fault fault) {
    return fault.pointer().isEmpty() ? "/" : fault.pointer();
  }
}
