package io.trailproof.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFileTest {
  private static byte[] marked(int... mark) {
    byte[] bytes = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      bytes[i] = (byte) mark[i];
    }
    return bytes;
  }

  private static byte[] plus(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @Test
  void utf16WithAMarkIsReadAsUtf8() throws UnreadableSource {
    byte[] little = plus(marked(0xFF, 0xFE), "{\"é\": \"😀\"}".getBytes(UTF_16LE));
    byte[] big = plus(marked(0xFE, 0xFF), "{\"é\": \"😀\"}".getBytes(UTF_16BE));
    assertEquals("{\"é\": \"😀\"}", SourceFile.of("f", little).text());
    assertEquals("{\"é\": \"😀\"}", SourceFile.of("f", big).text());
  }

  @Test
  void halfACharacterOfUtf16IsRefused() {
    byte[] bytes = plus(marked(0xFF, 0xFE), marked('a', 0, 0x00, 0xD8));
    assertEquals(
        "not UTF-16 text from here on",
        assertThrows(UnreadableSource.class, () -> SourceFile.of("f", bytes)).reason());
  }

  @Test
  void anOddByteOfUtf16IsRefused() {
    byte[] bytes = plus(marked(0xFF, 0xFE), marked('a', 0, 'b'));
    assertThrows(UnreadableSource.class, () -> SourceFile.of("f", bytes));
  }

  @Test
  void aMarkOfUtf8IsNoPartOfTheText() throws UnreadableSource {
    SourceFile file = SourceFile.of("f", plus(marked(0xEF, 0xBB, 0xBF), "abc".getBytes(UTF_8)));
    assertEquals("abc", file.text());
    assertEquals(3, file.length());
    assertEquals(new Position(1, 1), file.position(0));
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedWithTheirOffset() {
    UnreadableSource refused =
        assertThrows(
            UnreadableSource.class,
            () -> SourceFile.of("f", plus("ab\né".getBytes(UTF_8), marked(0xC3, 0x28))));
    assertEquals("not UTF-8 text from here on", refused.reason());
    assertEquals(5, refused.place().orElseThrow().start());
  }

  @Test
  void aCharacterCutOffAtTheEndIsRefused() {
    UnreadableSource refused =
        assertThrows(UnreadableSource.class, () -> SourceFile.of("f", marked('a', 0xE2, 0x82)));
    assertEquals(1, refused.place().orElseThrow().start());
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    assertEquals(
        "no such file",
        assertThrows(
                UnreadableSource.class, () -> SourceFile.open("f", Path.of("there-is-none.json")))
            .reason());
  }

  @Test
  void columnsCountCharactersAndNotBytes() {
    SourceFile file = SourceFile.ofText("f", "é😀x\nzwö y");
    assertEquals(new Position(1, 1), file.position(0));
    assertEquals(new Position(1, 2), file.position(2));
    assertEquals(new Position(1, 3), file.position(6));
    assertEquals(new Position(2, 1), file.position(8));
    assertEquals(new Position(2, 5), file.position(13));
  }

  @Test
  void aLineEndsBeforeItsBreakWhateverThatIs() {
    SourceFile file = SourceFile.ofText("f", "one\r\ntwo\nthree");
    assertEquals("one", file.line(1).text());
    assertEquals("two", file.line(5).text());
    assertEquals("three", file.line(11).text());
    assertEquals(new Position(2, 1), file.position(5));
    assertEquals(new Position(3, 1), file.position(9));
  }

  @Test
  void anEmptyLineIsEmpty() {
    SourceFile file = SourceFile.ofText("f", "a\n\nb");
    assertEquals("", file.line(2).text());
    assertEquals("", SourceFile.ofText("f", "").line(0).text());
  }

  @Test
  void offsetsBeyondTheEndMeanTheEnd() {
    SourceFile file = SourceFile.ofText("f", "abc");
    assertEquals(new Position(1, 4), file.position(99));
    assertEquals("bc", file.text(1, 99));
    assertEquals("", file.text(99, 120));
    assertEquals("abc", file.line(99).text());
  }

  @Test
  void aSpanShowsItsTextAndItsPlace() {
    Span span = SourceFile.ofText("dir/f.json", "a\nbcd").span(3, 5);
    assertEquals("cd", span.text());
    assertEquals("dir/f.json:2:2", span.toString());
    assertThrows(IllegalArgumentException.class, () -> span.file().span(3, 2));
  }

  @Test
  void aLargeFileIsReadFromDiskAsASmallOneFromMemory(@TempDir Path folder) throws Exception {
    Path path = folder.resolve("large.json");
    byte[] line = ("é" + "x".repeat(1 << 20) + "\n").getBytes(UTF_8);
    int lines = (int) (SourceFile.IN_MEMORY_BYTES / line.length) + 1;
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(marked(0xEF, 0xBB, 0xBF));
      for (int i = 0; i < lines; i++) {
        out.write(line);
      }
      out.write("last".getBytes(UTF_8));
    }
    SourceFile file = SourceFile.open("large.json", path);
    long end = (long) lines * line.length;
    assertEquals(end + 4, file.length());
    assertEquals(new Position(lines + 1L, 3), file.position(end + 2));
    assertEquals("last", file.line(end + 1).text());
    assertEquals("éx", file.text(line.length, line.length + 3L));
    assertArrayEquals("éx".getBytes(UTF_8), head(file));
  }

  @Test
  void aLargeStreamIsHeldAsASmallOne() throws Exception {
    byte[] text = new byte[(int) SourceFile.IN_MEMORY_BYTES * 3 / 2 + 17];
    new Random(3).nextBytes(text);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (i % 1000 == 999 ? '\n' : ' ' + (text[i] & 0x3F));
    }
    byte[] marked = plus(marked(0xEF, 0xBB, 0xBF), text);
    SourceFile file = SourceFile.read("-", new ByteArrayInputStream(marked));
    SourceFile plain = SourceFile.ofText("-", new String(text, UTF_8));
    assertEquals(plain.length(), file.length());
    try (InputStream in = file.bytes()) {
      assertArrayEquals(text, in.readAllBytes());
    }
    for (long at : new long[] {0, 1_048_573, 16_777_214, 20_000_000, text.length - 5}) {
      assertEquals(plain.text(at, at + 3000), file.text(at, at + 3000));
      assertEquals(plain.position(at), file.position(at));
      assertEquals(plain.line(at).text(), file.line(at).text());
    }
    assertEquals("", file.text(text.length, text.length + 1L));
  }

  @Test
  void aSmallStreamIsDecodedAsAFileIs() throws Exception {
    byte[] little = plus(marked(0xFF, 0xFE), "{\"é\": 1}".getBytes(UTF_16LE));
    assertEquals("{\"é\": 1}", SourceFile.read("-", new ByteArrayInputStream(little)).text());
  }

  private static byte[] head(SourceFile file) throws IOException {
    try (InputStream in = file.bytes()) {
      return in.readNBytes(3);
    }
  }

  @Test
  void utf16WithoutAMarkIsReadAsUtf8() throws UnreadableSource {
    assertEquals("{\"é\": 1}", SourceFile.of("f", "{\"é\": 1}".getBytes(UTF_16LE)).text());
    assertEquals("{\"é\": 1}", SourceFile.of("f", "{\"é\": 1}".getBytes(UTF_16BE)).text());
  }

  @Test
  void aPartHasThePlacesOfTheWhole() throws IOException {
    SourceFile whole = SourceFile.ofText("f", "one\n  zwö drei\nfour\n");
    SourceFile part = whole.part("f:2", 6, 15);
    assertEquals("zwö drei".substring(0, 8), part.text());
    assertEquals("f:2", part.name());
    assertEquals(9, part.length());
    assertEquals(new Position(2, 3), part.position(0));
    assertEquals(new Position(2, 7), part.position(5));
    assertEquals(new Position(2, 11), part.position(99));
    assertEquals("zwö drei", part.line(3).text());
    assertEquals("f:2:2:7", part.span(5, 9).toString());
    assertEquals("drei", part.span(5, 9).text());
    assertEquals("drei", part.text(5, 99));
    assertEquals("zwö drei", new String(part.bytes().readAllBytes(), UTF_8));
    SourceFile inner = part.part("f:2:x", 5, 9);
    assertEquals("drei", inner.text());
    assertEquals(new Position(2, 7), inner.position(0));
    assertEquals(new Position(2, 9), inner.position(2));
  }

  @Test
  void aPartOfALargeFileIsReadFromWhereItStands(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] line = ("x".repeat(1023) + "\n").getBytes(UTF_8);
      for (int i = 0; i < 17 * 1024; i++) {
        out.write(line);
      }
      out.write("the end\n".getBytes(UTF_8));
    }
    SourceFile whole = SourceFile.open("large", file);
    SourceFile part = whole.part("p", whole.length() - 8, whole.length());
    assertEquals("the end\n", part.text());
    assertEquals(new Position(17 * 1024 + 1, 5), part.position(4));
    assertEquals("the end\n", new String(part.bytes().readAllBytes(), UTF_8));
  }
}
