package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A split document gives what a scanned one gives, over seeded documents and mutants of them. */
class JsonSplitterProperties {
  private static final int SMALLEST = 256;
  private static final String SIGNS =
      "{}[]:,\"\\ \t\n\r\u0000\u0007éß😀a1.0-+eEtrufalsn\u007F\u00A2_^|~/";

  /** One way through a document: reads what its numbers say, and writes down what it sees. */
  private static final class Walk {
    private final JsonStream stream;
    private final Random choices;
    private final boolean isWhole;
    private final StringBuilder seen = new StringBuilder();

    Walk(JsonStream stream, long seed, boolean isWhole) {
      this.stream = stream;
      this.choices = new Random(seed);
      this.isWhole = isWhole;
    }

    String all() throws BrokenJson {
      value();
      stream.finish();
      return seen.toString();
    }

    private void value() throws BrokenJson {
      seen.append(stream.here().start()).append(' ');
      int choice = choices.nextInt(isWhole ? 4 : 8);
      if (stream.isObject() && choice < 3) {
        stream.members(
            key -> {
              seen.append(key).append('=');
              value();
            });
      } else if (stream.isArray() && choice < 2) {
        stream.elements(this::value);
      } else if (stream.isArray() && !isWhole && choice < 6) {
        seen.append(
            stream.objectsWhere(
                "type", JsonSplitterProperties::isWanted, node -> seen.append(shown(node))));
      } else if (isWhole || choice < 5) {
        seen.append(shown(stream.node()));
      } else if (choice == 5) {
        seen.append(stream.text());
      } else if (choice == 6) {
        stream.skip();
      }
    }

    /** The node with the offsets of all that is in it. */
    private static String shown(Node node) {
      String inside =
          node.match(
              scalar -> scalar.kind() + scalar.text(),
              list -> list.items().stream().map(Walk::shown).toList().toString(),
              map -> map.members().stream().map(Walk::shown).toList().toString());
      return inside + '@' + node.span().start() + "-" + node.span().end();
    }

    private static String shown(Node.Member member) {
      long start = member.keySpan().start();
      return start + "-" + member.keySpan().end() + member.key() + '=' + shown(member.value());
    }
  }

  private static boolean isWanted(String text) {
    return text.hashCode() % 2 == 0;
  }

  /** What a walk sees; null if it fails. */
  private static @Nullable String walk(SourceFile file, int window, long seed, boolean isWhole) {
    try (JsonStream stream = window == 0 ? JsonStream.open(file) : JsonStream.split(file, window)) {
      return new Walk(stream, seed, isWhole).all();
    } catch (BrokenJson e) {
      return null;
    }
  }

  @Test
  void aSoundDocumentIsSplitAsItIsScanned() {
    Random random = new Random(1);
    int read = 0;
    for (int round = 0; round < 4_000; round++) {
      SourceFile file = file(document(random));
      String scanned = walk(file, 0, round, false);
      for (int window : List.of(SMALLEST, SMALLEST + random.nextInt(300), 1 << 12)) {
        assertEquals(scanned, walk(file, window, round, false), file::text);
      }
      read += scanned == null ? 0 : 1;
    }
    assertTrue(read > 1_000, "read " + read); // where objects were expected and none is, both fail
  }

  @Test
  void whatIsLookedAtIsRefusedAlike() {
    Random random = new Random(2);
    int refused = 0;
    for (int round = 0; round < 8_000; round++) {
      SourceFile file = mutant(random);
      String scanned = walk(file, 0, round, true);
      assertEquals(scanned, walk(file, SMALLEST + random.nextInt(64), round, true), file::text);
      refused += scanned == null ? 1 : 0;
    }
    assertTrue(refused > 3_000, "refused " + refused);
  }

  @Test
  void aSoundMutantIsNeverReadOtherwise() {
    Random random = new Random(3);
    int looser = 0;
    for (int round = 0; round < 8_000; round++) {
      SourceFile file = mutant(random);
      String scanned = walk(file, 0, round, false);
      String split = walk(file, SMALLEST, round, false);
      if (scanned == null) {
        looser += split == null ? 0 : 1;
      } else {
        assertEquals(scanned, split, file::text);
      }
    }
    assertTrue(looser > 30, "looser " + looser); // else everything would be looked at
  }

