package org.xiangpin.filing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.Actor;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.intake.IntakeFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lineage.StepKind;
import org.xiangpin.order.OrderService;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.payment.CallbackFixture;
import org.xiangpin.producer.NameShown;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** What a filing tells, who may take it along, and that it opens where it is meant to open. */
@QuarkusTest
class FilingTest {

  @Inject Filing filing;
  @Inject OrderService orders;

  private final TownFixture town = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());

  @Test
  void tellsEachBatchFromItsSourceToItsDestinationAndFitsTheSchema() throws IOException {
    Lot lot = LotFixture.certified(town, farmer, peaches, 5_000);
    Lot received = IntakeFixture.lot(IntakeFixture.taken(town, station, lot, 3_000));
    Lot packed =
        LineageFixture.make(
                StepKind.REPACK,
                station,
                town.liaisonFor(station.id()),
                List.of(LineageFixture.of(received, 3_000)),
                2_900)
            .get(0);
    IntakeFixture.incomplete(town, station, peaches, 1_000);
    JsonNode json = json(ofTown());
    assertEquals(List.of(), faults(json));
    assertTrue(json.at("/about/fieldNamesAreOurs").booleanValue());
    assertEquals(2, json.get("subjects").size());
    assertEquals(
        Map.of("采收", 1L, "收购", 1L, "加工", 1L, "外来收购", 1L),
        StreamSupport.stream(json.get("inBatches").spliterator(), false)
            .collect(
                Collectors.groupingBy(b -> b.get("cameBy").textValue(), Collectors.counting())));
    JsonNode out = json.get("outBatches").get(0);
    assertEquals(name(lot), out.get("sourceBatch").textValue());
    assertEquals(station.idText(), out.get("destination").textValue());
    assertEquals(3.0, out.get("kilograms").doubleValue());
    assertEquals(
        List.of(name(lot) + ">" + name(received), name(received) + ">" + name(packed)),
        StreamSupport.stream(json.get("links").spliterator(), false)
            .map(l -> l.get("source").textValue() + ">" + l.get("destination").textValue())
            .toList());
    assertFalse(json.toString().contains("19900001234"), "a phone was exported");
  }

  @Test
  void tellsWhatWasSoldWithoutABuyer() throws IOException {
    ShopFixture shop = ShopFixture.open();
    ShopFixture.Goods goods = shop.goods(10_000);
    String order = shop.placed(goods.product(), 500);
    CallbackFixture.say(shop.startSilently(order), "succeeded", 680).then().statusCode(204);
    orders.ship(
        ShopFixture.number(order),
        goods.producerId(),
        "中国邮政",
        "L" + UUID.randomUUID().toString().substring(0, 12),
        shop.byLiaison());
    JsonNode json = json(scope(shop.county, null, today(), today()));
    assertEquals(List.of(), faults(json));
    JsonNode out = json.get("outBatches").get(0);
    assertEquals("卖给消费者", out.get("goesTo").textValue());
    assertEquals(0.5, out.get("kilograms").doubleValue());
    assertTrue(json.get("stages").toString().contains("中国邮政"));
    assertFalse(json.toString().contains("张三"), "a buyer was exported");
  }

  @Test
  void leavesOutWhatLiesBeforeOrAfterThePeriodAndOutsideTheScope() throws IOException {
    LotFixture.certified(town, farmer, peaches, 5_000);
    LocalDate yesterday = today().minusDays(1);
    assertEquals(0, json(scope(town.county(), null, yesterday, yesterday)).get("inBatches").size());
    assertEquals(1, json(ofTown()).get("inBatches").size());
    assertEquals(0, json(scope(null, station.id(), today(), today())).get("inBatches").size());
    TownFixture other = TownFixture.create();
    assertEquals(0, json(scope(other.county(), null, today(), today())).get("inBatches").size());
  }

  @Test
  void opensInAnotherProgramWithNumbersAndDaysAsSuch() throws IOException {
    Lot lot = LotFixture.certified(town, farmer, peaches, 5_000);
    IntakeFixture.taken(town, station, lot, 3_000);
    try (ReadableWorkbook book = open(xlsx(ofTown()))) {
      assertEquals(
          List.of("说明", "主体信息", "入库批次", "出库批次", "环节信息", "批次关联"),
          book.getSheets().map(Sheet::getName).toList());
      List<Row> about = book.findSheet("说明").orElseThrow().read();
      assertTrue(about.stream().anyMatch(r -> r.getCellText(0).contains("自定")), "notes");
      List<Row> rows = book.findSheet("入库批次").orElseThrow().read();
      assertEquals(3, rows.size());
      assertEquals("重量（千克）", rows.get(0).getCellText(6));
      assertEquals(CellType.NUMBER, rows.get(1).getCell(6).getType());
      assertEquals(0, new BigDecimal("5").compareTo(rows.get(1).getCellAsNumber(6).orElseThrow()));
      assertEquals(today(), rows.get(1).getCellAsDate(7).orElseThrow().toLocalDate());
      assertEquals(CellType.STRING, rows.get(1).getCell(3).getType(), "a GTIN is no number");
    }
  }

  @Test
  void noNameStartsAFormula() throws IOException {
    String name = "=HYPERLINK(\"http://x\",\"点我\")";
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                new Producer(
                        ProducerKind.FARMER,
                        name,
                        NameShown.FULL,
                        null,
                        town.village(),
                        java.time.Instant.now())
                    .persist());
    try (ReadableWorkbook book = open(xlsx(ofTown()))) {
      List<String> names = new ArrayList<>();
      for (Row row : book.findSheet("主体信息").orElseThrow().read()) {
        for (Cell cell : row) {
          assertTrue(cell == null || cell.getType() != CellType.FORMULA, "a formula");
        }
        names.add(row.getCellText(3));
      }
      assertTrue(names.contains("'" + name), names.toString());
    }
  }

  @Test
  void theOfficeTakesItsRegionAndAFarmerTheirOwnAndOthersFindNothing() {
    LotFixture.certified(town, farmer, peaches, 5_000);
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    inspector.get("/console/filing").then().statusCode(200).body(containsString("崔家桥镇"));
    inspector
        .get(file(town.township(), "JSON"))
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("attachment"))
        .header("Cache-Control", containsString("no-store"));
    inspector.get(file(town.county(), "JSON")).then().statusCode(404);
    inspector.get(file(TownFixture.create().township(), "JSON")).then().statusCode(404);
    inspector.get(file("%25", "JSON")).then().statusCode(404);
    inspector.get(file("", "JSON")).then().statusCode(404);
    TownFixture.signIn(town.liaison()).get("/console/filing").then().statusCode(403);
    TownFixture.signIn(town.liaison()).get(file(town.village(), "JSON")).then().statusCode(403);
    AccountFixture.Person person = AccountFixture.with(Role.FARMER, town.village());
    Producer own = ProducerFixture.farmerOf(person.id(), town.village());
    ConsoleClient farmers =
        TownFixture.signIn(new Actor(person.id(), person.name(), Role.FARMER, null));
    farmers.get(file("producer-" + own.idText(), "XLSX")).then().statusCode(200);
    farmers.get(file("producer-" + farmer.idText(), "XLSX")).then().statusCode(404);
    farmers.get(file(town.village(), "XLSX")).then().statusCode(404);
  }

  @Test
  void eachFileTakenAlongStandsInTheAccessLog() {
    TownFixture.signIn(town.admin()).get(file(town.county(), "XLSX")).then().statusCode(200);
    String detail =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    AccessLog.listOf(town.admin().accountId(), Long.MAX_VALUE, 1).get(0).detail());
    assertTrue(detail.endsWith(today() + "—" + today() + " XLSX"), detail);
  }

  @Test
  void aPeriodThatIsNoneIsRefusedOnThePage() {
    ConsoleClient admin = TownFixture.signIn(town.admin());
    String path = "/console/filing/file?format=JSON&of=" + town.county();
    admin.get(path + "&from=2026-02-01&to=2026-01-01").then().statusCode(422);
    admin.get(path + "&from=2020-01-01&to=2026-01-01").then().statusCode(422);
    admin.get(path + "&from=x&to=").then().statusCode(422);
    admin
        .get(path.replace("JSON", "CSV") + "&from=2026-01-01&to=2026-01-01")
        .then()
        .statusCode(422)
        .body(containsString("请选一项"));
  }

  private FilingScope ofTown() {
    return scope(town.county(), null, today(), today());
  }

  private static FilingScope scope(String region, Long producer, LocalDate from, LocalDate to) {
    return new FilingScope(region, producer, "x", from, to);
  }

  private JsonNode json(FilingScope scope) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filing.write(out, scope, Filing.Format.JSON);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private byte[] xlsx(FilingScope scope) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    filing.write(out, scope, Filing.Format.XLSX);
    return out.toByteArray();
  }

  private static ReadableWorkbook open(byte[] file) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(file));
  }

  private static List<String> faults(JsonNode json) throws IOException {
    try (InputStream schema =
        FilingTest.class.getResourceAsStream("/filing/filing-v1.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(schema)
          .validate(json)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }

  private static String file(String of, String format) {
    return "/console/filing/file?of=%s&from=%s&to=%s&format=%s"
        .formatted(of, today(), today(), format);
  }

  private static String name(Lot lot) {
    return lot.gtin() + "/" + lot.code();
  }

  private static LocalDate today() {
    return LineageFixture.today();
  }
}
