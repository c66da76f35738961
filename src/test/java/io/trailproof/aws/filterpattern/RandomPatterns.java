package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Chars;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Texts of patterns and JSON values, small enough to collide with each other. */
public final class RandomPatterns {
  private static final List<String> NAMES = List.of("a", "b", "c-d", "_e");
  private static final List<String> TEXTS =
      List.of(
          "x", "y", "xy", "1", "1.0", "true", "", "x y", "*", "x*", "*y", "*x*", "x*y", "-1", "a-b",
          "\\", "é", "null");
  private static final List<String> NUMBERS =
      List.of("0", "1", "1.0", "-1", "+1", "1e0", ".5", "2", "1e400", "9007199254740993");
  private static final List<String> REGEXES =
      List.of("x", "^x", "y$", "^x*$", "[^x]", "x|1", "\\d", ".", "x{2,}", "^.?$", "\\x78");

  private final Random random;
  private int wildcards;
  private int regexes;

  public RandomPatterns(Random random) {
    this.random = random;
  }

  public String pattern() {
    wildcards = 3;
    regexes = 2;
    return switch (random.nextInt(8)) {
      case 0 -> terms();
      case 1 -> "[" + fields() + "]";
      case 2 -> "%" + pick(REGEXES) + "%";
      default -> json();
    };
  }

  /** A JSON pattern without anything that the service's documentation leaves open. */
  public String certainJson() {
    while (true) {
      wildcards = 3;
      regexes = 2;
      String text = json();
      boolean certain = FilterPattern.parse(text).match(a -> a.doubts().isEmpty(), r -> false);
      if (certain) {
        return text;
      }
    }
  }

  private String json() {
    return "{" + blank() + expression(3) + blank() + "}";
  }

  private String expression(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return test();
    }
    List<String> parts = new ArrayList<>();
    String by = random.nextBoolean() ? "&&" : "||";
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      String part = expression(depth - 1);
      parts.add(random.nextInt(4) == 0 ? part : "(" + part + ")");
    }
    return String.join(blank() + by + blank(), parts);
  }

  private String test() {
    String selector = selector();
    return switch (random.nextInt(10)) {
      case 0 -> selector + " NOT EXISTS";
      case 1 -> selector + " IS NULL";
      case 2 -> selector + (random.nextBoolean() ? " IS TRUE" : " is false");
      case 3 -> selector + pick(List.of("<", "<=", ">", ">=")) + pick(NUMBERS);
      default -> selector + blank() + (random.nextBoolean() ? "=" : "!=") + blank() + value();
    };
  }

  private String selector() {
    StringBuilder selector = new StringBuilder("$.").append(pick(NAMES));
    int steps = random.nextInt(3);
    boolean wild = false;
    for (int i = 0; i < steps; i++) {
      switch (random.nextInt(5)) {
        case 0 -> selector.append('[').append(random.nextInt(3)).append(']');
        case 1 -> {
          if (wildcards > 0 && !wild) {
            wildcards--;
            wild = true;
            selector.append(random.nextBoolean() ? ".*" : "[*]");
          }
        }
        default -> selector.append('.').append(pick(NAMES));
      }
    }
    return selector.toString();
  }

  private String value() {
    if (regexes > 0 && random.nextInt(5) == 0) {
      regexes--;
      return "%" + pick(REGEXES) + "%";
    }
    if (random.nextInt(3) == 0) {
      return pick(NUMBERS);
    }
    String text = pick(TEXTS);
    boolean bare =
        !text.isEmpty()
            && text.chars().allMatch(c -> Chars.isBare(c) || Chars.isDoubtful(c))
            && !text.equals("null");
    return bare && random.nextBoolean() ? text : '"' + text + '"';
  }

  private String terms() {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      text.append(pick(List.of("", "-", "?", " ")))
          .append(pick(List.of("ab", "c", "\"a b\"", "\"{\"", "é")))
          .append(' ');
    }
    return text.toString();
  }

  private String fields() {
    List<String> fields = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String name = "f" + i;
      fields.add(
          switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> fields.contains("...") ? name : "...";
            case 2 ->
                name + " = " + value() + " || " + name + " != " + value() + "&&" + name + "=x";
            case 3 -> name + ">" + pick(NUMBERS);
            case 4 -> "(" + name + "=" + value() + ")";
            default -> name;
          });
    }
    return String.join(blank() + ",", fields);
  }

  /** A value made of what patterns ask for. */
  public Json value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> Json.Null.NULL;
      case 1 -> random.nextBoolean() ? Json.Bool.TRUE : Json.Bool.FALSE;
      case 2 -> new Json.Num(pick(List.of("0", "1", "1.0", "-1", "2", "0.5", "1.5")));
      case 3, 4, 5 ->
          new Json.Str(
              pick(
                  List.of(
                      "x", "y", "xy", "xxy", "1", "1.0", "true", "", "x y", "x*y", "xzy", "z")));
      case 6 -> {
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(value(depth - 1));
        }
        yield new Json.Arr(elements);
      }
      default -> object(depth - 1);
    };
  }

  public Json.Obj object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (random.nextInt(3) > 0) {
        members.put(name, value(depth));
      }
    }
    return new Json.Obj(members);
  }

  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String blank() {
    return pick(List.of("", "", " ", "\n"));
  }
}