  @Test
  void everyCutIsNoticed() {
    Random random = new Random(4);
    for (int round = 0; round < 25; round++) {
      byte[] bytes = document(random).getBytes(StandardCharsets.UTF_8);
      int last = new String(bytes, StandardCharsets.UTF_8).stripTrailing().length();
      for (int length = 1; length < bytes.length; length++) {
        SourceFile cut = file(new String(bytes, 0, length, StandardCharsets.UTF_8));
        boolean isWhole = cut.text().stripTrailing().length() >= last;
        if (!isWhole && bytes[0] != '"' && !Character.isDigit(bytes[0])) {
          assertEquals(null, walk(cut, SMALLEST, 7, false), cut::text);
        }
      }
    }
  }

  @Test
  void whatIsDeeperThanALimitIsRefusedThoughItIsReadInParts() {
    for (int depth : List.of(198, 199, 200, 201, 260)) {
      String text = "{\"a\":".repeat(depth - 3) + "[[{}]]" + "}".repeat(depth - 3);
      for (int seed = 0; seed < 40; seed++) {
        String scanned = walk(file(text), 0, seed, true);
        assertEquals(scanned, walk(file(text), SMALLEST, seed, true), depth + " " + seed);
        assertEquals(depth > 200, scanned == null);
      }
    }
  }

  private static SourceFile file(String text) {
    return SourceFile.ofText("a.json", text);
  }

  private static SourceFile mutant(Random random) {
    StringBuilder text = new StringBuilder(document(random));
    int[] signs = SIGNS.codePoints().toArray();
    for (int n = random.nextInt(2); n >= 0; n--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 1 -> text.insert(at, text.substring(Math.max(0, at - random.nextInt(9)), at));
        default -> text.insert(at, Character.toString(signs[random.nextInt(signs.length)]));
      }
    }
    return file(text.toString());
  }

  private static String document(Random random) {
    StringBuilder text = new StringBuilder();
    value(random, 0, text);
    blank(random, text);
    return text.toString();
  }

  private static void value(Random random, int depth, StringBuilder text) {
    blank(random, text);
    int kind = random.nextInt(depth == 0 ? 4 : depth > 5 ? 3 : 10);
    if (depth > 0 && kind < 3) {
      List<String> words = List.of("true", "false", "null", "0", "-1.5e+3", "1234567890");
      text.append(kind == 0 ? words.get(random.nextInt(words.size())) : string(random));
    } else {
      boolean isArray = kind % 2 == 0;
      text.append(isArray ? '[' : '{');
      int count = random.nextInt(7);
      boolean ofObjects = random.nextInt(3) > 0;
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? "" : ",");
        if (!isArray) {
          blank(random, text);
          text.append(random.nextInt(3) == 0 ? name(random) : string(random));
          blank(random, text);
          text.append(':');
          value(random, depth + 1, text);
        } else if (ofObjects) {
          object(random, depth + 1, text);
        } else {
          value(random, depth + 1, text);
        }
      }
      blank(random, text);
      text.append(isArray ? ']' : '}');
    }
    blank(random, text);
  }

  /** An object with a deciding member, and without. */
  private static void object(Random random, int depth, StringBuilder text) {
    blank(random, text);
    text.append('{');
    List<String> members = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      StringBuilder member =
          new StringBuilder(random.nextInt(5) == 0 ? name(random) : string(random));
      blank(random, member.append(':'));
      value(random, depth + 1, member);
      members.add(member.toString());
    }
    if (random.nextInt(5) > 0) {
      members.add(random.nextInt(members.size() + 1), name(random) + ":" + string(random));
    }
    text.append(String.join(",", members));
    blank(random, text);
    text.append('}');
  }

  private static String name(Random random) {
    return List.of("\"type\"", "\"typ\\u0065\"", "\"type\"", "\"name\"", "\"ty\\\\pe\"")
        .get(random.nextInt(5));
  }

  private static String string(Random random) {
    StringBuilder text = new StringBuilder("\"");
    List<String> pieces =
        List.of(
            "a", "b", "é", "😀", "\\\"", "\\\\", "\\u0041", "{", "}", "[", "]", ",", ":", " ",
            "\\n");
    int length = random.nextInt(12) == 0 ? 300 : 8;
    for (int n = random.nextInt(length); n > 0; n--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.append('"').toString();
  }

  private static void blank(Random random, StringBuilder text) {
    for (int n = random.nextInt(5) - 3; n > 0; n--) {
      text.append(" \n\r\t".charAt(random.nextInt(4)));
    }
  }
}
