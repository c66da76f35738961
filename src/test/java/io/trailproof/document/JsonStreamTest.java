package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonStreamTest {
  private static SourceFile file(String text) {
    return SourceFile.ofText("a.json", text);
  }

  private static Node read(String text) throws BrokenJson {
    try (JsonStream stream = JsonStream.open(file(text))) {
      Node node = stream.node();
      stream.finish();
      return node;
    }
  }

  private static Diagnostic failure(String text) {
    return assertThrows(BrokenJson.class, () -> read(text)).diagnostic();
  }

  @Test
  void spansCoverExactlyWhatWasWritten() throws BrokenJson {
    String text = " {\"ké\\u0079\" : [ 1.50e3 , \"a\\\"ü😀\" ,true,null , {} , -7] , \"n\":12 }\n";
    Node.Mapping root = read(text).asMapping().orElseThrow();
    assertEquals(text.strip(), root.span().text());
    Node.Member first = root.members().get(0);
    assertEquals("kéy", first.key());
    assertEquals("\"ké\\u0079\"", first.keySpan().text());
    List<String> texts = new ArrayList<>();
    for (Node item : first.value().asSequence().orElseThrow().items()) {
      texts.add(item.span().text());
    }
    assertEquals(List.of("1.50e3", "\"a\\\"ü😀\"", "true", "null", "{}", "-7"), texts);
    assertEquals("12", root.get("n").orElseThrow().span().text());
  }

  @Test
  void spansStayExactBeyondTheParsersBuffer() throws BrokenJson {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 3000; i++) {
      text.append(i == 0 ? "" : ", ").append("{\"k").append(i).append("\": \"välue").append(i);
      text.append("\"}");
    }
    text.append("]");
    List<Node> items = read(text.toString()).asSequence().orElseThrow().items();
    for (int i = 0; i < items.size(); i++) {
      Node.Member member = items.get(i).asMapping().orElseThrow().members().get(0);
      assertEquals("\"k" + i + "\"", member.keySpan().text());
      assertEquals("\"välue" + i + "\"", member.value().span().text());
      assertEquals("{\"k" + i + "\": \"välue" + i + "\"}", items.get(i).span().text());
    }
  }

  @Test
  void onlyWantedObjectsAreHandedOverWhereverTheDecidingMemberStands() throws BrokenJson {
    String text =
        "[{\"type\":\"a\",\"n\":1},{\"type\":\"b\",\"x\":{\"type\":\"a\"}},{\"v\":[1,{}],\"type\":\"a\"},{\"n\":9}]";
    List<String> seen = new ArrayList<>();
    try (JsonStream stream = JsonStream.open(file(text))) {
      long all = stream.objectsWhere("type", "a"::equals, object -> seen.add(object.span().text()));
      stream.finish();
      assertEquals(4, all);
    }
    assertEquals(List.of("{\"type\":\"a\",\"n\":1}", "{\"v\":[1,{}],\"type\":\"a\"}"), seen);
  }

  @Test
  void whatACallbackLeavesIsSkipped() throws BrokenJson {
    List<String> seen = new ArrayList<>();
    try (JsonStream stream = JsonStream.open(file("{\"a\":{\"b\":[1]},\"c\":2,\"d\":[[]]}"))) {
      stream.members(
          key -> {
            seen.add(key);
            if (key.equals("c")) {
              seen.add(stream.text());
            }
          });
      stream.finish();
    }
    assertEquals(List.of("a", "c", "2", "d"), seen);
  }

  @Test
  void everyCutIsAnErrorWithAPlaceAndNeverAValue() throws BrokenJson {
    String text = "{\"a\":[1,-2.5e1,\"é\\n\",true,false,null,{\"b\":{}}],\"c\":\"x\"}";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertTrue(read(text).asMapping().isPresent());
    for (int length = 1; length < bytes.length; length++) {
      String cut = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      Diagnostic diagnostic = failure(cut);
      assertEquals("invalid-json", diagnostic.code());
      assertTrue(diagnostic.primary() != null, cut);
    }
  }

  @Test
  void messagesNameTheCulpritAndNotTheParser() {
    assertEquals("unexpected character `}`, expected a value", failure("{\"a\":}").message());
    assertEquals(5, span(failure("{\"a\":}")).start());
    assertEquals("unexpected character `'`, expected a value", failure("['a']").message());
    assertEquals("there is nothing in this file", failure("").message());
    assertEquals("something follows the end of the JSON document", failure("{} {}").message());
    assertEquals("the JSON ends before it is complete", failure("{\"a\": [").message());
    for (String bad :
        List.of("{a:1}", "[1,]", "[01]", "[\"\t\"]", "[\"\\q\"]", "nul", "[+1]", "]")) {
      String message = failure(bad).message();
      assertFalse(message.contains("REDACTED") || message.contains("Json"), message);
      assertTrue(Character.isLowerCase(message.charAt(0)), message);
    }
  }

  @Test
  void aDeepNestIsRefusedInWords() {
    Diagnostic diagnostic = failure("[".repeat(5_000_000));
    assertEquals("nested more than 200 levels deep", diagnostic.message());
    assertEquals(200, span(diagnostic).start());
  }

  @Test
  void textThatIsNotUtf8IsRefusedAlsoWhereItIsSkipped(@TempDir Path folder) throws Exception {
    byte[] bytes = ("{\"a\":\"?\"}" + " ".repeat(17 << 20)).getBytes(StandardCharsets.ISO_8859_1);
    bytes[6] = (byte) 0xFC;
    SourceFile file = SourceFile.open("a.json", Files.write(folder.resolve("a.json"), bytes));
    try (JsonStream stream = JsonStream.open(file)) {
      Diagnostic diagnostic = assertThrows(BrokenJson.class, stream::finish).diagnostic();
      assertEquals("not UTF-8 text", diagnostic.message());
      assertEquals(6, span(diagnostic).start());
    }
  }

  @Test
  void longStringsAndManyMembersAreNoProblem() throws BrokenJson {
    String text = "{\"a\":\"" + "x".repeat(25_000_000) + "\"}";
    assertEquals(
        25_000_002,
        read(text).asMapping().orElseThrow().members().get(0).value().span().text().length());
  }

  @Test
  void anOutlineStopsWhereEnoughIsSeen() {
    RootMembers cut =
        JsonStream.outline(
            file("{\"a\":1,\"b\":{\"z\":1},\"c\":\"x\",\"d\":"), some -> some.has("c"));
    assertEquals(Map.of("a", "1", "b", "", "c", "x"), cut.texts());
    assertEquals(Set.of("b"), cut.objects());
    assertFalse(cut.whole());
    assertEquals(Map.of(), JsonStream.outline(file("[1]"), some -> false).texts());
    RootMembers broken = JsonStream.outline(file("{\"a\":1,}"), some -> false);
    assertEquals(Map.of("a", "1"), broken.texts());
    assertFalse(broken.whole());
    assertTrue(JsonStream.outline(file("{\"a\":1}"), some -> false).whole());
  }

  private static io.trailproof.source.Span span(Diagnostic diagnostic) {
    return java.util.Objects.requireNonNull(diagnostic.primary()).span();
  }
}
