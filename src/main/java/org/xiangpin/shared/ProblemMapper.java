package org.xiangpin.shared;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every failure becomes one answer: RFC 9457 {@code application/problem+json} for the API and where
 * JSON is asked for, a page elsewhere. Never a stack trace, never a database's words.
 */
public class ProblemMapper {

  @Inject RequestLang lang;
  @Inject RoutingContext routing;
  @Inject ProblemPage page;

  /** The body of RFC 9457; {@code errors} is our extension member. */
  public record Problem(
      String type,
      String title,
      int status,
      String code,
      String detail,
      List<Error> errors,
      String trace) {}

  /**
   * @param pointer RFC 6901
   * @param facts further members for machines
   */
  public record Error(String pointer, String detail, @JsonAnyGetter Map<String, Object> facts) {

    Error(String pointer, String detail) {
      this(pointer, detail, Map.of());
    }
  }

  @ServerExceptionMapper
  Response refusal(Refusal refusal) {
    List<Error> errors =
        refusal.details().stream()
            .map(d -> new Error(d.pointer(), lang.get().of(d.chinese(), d.english()), d.facts()))
            .toList();
    return answer(refusal.status(), refusal.code(), refusal.in(lang.get()), errors, null);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException violations) {
    List<Error> errors =
        violations.getConstraintViolations().stream()
            .map(v -> new Error(JsonPointer.of(v), v.getMessage()))
            .sorted(Comparator.comparing(Error::pointer))
            .toList();
    return answer(
        400,
        "invalid-input",
        lang.get().of("请求中有不对的值。", "The request holds values that cannot be taken."),
        errors,
        null);
  }

  /** JSON of a wrong type, or no JSON at all, with the place where reading ended. */
  @ServerExceptionMapper({
    MismatchedInputException.class,
    StreamReadException.class,
    StreamConstraintsException.class
  })
  Response unreadable(JacksonException failure) {
    String pointer = JsonPointer.of(failure);
    Error error =
        new Error(
            pointer,
            failure instanceof StreamConstraintsException
                ? lang.get().of("内容太深、太长或太大。", "Nested too deeply, too long, or too large.")
                : pointer.isEmpty()
                    ? lang.get().of("这不是完整的 JSON。", "This is not well-formed JSON.")
                    : lang.get()
                        .of(
                            "这里的值类型不对，或超出范围。",
                            "The value here is of a wrong type, or out of range."));
    return answer(
        400,
        "invalid-input",
        lang.get().of("请求读不懂。", "The request could not be read."),
        List.of(error),
        null);
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException failure) {
    Response given = failure.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    if (failure.getCause() instanceof JacksonException json) {
      return unreadable(json);
    }
    if (failure.getCause() instanceof IllegalArgumentException) {
      // a parameter that is no number; the framework would say that there is no such page
      return unreadable();
    }
    String text =
        switch (given.getStatus()) {
          case 400 -> lang.get().of("请求读不懂。", "The request could not be read.");
          case 401 -> lang.get().of("请先登录。", "Sign in first.");
          case 403 -> lang.get().of("您没有这项权限。", "You may not do this.");
          case 404 ->
              lang.get()
                  .of("没有找到这个页面。地址可能写错了。", "There is no such page. The address may be mistyped.");
          case 405 -> lang.get().of("这个地址不接受这种请求。", "This address does not take such a request.");
          case 406 -> lang.get().of("没有您要的格式。", "The asked-for format is not offered.");
          case 413 -> lang.get().of("内容太大了。", "The content is too large.");
          case 415 -> lang.get().of("请用规定的格式发送。", "Send it in the documented format.");
          default -> lang.get().of("请求没有完成。", "The request was not completed.");
        };
    Response answer = answer(given.getStatus(), "http-" + given.getStatus(), text, List.of(), null);
    String allow = given.getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable failure) {
    if (DatabaseAway.isCauseOf(failure)) {
      Log.warnf("database away: %s", failure.toString());
      return answer(
          503,
          "database-away",
          lang.get()
              .of("数据库暂时连不上，请过一会儿再试。", "The database is away for the moment; try again shortly."),
          List.of(),
          null);
    }
    if (SqlErrors.isDiskFull(failure)) {
      Log.errorf("the database's disk is full: %s", rootOf(failure).getMessage());
      return answer(
          503,
          "storage-full",
          lang.get()
              .of(
                  "服务器磁盘已满，这一步没有保存，请稍后再试。",
                  "The server's disk is full; nothing was saved. Try again later."),
          List.of(),
          null);
    }
    if (isUnreadable(failure)) {
      return unreadable();
    }
    if (SqlErrors.isDuplicate(failure) || SqlErrors.isRetryable(failure)) {
      Log.warnf("refused, as another was faster: %s", failure.toString());
      return answer(
          409,
          "conflict",
          lang.get()
              .of(
                  "刚才有人（也许就是您）做了同样的事。请返回，看一看，需要的话再做一次。",
                  "The same was just done by somebody, perhaps by you. Go back, look, and repeat it"
                      + " if need be."),
          List.of(),
          null);
    }
    String trace = UUID.randomUUID().toString();
    Log.errorf(failure, "unforeseen failure %s", trace);
    return answer(
        500,
        "internal-error",
        lang.get()
            .of(
                "系统出错了，我们已记下。请稍后再试。",
                "Something went wrong on our side; it has been recorded. Try again later."),
        List.of(),
        trace);
  }

  /** Whether the framework gave up while it read the request, before anything of ours ran. */
  private static boolean isUnreadable(Throwable failure) {
    return (failure instanceof IllegalArgumentException
            || failure instanceof IndexOutOfBoundsException
            || failure instanceof IOException)
        && Arrays.stream(failure.getStackTrace())
            .noneMatch(frame -> frame.getClassName().startsWith("org.xiangpin."));
  }

  private Response unreadable() {
    return answer(
        400,
        "invalid-input",
        lang.get().of("请求读不懂。", "The request could not be read."),
        List.of(),
        null);
  }

  private Response answer(
      int status, String code, String detail, List<Error> errors, String trace) {
    Response.ResponseBuilder response = Response.status(status).header("Cache-Control", "no-store");
    if (status == 503) {
      response.header("Retry-After", "5");
    } else if (status == 429) {
      response.header("Retry-After", "60");
    }
    if (wantsJson()) {
      String title =
          Response.Status.fromStatusCode(status) == null
              ? code
              : Response.Status.fromStatusCode(status).getReasonPhrase();
      return response
          .type("application/problem+json")
          .entity(
              new Problem(
                  "urn:xiangpin:problem:" + code, title, status, code, detail, errors, trace))
          .build();
    }
    return response
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(page.render(status, detail, errors, trace))
        .build();
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private boolean wantsJson() {
    String accept = routing.request().getHeader("Accept");
    return routing.normalizedPath().matches("/(api|epcis)[;/].*")
        || (accept != null && accept.contains("json") && !accept.contains("text/html"));
  }
}
