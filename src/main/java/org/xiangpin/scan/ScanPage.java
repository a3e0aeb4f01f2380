package org.xiangpin.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xiangpin.lotview.ScanState;
import org.xiangpin.lotview.TraceView;
import org.xiangpin.shared.DatabaseAway;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.ProblemMapper;
import org.xiangpin.shared.Refusal;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.gs1.Gs1Rule;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/** Writes the page, or its JSON. */
@ApplicationScoped
class ScanPage {

  private static final Pattern PLAIN_GTIN = Pattern.compile("/01/([0-9]{14})(?:/.*)?");

  @Inject
  @Location("scan/lot.html")
  Template lot;

  @Inject
  @Location("scan/unknown.html")
  Template unknown;

  @Inject
  @Location("scan/failure.html")
  Template failure;

  @Inject
  @Location("scan/otherkey.html")
  Template otherKey;

  @Inject
  @Location("scan/refused.html")
  Template refused;

  @Inject ObjectMapper json;

  /** Pages that are the same for everybody, by status, kind and language. */
  private final Map<String, Reply> fixed = new ConcurrentHashMap<>();

  private String style;
  private CharSequence policy;
  private CharSequence formPolicy;

  /** What the JSON holds beside the lot's facts. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      @JsonUnwrapped TraceView facts,
      String serial,
      ScanState label,
      Long scans,
      Instant firstScannedAt) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UnknownAnswer(ScanState state, String gtin, String lot, String serial) {}

  /** Only this style may apply, and only the service's own script may run and call it back. */
  @PostConstruct
  void prepare() {
    style = read("scan-style.css").replaceAll("/\\*.*?\\*/", "").replace("\n", "");
    policy =
        HttpHeaders.createOptimized(
            "default-src 'none'; style-src 'sha256-"
                + sha256(style)
                + "'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    formPolicy =
        HttpHeaders.createOptimized(
            policy.toString().replace("form-action 'none'", "form-action 'self'"));
  }

  /**
   * @param label null on the lot's own link
   */
  Reply lot(Page page, TraceView view, LabelView label) {
    ScanState shown = label == null ? view.state() : label.state();
    if (page.json()) {
      return json(
          200,
          Reply.JSON,
          label == null
              ? new Answer(view, null, null, null, null)
              : new Answer(
                  view,
                  label.serial(),
                  shown.isOfLabel() ? shown : null,
                  label.tally().scans(),
                  label.tally().first()));
    }
    return html(
        200,
        page.lang(),
        lot.instance()
            .data("lot", view)
            .data("shown", shown)
            .data("label", label)
            .data("signed", page.signed()));
  }

  /** A GTIN of ours without a lot, or with a lot or serial that we never issued. */
  Reply unknown(Page page, DigitalLink link) {
    String lotCode = link.lot().orElse(null);
    String serial = link.serial().orElse(null);
    return page.json()
        ? json(
            200,
            Reply.JSON,
            new UnknownAnswer(ScanState.UNKNOWN, link.gtin().toString(), lotCode, serial))
        : html(
            200,
            page.lang(),
            unknown
                .instance()
                .data("gtin", link.gtin().toString())
                .data("lot", lotCode)
                .data("serial", serial == null ? null : asPrinted(serial)));
  }

  /** In groups of five, as it stands under the code. */
  private static String asPrinted(String serial) {
    return serial.replaceAll("(.{5})(?=.)", "$1 ");
  }

  /** A page with a form that goes to this very address. */
  Reply form(Page page, TemplateInstance form) {
    String html = form.data("t", page.lang()).data("style", style).render();
    return new Reply(200, Reply.HTML, formPolicy, html);
  }

  /** What the page's script hears of a place: taken, or told before. */
  Reply told(boolean isNew) {
    return json(200, Reply.JSON, Map.of("taken", isNew));
  }

  /** A link that breaks the rules of GS1: which identifier, where in the path, which rule. */
  Reply invalid(Page page, InvalidGs1Data fault) {
    Lang lang = page.lang();
    String reason =
        lang.of(
            "编码规则 %s，标识符 %s，第 %d 个字符。"
                .formatted(
                    fault.rule(), fault.ai().isEmpty() ? "—" : fault.ai(), fault.position() + 1),
            fault.getMessage());
    if (page.json()) {
      Map<String, Object> facts =
          Map.of("ai", fault.ai(), "position", fault.position(), "rule", fault.rule());
      return problem(
          400,
          "invalid-digital-link",
          sentence(400, lang),
          List.of(new ProblemMapper.Error("", reason, facts)));
    }
    return failure(page, 400, misreadGtin(page, fault), reason);
  }

  /** Null unless the path holds a GTIN with a wrong digit. */
  private static String misreadGtin(Page page, InvalidGs1Data fault) {
    boolean isMisread = fault.rule() == Gs1Rule.CHECK_DIGIT && fault.ai().equals("01");
    Matcher path = PLAIN_GTIN.matcher(page.path());
    return isMisread && path.matches() ? path.group(1) : null;
  }

  /** What a buyer sent, and why it is not taken. */
  Reply refused(Page page, FormRefused refusal) {
    String reason = refusal.in(page.lang());
    return fixed.computeIfAbsent(
        refusal.code() + " " + page.json() + page.lang(),
        k ->
            page.json()
                ? problem(refusal.status(), refusal.code(), reason, List.of())
                : html(refusal.status(), page.lang(), refused.instance().data("reason", reason)));
  }

  /** A request that says something impossible beside the link. */
  Reply refusal(Page page, Refusal refusal) {
    String sentence = refusal.in(page.lang());
    return page.json()
        ? problem(refusal.status(), refusal.code(), sentence, List.of())
        : failure(page, refusal.status(), null, sentence);
  }

  /** The database is away, too many wait for it, or something else went wrong on our side. */
  Reply broken(Page page, Throwable failure) {
    boolean isPassing = failure instanceof WorkerQueue.Full || DatabaseAway.isCauseOf(failure);
    if (!isPassing) {
      Log.errorf(failure, "scan page %s", page.path());
    }
    return failure(page, isPassing ? 503 : 500);
  }

  /** The link of something else than a product: well formed, and nothing is known of it here. */
  Reply otherKey(Page page) {
    return fixed.computeIfAbsent(
        "other key " + page.json() + page.lang(),
        k ->
            page.json()
                ? problem(
                    404,
                    "unknown-key",
                    page.lang()
                        .of(
                            "这里只查产品，没有这个编码的资料。",
                            "Only products are looked up here; nothing has this key."),
                    List.of())
                : html(404, page.lang(), otherKey.instance()));
  }

  /**
   * No lot to show: 404 a GTIN that nobody here uses, 503 the database is away, 500 anything else.
   */
  Reply failure(Page page, int status) {
    return fixed.computeIfAbsent(
        status + " " + page.json() + page.lang(),
        k ->
            page.json()
                ? problem(status, code(status), sentence(status, page.lang()), List.of())
                : failure(page, status, null, null));
  }

  private Reply failure(Page page, int status, String misreadGtin, String reason) {
    return html(
        status,
        page.lang(),
        failure.instance().data("status", status).data("gtin", misreadGtin).data("reason", reason));
  }

  private static String code(int status) {
    return switch (status) {
      case 404 -> "unknown-gtin";
      case 503 -> "database-away";
      default -> "internal-error";
    };
  }

  private static String sentence(int status, Lang lang) {
    return switch (status) {
      case 400 -> lang.of("这个编码读不通，请再扫一次。", "The code is not well formed; scan again.");
      case 404 -> lang.of("没有找到这个产品编码。", "No product has this code here.");
      case 503 -> lang.of("暂时查不了，请过一会儿再扫。", "Not available for the moment; scan again shortly.");
      default -> lang.of("系统出错了，请稍后再扫。", "Something went wrong on our side; scan again later.");
    };
  }

  Reply problem(int status, String code, String sentence, List<ProblemMapper.Error> errors) {
    return json(
        status,
        Reply.PROBLEM,
        new ProblemMapper.Problem(
            "urn:xiangpin:problem:" + code, code, status, code, sentence, errors, null));
  }

  Reply html(int status, Lang lang, TemplateInstance page) {
    return new Reply(
        status, Reply.HTML, policy, page.data("t", lang).data("style", style).render());
  }

  Reply json(int status, CharSequence type, Object body) {
    try {
      return new Reply(status, type, policy, json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String resource) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
