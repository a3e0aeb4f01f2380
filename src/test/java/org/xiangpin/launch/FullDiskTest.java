package org.xiangpin.launch;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.order.ShopFixture.Goods;

/** A disk without room, played by the server itself: a trigger raises the error it would raise. */
@QuarkusTest
class FullDiskTest {

  @Inject DataSource database;

  @Test
  void anOrderThatFindsTheDiskFullIsRefusedForNowAndTakenLater() throws SQLException {
    ShopFixture shop = ShopFixture.shared();
    Goods goods = shop.goods(10_000);
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = ShopFixture.body(goods.product(), 2_500);
    execute(
        "create trigger disk_full before insert on customer_order for each row"
            + " signal sqlstate 'HY000' set mysql_errno = 1114, message_text = 'the table is full'");
    try {
      shop.post(key, body)
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", "5")
          .body("code", equalTo("storage-full"));
    } finally {
      execute("drop trigger disk_full");
    }
    assertEquals(List.of(10_000L, 0L, 0L), ShopFixture.stock(goods));
    shop.post(key, body).then().statusCode(201);
    assertEquals(List.of(10_000L, 2_500L, 0L), ShopFixture.stock(goods));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
