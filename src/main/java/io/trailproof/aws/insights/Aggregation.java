package io.trailproof.aws.insights;

import io.trailproof.aws.insights.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What makes a number of the rows that a query leaves: one function, and perhaps fields by whose
 * values the rows are parted, each part being judged on its own (F225, F226).
 *
 * @param function in lower case, such as {@code count}
 * @param of the field that it is applied to; empty for {@code *}
 */
public record Aggregation(String function, Optional<QueryField> of, List<QueryField> by) {
  /** Characters that an expression may have (F221). */
  public static final int MAX_LENGTH = 2_048;

  private static final Set<String> FUNCTIONS = Set.of("count", "avg", "sum", "min", "max");
  private static final int MOST_FIELDS = 5;

  public Aggregation {
    by = List.copyOf(by);
  }

  /** True if it counts rows, whatever is in them. */
  public boolean countsRows() {
    return function.equals("count") && of.isEmpty();
  }

  /** True if it counts the rows that have a field. */
  public boolean countsFields() {
    return function.equals("count") && of.isPresent();
  }

  /** An expression of the documented form; empty for any other. */
  public static Optional<Aggregation> read(String text) {
    return QueryToken.read(text).flatMap(tokens -> new Reader(tokens).read());
  }

  private static final class Reader {
    private final List<QueryToken> tokens;
    private int at;

    Reader(List<QueryToken> tokens) {
      this.tokens = tokens;
    }

    Optional<Aggregation> read() {
      String function = at(0).map(token -> token.value().toLowerCase(Locale.ROOT)).orElse("");
      at++;
      if (!FUNCTIONS.contains(function) || !take("(")) {
        return Optional.empty();
      }
      boolean every = function.equals("count") && take("*");
      Optional<QueryField> of = every ? Optional.empty() : field();
      if ((!every && of.isEmpty()) || !take(")")) {
        return Optional.empty();
      }
      List<QueryField> by = new ArrayList<>();
      if (at(at).filter(token -> token.isWord("by")).isPresent()) {
        do {
          at++;
          Optional<QueryField> field = field();
          if (field.isEmpty()) {
            return Optional.empty();
          }
          by.add(field.get());
        } while (at(at).filter(token -> token.is(",")).isPresent());
      }
      return by.size() <= MOST_FIELDS && isSortedAtMost()
          ? Optional.of(new Aggregation(function, of, by))
          : Optional.empty();
    }

    /** Nothing is left but, perhaps, {@code | sort asc} or {@code desc}. */
    private boolean isSortedAtMost() {
      if (at == tokens.size()) {
        return true;
      }
      return at + 3 == tokens.size()
          && tokens.get(at).is("|")
          && tokens.get(at + 1).isWord("sort")
          && (tokens.get(at + 2).isWord("asc") || tokens.get(at + 2).isWord("desc"));
    }

    private Optional<QueryField> field() {
      Optional<QueryField> field =
          at(at)
              .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.NAME)
              .map(token -> new QueryField(token.value()));
      at++;
      return field;
    }

    private boolean take(String sign) {
      boolean there = at(at).filter(token -> token.is(sign)).isPresent();
      at += there ? 1 : 0;
      return there;
    }

    private Optional<QueryToken> at(int index) {
      return index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
    }
  }
}
