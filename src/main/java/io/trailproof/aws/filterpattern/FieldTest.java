package io.trailproof.aws.filterpattern;

import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a space-delimited pattern asks of one field of the line (§2.6). */
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

  /** {@code =} and {@code !=}; a number equals a word of the same worth (recorded). */
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

  /** {@code < <= > >=}; false for a word that is no number (recorded). */
  record Ordered(NodeCondition.Order condition) implements FieldTest {
    @Override
    public Truth matches(String word) {
      BigDecimal worth = worth(word);
      return Truth.of(
          worth != null && condition.operator().holds(worth.compareTo(condition.bound().worth())));
    }

    @Override
    public String print(String name) {
      return name + condition.print();
    }
  }

  private static @Nullable BigDecimal worth(String word) {
    return word.length() <= 1_000 && Numbers.isNumber(word) ? Numbers.worth(word) : null;
  }
}
