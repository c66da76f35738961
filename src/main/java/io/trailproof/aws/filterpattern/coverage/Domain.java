package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.coverage.RecordFacts.RecordField;
import io.trailproof.aws.filterpattern.coverage.RecordTree.RecordPlace;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Kinds;
import io.trailproof.aws.filterpattern.coverage.ValueSet.NumberSet;
import io.trailproof.aws.filterpattern.coverage.ValueSet.Side;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.aws.filterpattern.text.TextSet.ExactText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that one place may still have, after some choices; immutable but for a remembered
 * example.
 */
final class Domain {
  private final int kinds;
  private final Parts<TextSet> text;
  private final Parts<NumberSet> number;

  /** A string of this domain; null until one is asked for. */
  private @Nullable String example;

  private Domain(
      int kinds, Parts<TextSet> text, Parts<NumberSet> number, @Nullable String example) {
    this.kinds = kinds;
    this.text = text;
    this.number = number;
    this.example = example;
  }

  /**
   * Everything; each has its own example, since one that is shared would be told by who came first.
   */
  static Domain any() {
    return new Domain(Kinds.ALL, Parts.any(), Parts.any(), null);
  }

  /**
   * Members of the sets in {@code inside} and of none in {@code outside}; none at all unless {@code
   * open}.
   */
  private static final class Parts<T> {
    private final boolean open;
    private final List<T> inside;
    private final List<T> outside;

    Parts(boolean open, List<T> inside, List<T> outside) {
      this.open = open;
      this.inside = inside;
      this.outside = outside;
    }

    static <T> Parts<T> any() {
      return new Parts<>(true, List.of(), List.of());
    }

    Parts<T> and(Side<T> side) {
      if (!open || side.isAll()) {
        return this;
      }
      T set = side.set();
      if (set == null || (side.inside() ? outside : inside).contains(set)) {
        return new Parts<>(false, List.of(), List.of());
      }
      if ((side.inside() ? inside : outside).contains(set)) {
        return this;
      }
      return side.inside()
          ? new Parts<>(true, plus(inside, set), outside)
          : new Parts<>(true, inside, plus(outside, set));
    }

    private static <T> List<T> plus(List<T> list, T element) {
      List<T> longer = new ArrayList<>(list.size() + 1);
      longer.addAll(list);
      longer.add(element);
      return longer;
    }
  }

  Domain and(ValueSet set) {
    int left = kinds & set.kinds();
    Parts<TextSet> texts = text.and(set.text());
    Parts<NumberSet> numbers = number.and(set.number());
    boolean same = left == kinds && texts == text && numbers == number;
    return same ? this : new Domain(left, texts, numbers, kept(set.text()));
  }

  /** The example, if it lies in a set too. */
  private @Nullable String kept(Side<TextSet> side) {
    TextSet set = side.set();
    if (example == null || set == null) {
      return side.inside() ? null : example;
    }
    return set.contains(example) == side.inside() ? example : null;
  }

  int kinds() {
    return kinds;
  }

  boolean mayBeText() {
    return text.open;
  }

  boolean mayBeNumber() {
    return number.open;
  }

  /** True if a string or a number is all that is left, so that what is asked of them decides. */
  boolean isScalar() {
    return kinds == 0 && (text.open || number.open);
  }

  boolean isEmpty() {
    return kinds == 0 && !text.open && !number.open;
  }

  boolean isOnly(int kind) {
    return (kinds & ~kind) == 0 && !text.open && !number.open;
  }

  /** The one string that is left, if strings are limited to one. */
  @Nullable String constant() {
    for (TextSet set : text.inside) {
      if (set instanceof ExactText exact) {
        return exact.text();
      }
    }
    return null;
  }

  /** True unless what is asked of strings and numbers leaves none of them. */
  boolean isPossible(RecordPlace place, Solver solver) {
    if (example == null) {
      RecordField field = place.field;
      List<String> preferred = field == null ? List.of() : List.of(field.sample());
      example = text(preferred, solver).orElse(null);
    }
    return example != null || number(solver).isPresent();
  }

  Optional<String> text(List<String> preferred, Solver solver) {
    return text.open ? solver.text(text.inside, text.outside, preferred) : Optional.empty();
  }

  Optional<String> number(Solver solver) {
    return number.open ? solver.number(number.inside, number.outside) : Optional.empty();
  }

  /** How this domain lies to a set, as far as that is seen without searching. */
  Relation to(ValueSet set) {
    boolean some = (kinds & set.kinds()) != 0;
    boolean other = (kinds & ~set.kinds()) != 0;
    if (text.open) {
      Relation relation = to(set.text());
      some |= relation != Relation.OUTSIDE;
      other |= relation != Relation.INSIDE;
    }
    if (number.open) {
      Relation relation = relation(number, set.number());
      some |= relation != Relation.OUTSIDE;
      other |= relation != Relation.INSIDE;
    }
    return !some ? Relation.OUTSIDE : other ? Relation.ACROSS : Relation.INSIDE;
  }

  private Relation to(Side<TextSet> side) {
    Relation relation = relation(text, side);
    TextSet set = side.set();
    if (relation != Relation.ACROSS || set == null) {
      return relation;
    }
    String constant = constant();
    if (constant != null) {
      return set.contains(constant) == side.inside() ? Relation.INSIDE : Relation.OUTSIDE;
    }
    return relation;
  }

  private static <T> Relation relation(Parts<T> parts, Side<T> side) {
    T set = side.set();
    if (set == null) {
      return side.inside() ? Relation.OUTSIDE : Relation.INSIDE;
    }
    if (parts.inside.contains(set)) {
      return side.inside() ? Relation.INSIDE : Relation.OUTSIDE;
    }
    if (parts.outside.contains(set)) {
      return side.inside() ? Relation.OUTSIDE : Relation.INSIDE;
    }
    return Relation.ACROSS;
  }

  /** How a domain lies to a set. */
  enum Relation {
    /** All of it is in the set. */
    INSIDE,
    /** None of it is in the set. */
    OUTSIDE,
    /** Some of it may be in the set and some not. */
    ACROSS
  }
}
