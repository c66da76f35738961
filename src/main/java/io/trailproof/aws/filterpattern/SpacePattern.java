package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code [a, b, ...]}: conditions on the words of a line. */
public record SpacePattern(List<Field> fields) implements FilterPattern {
  public SpacePattern {
    fields = List.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param name empty if it has none
   * @param ellipsis true for {@code ...}, which stands for any number of words
   * @param test null if nothing is asked of it
   */
  public record Field(String name, boolean ellipsis, @Nullable FieldTest test, Range at) {
    String print() {
      return ellipsis ? "..." : test == null ? name : test.print(name);
    }

    Truth matches(String word) {
      return test == null ? Truth.YES : test.matches(word);
    }
  }

  @Override
  public Truth matches(String message) {
    if (fields.isEmpty()) {
      return Truth.YES;
    }
    Line line = Line.of(message);
    int words = line.words().size();
    int ellipsis = ellipsis();
    int needed = ellipsis < 0 ? fields.size() : fields.size() - 1;
    if (words < needed) {
      return Truth.NO;
    }
    Truth all = Truth.YES;
    for (int i = 0; i < fields.size(); i++) {
      if (i != ellipsis) {
        all = all.and(fields.get(i).matches(word(line, i, ellipsis)));
      }
    }
    return all;
  }

  private int ellipsis() {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).ellipsis()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Without {@code ...} the last field takes the rest of the line (recorded, filter-patterns §2.6).
   */
  private String word(Line line, int field, int ellipsis) {
    int last = fields.size() - 1;
    if (ellipsis < 0) {
      return field == last ? line.from(last) : line.words().get(field);
    }
    return line.words().get(field < ellipsis ? field : line.words().size() - 1 - (last - field));
  }

  @Override
  public String print() {
    String inner = fields.stream().map(Field::print).collect(Collectors.joining(","));
    return "[" + inner + "]";
  }

  @Override
  public <R> R match(
      Function<JsonPattern, R> json,
      Function<SpacePattern, R> space,
      Function<TermPattern, R> terms,
      Function<RegexPattern, R> regex,
      Function<EmptyPattern, R> empty) {
    return space.apply(this);
  }

  /**
   * A message split at blanks; {@code "..."} and {@code [...]} are single words without their
   * delimiters, and the next word may follow at once (recorded, filter-patterns §2.6).
   *
   * @param starts where each word, delimiter included, begins
   */
  record Line(String text, List<String> words, List<Integer> starts) {
    static Line of(String text) {
      List<String> words = new ArrayList<>();
      List<Integer> starts = new ArrayList<>();
      boolean quoteOpen = true;
      boolean bracketOpen = true;
      int at = 0;
      while (true) {
        while (at < text.length() && isBlank(text.charAt(at))) {
          at++;
        }
        if (at >= text.length()) {
          return new Line(text, words, starts);
        }
        starts.add(at);
        char c = text.charAt(at);
        int close = -1;
        if (c == '"' && quoteOpen) {
          close = text.indexOf('"', at + 1);
          quoteOpen = close >= 0;
        } else if (c == '[' && bracketOpen) {
          close = text.indexOf(']', at + 1);
          bracketOpen = close >= 0;
        }
        if (close >= 0) {
          words.add(text.substring(at + 1, close));
          at = close + 1;
        } else {
          int end = at;
          while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
          }
          words.add(text.substring(at, end));
          at = end;
        }
      }
    }

    /** The word at this place if it is the last, else all that begins with it. */
    String from(int word) {
      return word == words.size() - 1
          ? words.get(word)
          : text.substring(starts.get(word)).stripTrailing();
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }
  }

  /** What a space-delimited pattern asks of one field of the line (filter-patterns §2.6). */
  public sealed interface FieldTest {
    Truth matches(String word);

    String print(String name);

    /** At least two alternatives. */
    record Or(List<FieldTest> alternatives) implements FieldTest {
      public Or {
        alternatives = List.copyOf(alternatives);
      }

      @Override
      public Truth matches(String word) {
        return alternatives.stream().map(t -> t.matches(word)).reduce(Truth.NO, Truth::or);
      }

      @Override
      public String print(String name) {
        return alternatives.stream().map(t -> t.print(name)).collect(Collectors.joining("||"));
      }
    }

    /** At least two conditions. */
    record And(List<FieldTest> conditions) implements FieldTest {
      public And {
        conditions = List.copyOf(conditions);
      }

      @Override
      public Truth matches(String word) {
        return conditions.stream().map(t -> t.matches(word)).reduce(Truth.YES, Truth::and);
      }

      @Override
      public String print(String name) {
        return conditions.stream().map(t -> t.print(name)).collect(Collectors.joining("&&"));
      }
    }

    /** Parentheses: if the service refuses them, nothing matches. */
    record Grouped(FieldTest inner) implements FieldTest {
      @Override
      public Truth matches(String word) {
        return inner.matches(word).and(Truth.UNKNOWN);
      }

      @Override
      public String print(String name) {
        return "(" + inner.print(name) + ")";
      }
    }

    /**
     * {@code =} and {@code !=}; a number equals a word of the same worth (recorded, filter-patterns
     * §2.6).
     */
    record Compare(NodeCondition.Compare condition) implements FieldTest {
      @Override
      public Truth matches(String word) {
        Truth match =
            condition
                .value()
                .match(
                    number -> {
                      BigDecimal worth = worth(word);
                      return Truth.of(worth != null && worth.compareTo(number.worth()) == 0);
                    },
                    text -> text.equalTo(word),
                    regex -> regex.equalTo(word));
        return condition.equal() ? match : match.not();
      }

      @Override
      public String print(String name) {
        return name + condition.print();
      }
    }

    /** {@code < <= > >=}; false for a word that is no number (recorded, filter-patterns §2.6). */
    record Ordered(NodeCondition.Order condition) implements FieldTest {
      @Override
      public Truth matches(String word) {
        BigDecimal worth = worth(word);
        return Truth.of(
            worth != null
                && condition.operator().holds(worth.compareTo(condition.bound().worth())));
      }

      @Override
      public String print(String name) {
        return name + condition.print();
      }
    }

    private static @Nullable BigDecimal worth(String word) {
      return word.length() <= 1_000 && Operand.Numeral.isNumber(word)
          ? Operand.Numeral.worth(word)
          : null;
    }
  }
}
