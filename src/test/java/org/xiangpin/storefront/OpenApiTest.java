package org.xiangpin.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The published contract is the served one. After a wanted change renew the file with {@code mvn
 * verify -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.renew}, and look at
 * what changed: within version 1 things are added only.
 */
@QuarkusTest
class OpenApiTest {

  private static final String FILE = "openapi/storefront-v1.yaml";

  @Test
  void servesTheContractThatIsPublished() throws IOException {
    String served =
        RestAssured.given()
            .accept("application/yaml")
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    if (System.getProperty("openapi.renew") != null) {
      Path file = Path.of("..", "storefront-api", "src", "main", "resources").resolve(FILE);
      Files.createDirectories(file.getParent());
      Files.writeString(file, served);
      return;
    }
    try (InputStream published =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      assertNotNull(published, FILE + " is not in storefront-api");
      assertEquals(new String(published.readAllBytes(), StandardCharsets.UTF_8), served);
    }
  }

  @Test
  void describesKeysProblemsAndNothingOfTheConsole() {
    String served = RestAssured.given().accept("application/yaml").get("/q/openapi").asString();
    assertTrue(served.startsWith("---\nopenapi: 3.1.0\n"), served.substring(0, 40));
    assertTrue(served.contains("title: Xiangpin storefront API"));
    assertTrue(served.contains("scheme: bearer"));
    assertTrue(served.contains("application/problem+json"));
    assertTrue(!served.contains("/console") && !served.contains("/api/payments"));
  }
}
