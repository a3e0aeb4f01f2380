package org.xiangpin.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegionImportTest {

  private static final String STREETS = "code,name,areaCode,provinceCode,cityCode\n";
  private static final String VILLAGES = "code,name,streetCode,provinceCode,cityCode,areaCode\n";

  @Inject RegionImport regions;

  private final String county = RegionFixture.county();
  private final String six = county.substring(0, 6);
  private Path folder;
  private String report;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("regions");
  }

  @AfterEach
  void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }

  @Test
  void takesAllFiveLevelsFromFilesInAnyOrderPlainOrPacked() throws IOException {
    Path villages =
        packed("v.csv.gz", VILLAGES + "980101001001,\"东风村委会\",980101001,98,9801,980101\n");
    Path streets = file("s.csv", STREETS + "980101001,\"东风镇\",980101,98,9801\n");
    Path areas = file("a.csv", "code,name,cityCode,provinceCode\n980101,\"东风县\",9801,98\n");
    Path cities = file("c.csv", "code,name,provinceCode\n9801,\"市辖区\",98\n");
    Path provinces = file("p.csv", "code,name\n98,\"东风省\"\n");
    assertTrue(take(villages, streets, areas, cities, provinces), () -> report);
    assertEquals(
        "东风省东风县东风镇东风村",
        QuarkusTransaction.requiringNew().call(() -> Region.fullName("980101001001")));
  }

  @Test
  void repeatingAnImportChangesNothing() throws IOException {
    Path streets = streets("001,甲镇", "002,乙镇");
    assertTrue(take(streets), () -> report);
    assertTrue(report.contains("2 new, 0 renamed, 0 unchanged"), report);
    assertTrue(take(streets), () -> report);
    assertTrue(report.contains("0 new, 0 renamed, 2 unchanged"), report);
  }

  @Test
  void aChangedNameIsTakenAndTheFormerOneStaysAsAnAlias() throws IOException {
    take(streets("001,甲乡", "002,乙镇"));
    assertTrue(take(streets("001,甲镇", "002,乙镇")), () -> report);
    assertTrue(report.contains("0 new, 1 renamed, 1 unchanged"), report);
    assertEquals("甲镇", name("001").orElseThrow());
    String code = RegionCode.padded(six + "001");
    assertEquals(
        List.of("甲乡"),
        QuarkusTransaction.requiringNew()
            .call(() -> RegionAlias.of(code).stream().map(RegionAlias::name).toList()));
  }

  @Test
  void aFileThatBreaksOffKeepsItsBeginningAndRepeatingDoesTheRest() throws IOException {
    take(streets("001,甲镇"));
    int count = 2 * RegionImport.BATCH - 100;
    String rows =
        IntStream.rangeClosed(1, 999)
            .mapToObj(i -> villageLine("001", i))
            .collect(Collectors.joining());
    take(
        streets(
            IntStream.rangeClosed(2, count / 999 + 1)
                .mapToObj("%03d,镇"::formatted)
                .toArray(String[]::new)));
    for (int town = 2; town <= count / 999 + 1; town++) {
      String number = "%03d".formatted(town);
      rows +=
          IntStream.rangeClosed(1, 999)
              .mapToObj(i -> villageLine(number, i))
              .collect(Collectors.joining());
    }
    Path whole = packed("whole.csv.gz", VILLAGES + rows);
    byte[] bytes = Files.readAllBytes(whole);
    Path half = folder.resolve("half.csv.gz");
    Files.write(half, Arrays.copyOf(bytes, bytes.length * 2 / 3));

    assertFalse(take(half));
    assertTrue(report.contains("the file breaks off"), report);
    long kept = villages();
    assertTrue(kept > RegionImport.BATCH && kept < rows.lines().count(), () -> kept + " kept");

    assertTrue(take(whole), () -> report);
    assertEquals(rows.lines().count(), villages());
    assertTrue(report.contains("%,d unchanged".formatted(kept)), report);
  }

  @Test
  void refusesBadLinesWithNumberAndReasonAndTakesTheOthers() throws IOException {
    assertFalse(
        take(
            file(
                "bad.csv",
                STREETS
                    + (six + "001,甲镇," + six + ",99,9999\n")
                    + (six + "01,短镇," + six + ",99,9999\n")
                    + (six + "002, ," + six + ",99,9999\n")
                    + "980000001,无镇,980000,98,9800\n"
                    + (six + "001,重镇," + six + ",99,9999\n")
                    + (six + "003,错镇,980000,99,9999\n")
                    + "4.30E+11,表格镇,430000,43,4300\n"
                    + (six + "004,丁镇," + six + ",99,9999\n"))));
    assertTrue(report.contains("bad.csv: 第 3 行：代码应是 9 位数字"), report);
    assertTrue(report.contains("line 4: the name must have 1 to 64 characters"), report);
    assertTrue(report.contains("line 5: the parent 980000 is unknown"), report);
    assertTrue(report.contains("line 6: the code " + six + "001 occurs twice"), report);
    assertTrue(report.contains("line 7: the parent \"980000\" does not begin the code"), report);
    assertTrue(report.contains("line 8: the code must have 9 digits, not \"4.30E+11\""), report);
    assertTrue(report.contains("2 new") && report.contains("6 refused"), report);
    assertEquals("甲镇", name("001").orElseThrow());
    assertEquals("丁镇", name("004").orElseThrow());
  }

  @Test
  void showsTheFirstHundredRefusalsAndCountsAll() throws IOException {
    String bad = "x,镇,y,99,9999\n".repeat(150);
    assertFalse(take(file("bad.csv", STREETS + bad)));
    assertEquals(100, report.lines().filter(l -> l.startsWith("bad.csv: 第")).count());
    assertTrue(report.contains("and 50 more"), report);
    assertTrue(report.contains("150 refused"), report);
  }

  @Test
  void readsGbkAndSaysSo() throws IOException {
    Path gbk = folder.resolve("gbk.csv");
    Files.writeString(gbk, STREETS + six + "001,甲镇," + six + ",99,9999\n", Charset.forName("GBK"));
    assertTrue(take(gbk), () -> report);
    assertTrue(report.contains("GBK"), report);
    assertEquals("甲镇", name("001").orElseThrow());
  }

  @Test
  void readsAFileWithAByteOrderMark() throws IOException {
    Path marked = file("m.csv", "\uFEFF" + STREETS + six + "001,甲镇," + six + ",99,9999\n");
    assertTrue(take(marked), () -> report);
    assertEquals("甲镇", name("001").orElseThrow());
  }

  @Test
  void refusesAFileWithAWrongHeaderOrNoFileAndTakesTheOthers() throws IOException {
    Path nameless = file("nameless.csv", "code,areaCode\n" + six + "002," + six + "\n");
    Path levelless = file("levelless.csv", "code,name,pinyin\n" + six + "003,a,b\n");
    assertFalse(take(nameless, levelless, folder.resolve("none.csv"), streets("001,甲镇")));
    assertTrue(report.contains("nameless.csv: 第一行缺少这些列：name"), report);
    assertTrue(report.contains("levelless.csv: 第一行没有上级代码这一列"), report);
    assertTrue(report.contains("none.csv: 没有这个文件"), report);
    assertEquals("甲镇", name("001").orElseThrow());
    assertEquals(Optional.empty(), name("002"));
  }

  @Test
  void aLineThatRepeatsItsParentsCodeIsNoRegionOfItsOwn() throws IOException {
    assertTrue(take(streets("000,测试县", "001,甲镇")), () -> report);
    assertTrue(report.contains("1 repeating their parent's code"), report);
    assertEquals(
        Region.Level.COUNTY,
        QuarkusTransaction.requiringNew()
            .call(() -> Region.findByCode(county).orElseThrow().level()));
  }

  @Test
  void anEndedRegionStaysEnded() throws IOException {
    take(streets("001,甲镇", "002,乙镇"));
    QuarkusTransaction.requiringNew()
        .run(() -> town("001").mergeInto(town("002"), LocalDate.of(2025, 1, 1)));
    assertTrue(take(streets("001,甲镇", "002,乙镇")), () -> report);
    assertTrue(QuarkusTransaction.requiringNew().call(() -> town("001").successor().isPresent()));
  }

  @Test
  void bundlesTheCountiesOfTheSources() {
    RegionFixture.sourcesCounties();
    regions.bundled();
    assertEquals(
        "湖南省常德市汉寿县崔家桥镇永固村",
        QuarkusTransaction.requiringNew().call(() -> Region.fullName("430722111229")));
    assertEquals(
        23,
        QuarkusTransaction.requiringNew()
            .call(() -> Region.findByCode("430722000000").orElseThrow().children().size()));
  }

  private Region town(String number) {
    return Region.findByCode(RegionCode.padded(six + number)).orElseThrow();
  }

  private Optional<String> name(String number) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Region.findByCode(RegionCode.padded(six + number)).map(Region::name));
  }

  private long villages() {
    return QuarkusTransaction.requiringNew()
        .call(() -> Region.count("code like ?1 and level = ?2", six + "%", Region.Level.VILLAGE));
  }

  private String villageLine(String town, int number) {
    String nine = six + town;
    return "%s%03d,第%d村委会,%s,99,9999,%s\n".formatted(nine, number, number, nine, six);
  }

  private Path streets(String... numbersAndNames) throws IOException {
    String lines =
        Arrays.stream(numbersAndNames)
            .map(t -> six + t + "," + six + ",99,9999\n")
            .collect(Collectors.joining());
    return file("streets.csv", STREETS + lines);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path packed(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  private boolean take(Path... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean all = regions.run(List.of(files), new PrintStream(out, true, StandardCharsets.UTF_8));
    report = out.toString(StandardCharsets.UTF_8);
    return all;
  }
}
