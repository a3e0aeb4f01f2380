package org.xiangpin.producer;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.AccountFixture.Person;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;

@QuarkusTest
class ProducerImportTest {

  private static final String HEADER = "village_code,name,kind,shown,phone,plot,mu\n";

  private final String town = RegionFixture.township(RegionFixture.county(), 101, "甲镇");
  private final String village = RegionFixture.village(town, 201, "甲村");
  private final String neighbours = RegionFixture.village(town, 202, "乙村");
  private Person person;
  private ConsoleClient officer;

  @BeforeEach
  void signIn() {
    person = AccountFixture.with(Role.LIAISON_OFFICER, village);
    officer = person.signIn();
  }

  @Test
  void takesFarmersWithTheirPlotsInAndLooksAfterThem() {
    send(
            village + ",王一（演示）,农户,先生,,屋后,20\n",
            village + ",王一（演示）,,先生,,河边,3.5\n",
            village + ",甲村合作社（演示）,合作社,,0736-2861234,,\n")
        .statusCode(303)
        .header("Location", endsWith("/console/producers?added=2"));
    List<Producer> all = producers();
    assertEquals(List.of("王先生", "甲村合作社（演示）"), all.stream().map(Producer::publicName).toList());
    assertEquals(ProducerKind.COOPERATIVE, all.get(1).kind());
    assertEquals(
        List.of(13_333L, 2_333L),
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    Plot.of(all.get(0)).stream()
                        .map(Plot::areaSquareMetres)
                        .sorted((a, b) -> Long.compare(b, a))
                        .toList()));
    assertEquals(
        2,
        QuarkusTransaction.requiringNew()
            .call(() -> ProducerList.lookedAfterBy(person.id(), village).size()));
    officer.get("/console/producers?added=2").then().body(containsString("王一（演示）"));
    officer.get("/console/producers?added=0").then().body(containsString("表格里的都早就有了"));
  }

  @Test
  void entersNobodyTwiceWhenTheListComesAgainWithMore() {
    send(village + ",王一（演示）,,,,屋后,20\n").statusCode(303);
    send(village + ",王一（演示）,,,,屋后,20\n", village + ",王一（演示）,,,13000000000,,\n")
        .header("Location", endsWith("?added=1"));
    assertEquals(2, producers().size());
    assertEquals(
        1, QuarkusTransaction.requiringNew().call(() -> Plot.of(producers().get(0)).size()));
  }

  @Test
  void namesEveryBadLineAndTakesNothing() {
    send(
            village + ",王一（演示）,,,,,\n",
            neighbours + ",李二（演示）,,,,,\n",
            village + ",,农场,,,,\n",
            village + ",赵三（演示）,,,电话,,\n",
            village + ",钱四（演示）,,某,,,0\n",
            village + ",孙五（演示）,,,,屋后,\n",
            village + ",王一（演示）,,,,,\n")
        .statusCode(422)
        .body(containsString("一行也没有导入"))
        .body(containsString("请填您负责的村的 12 位代码。"))
        .body(containsString("类别只能是农户、合作社、企业、服务站。"))
        .body(containsString("电话号码不对，请检查。"))
        .body(containsString("只能填全名、先生、女士，或空着。"))
        .body(containsString("有地块就要填亩数。"))
        .body(containsString("这一行在文件里出现了两次。"));
    assertEquals(List.of(), producers());
  }

  @Test
  void readsAListThatASpreadsheetSavedInGbk() {
    upload((HEADER + village + ",王一（演示）,,,,,\n").getBytes(Charset.forName("GBK"))).statusCode(303);
    assertEquals("王一（演示）", producers().get(0).name());
  }

  @Test
  void saysWhichColumnIsMissing() {
    upload("name\n王一（演示）\n".getBytes(Charset.forName("UTF-8")))
        .statusCode(422)
        .body(containsString("第一行缺少这些列：village_code"));
  }

  @Test
  void isNotForInspectors() {
    ConsoleClient inspector = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, town).signIn();
    inspector.get("/console/producers/import").then().statusCode(403);
  }

  private ValidatableResponse send(String... lines) {
    return upload((HEADER + String.join("", lines)).getBytes(Charset.forName("UTF-8")));
  }

  private ValidatableResponse upload(byte[] csv) {
    return officer.upload("/console/producers/import", "file", "p.csv", csv, Map.of()).then();
  }

  private List<Producer> producers() {
    return QuarkusTransaction.requiringNew()
        .call(() -> Producer.<Producer>list("regionCode = ?1 order by name, phone", village));
  }
}
