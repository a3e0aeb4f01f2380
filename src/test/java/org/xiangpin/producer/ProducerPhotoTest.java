package org.xiangpin.producer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.Persistence;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.Actor;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.photo.Photo;
import org.xiangpin.photo.PhotoFixture;
import org.xiangpin.shared.Times;

/** The picture of a producer's orchard, and who sees it. */
@QuarkusTest
class ProducerPhotoTest {

  private static final String ALT = "后山的桃园（演示）";

  private final TownFixture town = TownFixture.create();
  private final Producer producer = ProducerFixture.farmer(town.village());
  private final String page = "/console/producers/" + producer.idText();
  private ConsoleClient liaison;

  @BeforeEach
  void signIn() {
    liaison = TownFixture.signIn(town.liaison());
  }

  @Test
  void aPictureThatTheProducerAgreedToIsForEverybody() {
    send(PhotoFixture.jpeg(1200, 800), true).then().statusCode(303);
    Photo photo = photo().orElseThrow();
    assertEquals(photo.path(), shownPath());
    liaison
        .get(page)
        .then()
        .body(containsString(photo.consolePath()))
        .body(containsString("alt=\"" + ALT + "\""))
        .body(containsString(town.liaison().name() + "代办：放照片"));
    Response answer = given().get(photo.path());
    answer
        .then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cache-Control", "public, max-age=86400, immutable");
    assertEquals(960, PhotoFixture.read(answer.asByteArray()).getWidth());
    given()
        .header("If-None-Match", answer.header("ETag"))
        .get(photo.path())
        .then()
        .statusCode(304)
        .header("Cache-Control", "public, max-age=86400, immutable");
  }

  @Test
  void aPictureWithoutAgreementIsForThoseWhoSeeTheProducer() {
    send(PhotoFixture.jpeg(600, 400), false).then().statusCode(303);
    Photo photo = photo().orElseThrow();
    assertEquals("", shownPath());
    given().get(photo.path()).then().statusCode(404);
    given().redirects().follow(false).get(photo.consolePath()).then().statusCode(303);
    liaison
        .get(photo.consolePath())
        .then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("Cache-Control", "no-store");
    TownFixture.signIn(town.inspector()).get(photo.consolePath()).then().statusCode(200);
    TownFixture.signIn(TownFixture.create().liaison())
        .get(photo.consolePath())
        .then()
        .statusCode(404);
  }

  @Test
  void aPictureIsShownAndHiddenAgain() {
    send(PhotoFixture.jpeg(600, 400), false);
    String path = photo().orElseThrow().path();
    liaison.post(page + "/photo/showing", Map.of("shown", "yes")).then().statusCode(303);
    given().get(path).then().statusCode(200);
    liaison.post(page + "/photo/showing", Map.of("shown", "no")).then().statusCode(303);
    given().get(path).then().statusCode(404);
  }

  @Test
  void anotherPictureTakesThePlaceOfTheOneBefore() {
    send(PhotoFixture.jpeg(600, 400), true);
    Photo before = photo().orElseThrow();
    send(PhotoFixture.png(500, 300), true).then().statusCode(303);
    assertNotEquals(before.id(), photo().orElseThrow().id());
    given().get(before.path()).then().statusCode(404);
    assertEquals(
        1, QuarkusTransaction.requiringNew().call(() -> Photo.of(producer.photoOwner()).size()));
  }

  @Test
  void aPictureThatIsTakenDownIsGone() {
    send(PhotoFixture.jpeg(600, 400), true);
    String path = photo().orElseThrow().path();
    liaison.post(page + "/photo/removal", Map.of()).then().statusCode(303);
    given().get(path).then().statusCode(404);
    assertEquals(Optional.empty(), photo());
    liaison.get(page).then().body(containsString("拿掉照片"));
  }

  @Test
  void theProducerDoesItWithoutHelp() {
    Actor farmer = TownFixture.person(Role.FARMER, town.village());
    Producer own = ProducerFixture.farmerOf(farmer.accountId(), town.village());
    String ownPage = "/console/producers/" + own.idText();
    ConsoleClient phone = TownFixture.signIn(farmer);
    phone.get(ownPage + "/photo").then().statusCode(200).body(containsString("会给买家看"));
    upload(phone, ownPage, List.of(PhotoFixture.jpeg(60, 40)), form(true)).then().statusCode(303);
    phone.get(ownPage).then().body(containsString(ALT));
    upload(phone, page, List.of(PhotoFixture.jpeg(60, 40)), form(true)).then().statusCode(404);
  }

