package org.xiangpin.residue;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotPanel;
import org.xiangpin.trace.LotState;

/**
 * On the lot's page: what tests found, and the ways to record one or to act on a failing report.
 */
@ApplicationScoped
@Priority(40)
public class ResiduePanel implements LotPanel {

  @Override
  public Optional<Panel> panel(Lot lot, CurrentAccount me, Lang t) {
    List<RapidTest> tests = RapidTest.of(List.of(lot.id()));
    List<LabReport> reports = LabReport.of(List.of(lot.id()));
    ResidueStanding standing = ResidueStanding.of(tests, reports);
    List<Line> lines = new ArrayList<>();
    if (standing.kind().bars()) {
      lines.add(
          new Line(
              standing.kind().label(t),
              t.of(
                  "没有结果以前，不能开合格证，不能通过核验。",
                  "Until there is a result, no certificate can be issued and the lot can’t be certified."),
              null));
    }
    tests.forEach(test -> lines.add(line(test, t)));
    reports.forEach(report -> lines.add(line(report, t)));
    List<Action> actions = new ArrayList<>();
    String here = "lot=" + lot.idText();
    if (ResiduePages.mayTest(lot, me)) {
      actions.add(
          new Action(t.of("记一次速测", "Record a rapid test"), "/console/residue/test?" + here));
    }
    if (lot.isJudgedBy(me)) {
      actions.add(
          new Action(
              t.of("登记检验报告", "Record a laboratory report"), "/console/residue/report?" + here));
      if (standing.kind() == ResidueStanding.Kind.FAILED) {
        offerToStop(lot, standing.report(), actions, t);
      }
    }
    return lines.isEmpty() && actions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Panel(t.of("检测", "Tests"), lines, actions));
  }

  private static Line line(RapidTest test, Lang t) {
    return new Line(
        test.resultText(t)
            + t.of("：", ": ")
            + test.valueText()
            + (test.repeatsId() == null ? "" : t.of("（复测）", " (repeat)")),
        test.method().label(t)
            + t.of("，", ", ")
            + test.thresholdText()
            + t.of("起算阳性", " and above is positive")
            + " · "
            + test.kit()
            + " · "
            + t.time(test.testedAt())
            + " · "
            + test.operator(),
        "/console/residue/tests/" + test.idText());
  }

  private static Line line(LabReport report, Lang t) {
    return new Line(
        report.isPassed()
            ? t.of("检验报告合格", "Laboratory report: passed")
            : t.of("检验报告不合格", "Laboratory report: failed"),
        report.lab()
            + " · "
            + report.reportNumber()
            + " · "
            + t.date(report.issuedOn())
            + " · "
            + String.join(
                t.of("，", ", "), report.items().stream().map(item -> item.label(t)).toList()),
        null);
  }

  /** Somebody decides; the report is the reason that stands there already. */
  private static void offerToStop(Lot lot, LabReport failed, List<Action> actions, Lang t) {
    String why =
        URLEncoder.encode("检验报告 " + failed.reportNumber() + " 不合格", StandardCharsets.UTF_8);
    if (lot.state() == LotState.CERTIFIED) {
      actions.add(
          new Action(
              t.of("凭这份报告暂停销售", "Suspend for this report"),
              "/console/certification/" + lot.idText() + "?reason=" + why));
    }
    if (lot.state() != LotState.RECALLED) {
      actions.add(
          new Action(
              t.of("凭这份报告召回", "Recall for this report"),
              "/console/recalls/new?lot=" + lot.idText() + "&reason=" + why));
    }
  }
}
