package org.xiangpin.lineage;

import org.xiangpin.shared.Lang;
import org.xiangpin.trace.TraceEventType;

/** What is done with goods after the harvest. */
public enum StepKind {
  GRADE("分级", "Graded", 1, 1),
  SPLIT("分批", "Split", 1, 2),
  RECEIVED("收购入库", "Taken in", 1, 1),
  MERGE("合并", "Merged", 2, 1),
  REPACK("分装", "Repacked", 1, 1),
  SHRUNK("损耗", "Shrunk", 1, 0),
  DESTROYED("销毁", "Destroyed", 1, 0);

  private final String chinese;
  private final String english;
  private final int fewestSources;
  private final int fewestOutputs;

  StepKind(String chinese, String english, int fewestSources, int fewestOutputs) {
    this.chinese = chinese;
    this.english = english;
    this.fewestSources = fewestSources;
    this.fewestOutputs = fewestOutputs;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** Whether something is done to goods so that other lots come out of it. */
  public boolean isMaking() {
    return fewestOutputs > 0 && this != RECEIVED;
  }

  /** Whether goods become fewer. */
  boolean isLosing() {
    return fewestOutputs == 0;
  }

  int fewestSources() {
    return fewestSources;
  }

  /** One lot is graded or split; several are merged or repacked. */
  int mostSources() {
    return this == MERGE || this == REPACK ? Transformation.MOST_LOTS : 1;
  }

  int fewestOutputs() {
    return fewestOutputs;
  }

  int mostOutputs() {
    return this == MERGE ? 1 : Transformation.MOST_LOTS;
  }

  /** How goods that become fewer stand in their lot's life. */
  TraceEventType event() {
    return this == DESTROYED ? TraceEventType.DESTROYED : TraceEventType.SHRUNK;
  }
}