  @Test
  void nobodyElsePutsAPictureUp() {
    List<byte[]> one = List.of(PhotoFixture.jpeg(60, 40));
    ConsoleClient stranger = TownFixture.signIn(TownFixture.create().liaison());
    ConsoleClient inspector = TownFixture.signIn(town.inspector());
    upload(stranger, page, one, form(true)).then().statusCode(404);
    stranger.get(page + "/photo").then().statusCode(404);
    upload(inspector, page, one, form(true)).then().statusCode(403);
    inspector.get(page + "/photo").then().statusCode(403);
    inspector.post(page + "/photo/removal", Map.of()).then().statusCode(403);
    inspector.post(page + "/photo/showing", Map.of("shown", "yes")).then().statusCode(403);
    liaison.get(page);
    upload(liaison.forgetToken(), page, one, form(true)).then().statusCode(400);
    assertEquals(Optional.empty(), photo());
  }

  @Test
  void whatIsNoPhotoComesBackWithOneSentence() {
    String text = "我是一张照片";
    refused(List.of(text.getBytes(StandardCharsets.UTF_8)), form(true), "这个文件不是照片");
    refused(List.of(new byte[0]), form(true), "这个文件是空的");
    refused(List.of(), form(true), "请先选一张照片");
    byte[] photo = PhotoFixture.jpeg(60, 40);
    refused(List.of(photo, photo), form(true), "一次只能放一张");
    refused(List.of(PhotoFixture.join(photo, new byte[10_000_000])), form(true), "最多 10 MB");
    Map<String, String> asText = new HashMap<>(form(true));
    asText.put("photo", "没有文件");
    refused(List.of(), asText, "请先选一张照片");
    refused(List.of(photo), Map.of("shown", "yes", "alt", "桃".repeat(121)), "最多 120 个字");
    assertEquals(Optional.empty(), photo());
  }

  private void refused(List<byte[]> files, Map<String, String> fields, String sentence) {
    upload(liaison, page, files, fields)
        .then()
        .statusCode(422)
        .body(containsString(sentence))
        .body(containsString("value=\"" + fields.get("alt") + "\""))
        .body(containsString("value=\"yes\" checked"));
  }

  @Test
  void whoSentEnoughForTodayIsAskedToComeTomorrow() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Photo.getEntityManager()
                    .createNativeQuery("insert into photo_quota values (?1, ?2, 199)")
                    .setParameter(1, town.liaison().accountId())
                    .setParameter(2, Times.today(Clock.systemUTC()))
                    .executeUpdate());
    refused(List.of("x".getBytes(StandardCharsets.UTF_8)), form(true), "这个文件不是照片");
    refused(List.of(PhotoFixture.jpeg(60, 40)), form(true), "请明天再传");
  }

  @Test
  void listingPhotosLeavesTheirBytesInTheDatabase() {
    send(PhotoFixture.jpeg(600, 400), true);
    assertFalse(Persistence.getPersistenceUtil().isLoaded(photo().orElseThrow(), "jpeg"));
  }

  @Test
  void anAddressThatIsNoneIsNotFound() {
    given().get("/photo/0.jpg").then().statusCode(404);
    given().get("/photo/0K2ZQ3XVB7W2C.jpg").then().statusCode(404);
    liaison.get("/console/photo/0K2ZQ3XVB7W2C.jpg").then().statusCode(404);
  }

  private Response send(byte[] file, boolean isShown) {
    return upload(liaison, page, List.of(file), form(isShown));
  }

  private static Response upload(
      ConsoleClient who, String page, List<byte[]> files, Map<String, String> fields) {
    return who.upload(page + "/photo", "photo", "../我的照片.jpg", files, fields);
  }

  private static Map<String, String> form(boolean isShown) {
    return isShown ? Map.of("alt", ALT, "shown", "yes") : Map.of("alt", ALT);
  }

  private Optional<Photo> photo() {
    return QuarkusTransaction.requiringNew().call(() -> producer.photo());
  }

  private String shownPath() {
    return QuarkusTransaction.requiringNew()
        .call(() -> producer.shownPhoto().map(Photo::path).orElse(""));
  }
}
