package org.xiangpin.account;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser for tests: keeps cookies, sends the token of the last form it saw, follows no redirect.
 * Each comes from an address of its own.
 */
public final class ConsoleClient {

  private static final Pattern TOKEN =
      Pattern.compile("<input type=\"hidden\" name=\"csrf\" value=\"([^\"]+)\"");
  private static final String UTF_8_TEXT = "text/plain; charset=UTF-8";
  private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger(1);

  private final Map<String, String> cookies = new HashMap<>();
  private String address;
  private String token;

  private ConsoleClient() {
    int n = NEXT_ADDRESS.getAndIncrement();
    address = "10.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255);
  }

  /** Nobody, with an empty cookie jar. */
  public static ConsoleClient anonymous() {
    return new ConsoleClient();
  }

  /**
   * @throws AssertionError when the service does not let the person in
   */
  public static ConsoleClient signIn(String phone, String password) {
    ConsoleClient client = anonymous();
    Response answer = client.trySignIn(phone, password);
    if (answer.statusCode() != 303) {
      throw new AssertionError("not signed in: " + answer.statusCode());
    }
    return client;
  }

  /** The answer to the sign-in form. */
  public Response trySignIn(String phone, String password) {
    get("/console/sign-in");
    return post("/console/sign-in", Map.of("phone", phone, "password", password));
  }

  /** Comes from this address from now on. */
  public ConsoleClient from(String newAddress) {
    address = newAddress;
    return this;
  }

  /** The path is taken as it stands in a link; only letters beyond ASCII are escaped. */
  public Response get(String path) {
    String escaped = URI.create(path).toASCIIString();
    return seen(request().urlEncodingEnabled(false).get(escaped));
  }

  /** Posts a form with the token; a value may be a list. */
  public Response post(String path, Map<String, ?> fields) {
    return seen(
        request()
            .contentType(ContentType.URLENC.withCharset("UTF-8"))
            .formParams(withToken(fields))
            .post(path));
  }

  /** Posts a form with a file in one field. */
  public Response upload(
      String path, String field, String fileName, byte[] content, Map<String, ?> fields) {
    return upload(path, field, fileName, List.of(content), fields);
  }

  /** The same with any number of files in the field. */
  public Response upload(
      String path, String field, String fileName, List<byte[]> files, Map<String, ?> fields) {
    RequestSpecification request = request().contentType(ContentType.MULTIPART);
    files.forEach(file -> request.multiPart(field, fileName, file, "text/csv"));
    withToken(fields)
        .forEach((name, value) -> request.multiPart(name, String.valueOf(value), UTF_8_TEXT));
    return seen(request.post(path));
  }

  public String cookie(String name) {
    return cookies.get(name);
  }

  public ConsoleClient setCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** As if the page had been made by another site. */
  public ConsoleClient forgetToken() {
    token = "";
    return this;
  }

  private Map<String, Object> withToken(Map<String, ?> fields) {
    if (token == null) {
      get("/console");
    }
    Map<String, Object> all = new HashMap<>(fields);
    if (token != null && !token.isEmpty()) {
      all.put("csrf", token);
    }
    return all;
  }

  private RequestSpecification request() {
    return RestAssured.given()
        .redirects()
        .follow(false)
        .cookies(cookies)
        .header("X-Forwarded-For", address)
        .header("Accept", "text/html")
        .header("Accept-Language", "zh-CN");
  }

  private Response seen(Response response) {
    response
        .getDetailedCookies()
        .forEach(
            cookie -> {
              if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
              } else {
                cookies.put(cookie.getName(), cookie.getValue());
              }
            });
    if (String.valueOf(response.contentType()).startsWith("text/html")) {
      Matcher form = TOKEN.matcher(response.asString());
      if (form.find()) {
        token = form.group(1);
      }
    }
    return response;
  }
}
