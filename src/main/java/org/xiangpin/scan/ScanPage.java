package org.xiangpin.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.GZIPOutputStream;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.ProblemMapper;

/** Writes the page, or its JSON, into bytes that are sent as they are. */
@ApplicationScoped
class ScanPage {

  @Inject
  @Location("scan/lot.html")
  Template lot;

  @Inject
  @Location("scan/unknown.html")
  Template unknown;

  @Inject
  @Location("scan/failure.html")
  Template failure;

  @Inject ObjectMapper json;

  /** Pages that are the same for everybody, by kind and language. */
  private final Map<String, Bytes> fixed = new ConcurrentHashMap<>();

  private String style;
  private String contentSecurityPolicy;

  /** What the JSON holds beside the lot's facts. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      ScanState state,
      @JsonUnwrapped TraceView facts,
      String serial,
      Long scans,
      Instant firstScannedAt) {}

  /** The same content plain and compressed. */
  record Bytes(byte[] plain, byte[] gzip) {}

  @PostConstruct
  void prepare() {
    style = read("scan-style.css").replaceAll("/\\*.*?\\*/", "").replace("\n", "");
    contentSecurityPolicy =
        "default-src 'none'; style-src 'sha256-"
            + sha256(style)
            + "'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** Only this style may apply and nothing may run. */
  String contentSecurityPolicy() {
    return contentSecurityPolicy;
  }

  /**
   * @param tally null on the lot's own link
   */
  Bytes html(TraceView view, String serial, ScanTally.Tally tally, Lang lang) {
    return bytes(
        lot.instance()
            .data("t", lang)
            .data("style", style)
            .data("lot", view)
            .data("serial", serial)
            .data("tally", tally)
            .render());
  }

  Bytes json(TraceView view, String serial, ScanTally.Tally tally) {
    try {
      return bytes(
          json.writeValueAsString(
              new Answer(
                  view.state(),
                  view,
                  serial,
                  tally == null ? null : tally.scans(),
                  tally == null ? null : tally.first())));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A GTIN of ours with a lot or serial that we never issued. */
  Bytes unknown(boolean asJson, Lang lang) {
    return fixed.computeIfAbsent(
        "unknown " + asJson + lang,
        k ->
            asJson
                ? bytes("{\"state\":\"UNKNOWN\"}")
                : bytes(unknown.instance().data("t", lang).data("style", style).render()));
  }

  /**
   * No lot to show: 400 a link that breaks the rules of GS1, 404 a GTIN that nobody here uses, 503
   * the database is away, 500 anything else.
   */
  Bytes failure(int status, boolean asJson, Lang lang) {
    return fixed.computeIfAbsent(
        status + " " + asJson + lang,
        k ->
            asJson
                ? problem(status, lang)
                : bytes(
                    failure
                        .instance()
                        .data("t", lang)
                        .data("style", style)
                        .data("status", status)
                        .render()));
  }

  private Bytes problem(int status, Lang lang) {
    String code =
        switch (status) {
          case 400 -> "invalid-digital-link";
          case 404 -> "unknown-gtin";
          case 503 -> "database-away";
          default -> "internal-error";
        };
    String detail =
        switch (status) {
          case 400 -> lang.of("这个编码读不通，请再扫一次。", "The code is not well formed; scan again.");
          case 404 -> lang.of("没有找到这个商品编码。", "No product has this code here.");
          case 503 ->
              lang.of("暂时查不了，请过一会儿再扫。", "Not available for the moment; scan again shortly.");
          default -> lang.of("系统出错了，请稍后再扫。", "Something went wrong on our side; scan again later.");
        };
    try {
      return bytes(
          json.writeValueAsString(
              new ProblemMapper.Problem(
                  "urn:xiangpin:problem:" + code, code, status, code, detail, List.of(), null)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bytes bytes(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bytes(plain, out.toByteArray());
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
