package org.xiangpin.traceability.cli.label;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.xiangpin.traceability.LabelSerials;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.sign.InvalidSignedLink;
import org.xiangpin.traceability.sign.LabelSigner;

/** The labels of a job, signed where that is wished, counted and bounded by a roll's length. */
final class LabelStream implements Iterator<Label> {
  private final Iterator<Label> labels;
  private final LabelSigner signer;
  private Label next;
  private int count;

  /**
   * Begins.
   *
   * @param labels the labels
   * @param signer signs their links; null to leave them as they are
   * @throws Refused when there is none
   */
  LabelStream(Iterator<Label> labels, LabelSigner signer) {
    if (!labels.hasNext()) {
      throw new Refused("There is no label to print.");
    }
    this.labels = labels;
    this.signer = signer;
    this.next = signed(labels.next());
  }

  private Label signed(Label label) {
    if (signer == null) {
      return label;
    }
    try {
      return new Label(signer.sign(label.url()), label.serial());
    } catch (InvalidSignedLink e) {
      throw Refused.in("Label " + (count + 1), e);
    }
  }

  /** Returns the first label without taking it, before any is taken. */
  Label first() {
    return next;
  }

  /** Returns how many labels were taken. */
  int count() {
    return count;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Label next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    if (++count > LabelSerials.MAX_INDEX) {
      throw new Refused("There are more than 1,000,000 labels.");
    }
    Label taken = next;
    next = labels.hasNext() ? signed(labels.next()) : null;
    return taken;
  }
}
