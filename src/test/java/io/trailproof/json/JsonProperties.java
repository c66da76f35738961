package io.trailproof.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is read again as it was, whatever it holds. */
class JsonProperties {
  private static final String LETTERS =
      "ab\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é€\ud83d\ude00\ud800";

  @Test
  void whatIsWrittenIsReadAgain() {
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      Json value = value(random, 4);
      String text = value.print();
      ParsedJson read = Json.read(text);
      assertEquals(value, read.value(), text);
      assertEquals(List.of(), read.repeated(), text);
      assertEquals(value, Json.read(spaced(text, random)).value(), text);
    }
  }

  @Test
  void noTextIsTooStrangeToRead() {
    Random random = new Random(13);
    String pieces = "{}[]\",:\\u0aetrufalsn-+.19 \n";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      ParsedJson read = Json.read(text.toString());
      Json value = read.value();
      if (value == null) {
        assertEquals(true, read.offset() >= 0 && read.offset() <= text.length(), text.toString());
        assertEquals(false, read.problem().isEmpty(), text.toString());
      } else {
        assertEquals(value, Json.read(value.print()).value(), text.toString());
      }
    }
  }

  private static Json value(Random random, int deepest) {
    return switch (random.nextInt(deepest > 0 ? 6 : 4)) {
      case 0 -> new Json.Str(text(random));
      case 1 -> new Json.Num(number(random));
      case 2 -> random.nextBoolean() ? Json.Bool.TRUE : Json.Bool.FALSE;
      case 3 -> Json.Null.NULL;
      case 4 -> {
        List<Json> elements = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
          elements.add(value(random, deepest - 1));
        }
        yield new Json.Arr(elements);
      }
      default -> {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
          members.put(text(random), value(random, deepest - 1));
        }
        yield new Json.Obj(members);
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static String number(Random random) {
    String sign = random.nextBoolean() ? "-" : "";
    String fraction = random.nextBoolean() ? "" : "." + random.nextInt(1000) + "0";
    String exponent = random.nextBoolean() ? "" : "E" + "+-".charAt(random.nextInt(2)) + "07";
    return sign + random.nextInt(100) + fraction + exponent;
  }

  /** The text with blanks where JSON lets them stand: before and after all of it. */
  private static String spaced(String text, Random random) {
    return " \t\r\n".repeat(random.nextInt(2)) + text + "\n ".repeat(random.nextInt(2));
  }
}
