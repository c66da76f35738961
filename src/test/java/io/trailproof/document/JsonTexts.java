package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents of JSON by chance, sound ones and broken ones. */
final class JsonTexts {
  private static final String SIGNS =
      "{}[]:,\"\\ \t\n\r\u0000\u0007éß😀a1.0-+eEtrufalsn\u007F\u00A2_^|~/";

  private JsonTexts() {}

  static SourceFile file(String text) {
    return SourceFile.ofText("a.json", text);
  }

  static SourceFile mutant(Random random) {
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

  static String document(Random random) {
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
