package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.traceability.SheetFixture.LOT;
import static org.xiangpin.traceability.SheetFixture.TEXT;
import static org.xiangpin.traceability.SheetFixture.labels;
import static org.xiangpin.traceability.SheetFixture.textOf;
import static org.xiangpin.traceability.SheetFixture.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.LabelSheet.Text;

class LabelSheetTest {
  @ParameterizedTest
  @EnumSource
  void printsEveryLineAsTextThatCanBeCopied(Layout layout) throws IOException {
    String text = textOf(write(layout, TEXT, labels(1))).replaceAll("\\s", "");
    String serial = labels(1).get(0).serial();
    List<String> lines =
        new ArrayList<>(
            List.of(
                TEXT.product(),
                TEXT.lot(),
                TEXT.certificate(),
                TEXT.harvest(),
                TEXT.publicHost(),
                serial));
    if (layout != Layout.ROLL_40X30) {
      // the smallest roll has no room for long names of people and places
      lines.addAll(List.of(TEXT.producer(), TEXT.place()));
    }
    for (String line : lines) {
      assertTrue(text.contains(line.replace(" ", "")), () -> line + " in " + text);
    }
  }

  @Test
  void groupsSerials() throws IOException {
    assertTrue(textOf(write(TEXT, "ABCDE12345")).contains("ABCDE 12345"));
    assertTrue(textOf(write(TEXT, "ABCDEFGH1234")).contains("ABCD EFGH 1234"));
    assertFalse(textOf(write(TEXT, " ")).contains("ABCD"));
  }

  @Test
  void showsCharactersThatTheFontLacks() throws IOException {
    Text text = new Text("𠮷家\n蜜", "㛃\u0007", "", "", "", "", "");
    String printed = textOf(write(text, ""));
    assertTrue(printed.contains("〓家 蜜"), printed);
    assertTrue(printed.contains("〓〓"), printed);
  }

  @Test
  void leavesBlankLinesOut() throws IOException {
    Text text = new Text("黄桃", "", " ", "批次 1", "\t", "", "");
    assertEquals(List.of("黄桃", "批次 1"), textOf(write(text, "")).strip().lines().toList());
    assertEquals("", textOf(write(new Text("", "", "", "", "", "", ""), "")).strip());
  }

  @Test
  void keepsNumbersWhole() throws IOException {
    List<String> lines = textOf(write(TEXT, "")).lines().map(String::strip).toList();
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("HYX-2026-000123")), lines::toString);
  }

  @Test
  void shortensAHostAtItsFront() throws IOException {
    String host = "an-invented-front-of-a-very-long-name.trace.example.gov.cn";
    String printed = textOf(write(new Text("", "", "", "", "", "", host), ""));
    assertTrue(printed.matches("(?s)….*\\.example\\.gov\\.cn\\s*"), printed);
  }

  @Test
  void embedsOnlyTheGlyphsThatItUses() throws IOException {
    byte[] pdf = write(Layout.A4_24, TEXT, labels(24));
    assertTrue(pdf.length < 120_000, () -> pdf.length + " bytes");
    try (PDDocument sheet = Loader.loadPDF(pdf)) {
      for (COSName name : sheet.getPage(0).getResources().getFontNames()) {
        PDFont font = sheet.getPage(0).getResources().getFont(name);
        assertTrue(font.isEmbedded(), font::getName);
        assertTrue(font.getName().matches("[A-Z]{6}\\+NotoSansSC-.*"), font::getName);
      }
    }
  }

  @Test
  void carriesNeitherDateNorScaling() throws IOException {
    try (PDDocument sheet = Loader.loadPDF(write(Layout.A4_24, TEXT, labels(1)))) {
      assertEquals(null, sheet.getDocumentInformation().getCreationDate());
      assertEquals("None", sheet.getDocumentCatalog().getViewerPreferences().getPrintScaling());
      assertEquals("石板村黄桃 批次 " + LOT, sheet.getDocumentInformation().getTitle());
    }
  }

  @Test
  void refusesASheetWithoutLabelsBeforeItWrites() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iterator<Label> none = Collections.emptyIterator();
    assertThrows(
        IllegalArgumentException.class, () -> LabelSheet.write(out, Layout.A4_24, TEXT, none));
    assertEquals(0, out.size());
  }

  @Test
  void leavesTheStreamOpen() throws IOException {
    LabelSheet.write(
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        },
        Layout.A4_24,
        TEXT,
        labels(1).iterator());
  }

  @Test
  void passesTheFailureOfTheStreamOn() {
    IOException full = new IOException("disk is full");
    OutputStream failing =
        new OutputStream() {
          private int written;

          @Override
          public void write(int b) throws IOException {
            if (++written > 50_000) {
              throw full;
            }
          }
        };
    Iterator<Label> labels = labels(100).iterator();
    assertSame(
        full,
        assertThrows(
            IOException.class, () -> LabelSheet.write(failing, Layout.A4_40, TEXT, labels)));
  }

  @Test
  void doesNotFinishASheetWhoseLabelsFail() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iterator<Label> labels =
        IntStream.range(0, 50)
            .mapToObj(i -> i < 30 ? labels(1).get(0) : new Label("", "X"))
            .iterator();
    assertThrows(
        IllegalArgumentException.class, () -> LabelSheet.write(out, Layout.A4_24, TEXT, labels));
    assertFalse(out.toString(StandardCharsets.ISO_8859_1).contains("%%EOF"));
  }

  @Test
  void writesSheetsInSeveralThreadsAtOnce() {
    List<String> texts =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return textOf(write(Layout.A4_40, TEXT, labels(100)));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .distinct()
            .toList();
    assertEquals(1, texts.size());
    assertTrue(texts.get(0).contains(TEXT.producer()));
  }
}
