package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import org.xiangpin.account.TownFixture;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.trace.LotFixture;

/** A resolver is asked as machines ask, for what is there and what is not. */
abstract class ResolverAsked {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String VOC = "https://ref.gs1.org/voc/";
  static final String LINKSET = "application/linkset+json";
  static final JsonSchema LINKSET_SCHEMA = schema("linkset");

  @Inject XiangpinConfig config;

  final TownFixture town = TownFixture.create();
  final ScanClient machine = new ScanClient("resolver test");

  ScanClient.Answer asEnglish(String path) {
    return machine.send(
        "GET", path, "Accept", "text/html,*/*;q=0.8", "Accept-Language", "en-GB,en;q=0.9");
  }

  JsonNode linkset(String path) {
    ScanClient.Answer answer = machine.send("GET", path, "Accept", LINKSET);
    assertEquals(200, answer.status(), answer::text);
    try {
      return JSON.readTree(answer.text());
    } catch (IOException e) {
      throw new IllegalStateException(answer.text(), e);
    }
  }

  void assertAnchor(String path, JsonNode links, String asked) {
    assertTrue(links.get("linkset").findValuesAsText("anchor").contains(url(path)), asked);
  }

  void assertSameAs(String path, ScanClient.Answer answer) {
    assertTrue(links(answer).contains("<" + url(path) + ">; rel=\"owl:sameAs\""), links(answer));
    assertTrue(links(answer).contains("<" + url(path) + ">; rel=\"canonical\""), links(answer));
  }

  static String links(ScanClient.Answer answer) {
    return String.join(", ", answer.response().headers().allValues("Link"));
  }

  String url(String path) {
    return config.publicUrl() + path;
  }

  /** Of a product of which there are lots. */
  String gtinPath() {
    return "/01/" + LotFixture.draft(town, 1_000).gtin();
  }

  static String description() {
    return "/.well-known/gs1resolver";
  }

  static JsonSchema schema(String name) {
    try (InputStream in =
        ResolverAsked.class.getResourceAsStream("/resolver/" + name + ".schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
