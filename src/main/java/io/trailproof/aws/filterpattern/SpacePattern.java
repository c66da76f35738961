package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.kleene.Truth;
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

  /** Without {@code ...} the last field takes the rest of the line (recorded). */
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
}
