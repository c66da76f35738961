package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** What a plain scalar is, is what SnakeYAML says of it; but for timestamps, which are texts. */
final class YamlScalarsTest {
  private static final Resolver RESOLVER = new Resolver();

  private static final List<String> WORDS =
      List.of(
          "yes",
          "Yes",
          "YES",
          "yEs",
          "no",
          "No",
          "NO",
          "true",
          "True",
          "TRUE",
          "false",
          "False",
          "FALSE",
          "on",
          "On",
          "ON",
          "off",
          "Off",
          "OFF",
          "y",
          "n",
          "~",
          "~~",
          "null",
          "Null",
          "NULL",
          "nULL",
          "",
          "<<",
          "=",
          "2010-09-09",
          "2010-09-09T00:00:00Z",
          "1.2.3.4",
          "10.0.0.0/16",
          "012345678901",
          "007",
          "089",
          "0",
          "00",
          "0.",
          "00.5",
          "1e5",
          "1.e+5",
          "1e",
          ".5",
          ".",
          "..",
          "+",
          "-",
          "--x",
          "+.inf",
          ".Inf",
          ".NaN",
          "-.INF",
          "0x1F",
          "0b1",
          "1:30",
          "1:30.5",
          "190:20:30",
          "1_000",
          "_1",
          "1_",
          "0o7",
          "1-2",
          "1e-2",
          "12e03",
          "-0");

  private static Node.Kind expected(String text) {
    Tag tag = RESOLVER.resolve(NodeId.scalar, text, true);
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Node.Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Node.Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Node.Kind.NULL : Node.Kind.STRING;
  }

  @Test
  void wordsAreWhatSnakeYamlSays() {
    for (String word : WORDS) {
      assertEquals(expected(word), YamlScalars.plain(word), word);
    }
  }

  @Test
  void whatBeginsAsNumbersDoIsWhatSnakeYamlSays() {
    String signs = "0011789_.:+-eExXabfFnNiIlu~yYoOtTsr/ ,";
    Random random = new Random(9);
    Set<Node.Kind> seen = EnumSet.noneOf(Node.Kind.class);
    for (int round = 0; round < 300_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      if (text.charAt(0) != ' ') { // no plain scalar begins so
        Node.Kind kind = YamlScalars.plain(text.toString());
        assertEquals(expected(text.toString()), kind, text::toString);
        seen.add(kind);
      }
    }
    assertTrue(seen.contains(Node.Kind.NUMBER) && seen.contains(Node.Kind.STRING), seen::toString);
  }
}
