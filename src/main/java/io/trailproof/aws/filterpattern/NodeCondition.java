package io.trailproof.aws.filterpattern;

import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the nodes that a selector leads to (filter-patterns §2.2 and §2.3), and what a
 * query asks of a field (F233).
 */
public sealed interface NodeCondition {
  /** Of the one node of a selector without a wildcard; null is an absent node. */
  Truth on(@Nullable Json node);

  /**
   * Of the nodes of a selector with a wildcard.
   *
   * @param holder the node that the wildcard is applied to
   */
  default Truth among(@Nullable Json holder, List<Json> nodes) {
    return some(nodes, this::on);
  }

  String print();

  <R> R match(
      Function<Compare, R> compare,
      Function<Order, R> order,
      Function<Is, R> is,
      Function<NotExists, R> notExists,
      Function<TextIn, R> textIn);

  private static Truth some(List<Json> nodes, Function<Json, Truth> test) {
    Truth any = Truth.NO;
    for (Json node : nodes) {
      any = any.or(test.apply(node));
    }
    return any;
  }

  /**
   * {@code =} and {@code !=}: both are false for anything but a string or a number (recorded,
   * filter-patterns §2.2).
   */
  record Compare(boolean equal, Operand value) implements NodeCondition {
    @Override
    public Truth on(@Nullable Json node) {
      if (node instanceof Json.Str string) {
        Truth match = value.equalTo(string.value());
        return equal ? match : match.not();
      }
      return node instanceof Json.Num number ? holds(NumberText.of(number.source())) : Truth.NO;
    }

    public Truth holds(NumberText number) {
      return equal ? value.equalTo(number) : value.unequalTo(number);
    }

    /** {@code !=}: the holder exists and no node is equal (recorded, filter-patterns §2.3). */
    @Override
    public Truth among(@Nullable Json holder, List<Json> nodes) {
      Truth some = some(nodes, new Compare(true, value)::on);
      return equal ? some : Truth.of(holder != null).and(some.not());
    }

    @Override
    public String print() {
      return (equal ? "=" : "!=") + value.print();
    }

    @Override
    public <R> R match(
        Function<Compare, R> compare,
        Function<Order, R> order,
        Function<Is, R> is,
        Function<NotExists, R> notExists,
        Function<TextIn, R> textIn) {
      return compare.apply(this);
    }
  }

  /**
   * {@code < <= > >=}: numbers only, strings are never in order (recorded, filter-patterns §2.2).
   */
  record Order(Operator operator, Operand.Numeral bound) implements NodeCondition {
    @Override
    public Truth on(@Nullable Json node) {
      return node instanceof Json.Num number ? holds(NumberText.of(number.source())) : Truth.NO;
    }

    public Truth holds(NumberText number) {
      if (!number.knowable()) {
        return Truth.UNKNOWN;
      }
      return Truth.of(
          number.value() != null && operator.holds(number.value().compareTo(bound.worth())));
    }

    @Override
    public String print() {
      return operator.sign + bound.print();
    }

    @Override
    public <R> R match(
        Function<Compare, R> compare,
        Function<Order, R> order,
        Function<Is, R> is,
        Function<NotExists, R> notExists,
        Function<TextIn, R> textIn) {
      return order.apply(this);
    }
  }

  /** An ordering operator. */
  enum Operator {
    LESS("<", "less than", true, false),
    AT_MOST("<=", "at most", true, true),
    MORE(">", "more than", false, false),
    AT_LEAST(">=", "at least", false, true);

    private final String sign;
    private final String words;
    private final boolean less;
    private final boolean inclusive;

    Operator(String sign, String words, boolean less, boolean inclusive) {
      this.sign = sign;
      this.words = words;
      this.less = less;
      this.inclusive = inclusive;
    }

    /** The one that is written so. */
    static Operator of(String sign) {
      return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst().orElseThrow();
    }

    public String words() {
      return words;
    }

    boolean holds(int comparison) {
      return comparison == 0 ? inclusive : comparison < 0 == less;
    }
  }

  /** {@code IS NULL}, {@code IS TRUE}, {@code IS FALSE}. */
  record Is(Literal literal) implements NodeCondition {
    /**
     * An array that directly holds a null is null as well: undocumented, recorded twice
     * (filter-patterns §2.2).
     */
    @Override
    public Truth on(@Nullable Json node) {
      if (node == null) {
        return Truth.NO;
      }
      boolean holdsNull =
          literal == Literal.NULL
              && node instanceof Json.Arr array
              && array.elements().contains(Json.Null.NULL);
      return Truth.of(holdsNull || node.kind() == literal.kind);
    }

    /** Here an array that holds a null does not count (filter-patterns §2.3). */
    @Override
    public Truth among(@Nullable Json holder, List<Json> nodes) {
      return some(nodes, node -> Truth.of(node.kind() == literal.kind));
    }

    @Override
    public String print() {
      return " IS " + literal;
    }

    @Override
    public <R> R match(
        Function<Compare, R> compare,
        Function<Order, R> order,
        Function<Is, R> is,
        Function<NotExists, R> notExists,
        Function<TextIn, R> textIn) {
      return is.apply(this);
    }
  }

  /** The words that {@code IS} takes. */
  enum Literal {
    NULL(Json.Kind.NULL),
    TRUE(Json.Kind.TRUE),
    FALSE(Json.Kind.FALSE);

    private final Json.Kind kind;

    Literal(Json.Kind kind) {
      this.kind = kind;
    }
  }

  /** {@code NOT EXISTS}: a null exists (recorded, filter-patterns §2.2). */
  record NotExists() implements NodeCondition {
    @Override
    public Truth on(@Nullable Json node) {
      return Truth.of(node == null);
    }

    @Override
    public Truth among(@Nullable Json holder, List<Json> nodes) {
      return Truth.of(nodes.isEmpty());
    }

    @Override
    public String print() {
      return " NOT EXISTS";
    }

    @Override
    public <R> R match(
        Function<Compare, R> compare,
        Function<Order, R> order,
        Function<Is, R> is,
        Function<NotExists, R> notExists,
        Function<TextIn, R> textIn) {
      return notExists.apply(this);
    }
  }

  /**
   * What a query asks of a field: that its text lies in a set, such as the strings that contain
   * another, in which every character stands for itself. No pattern is written so (F233).
   *
   * @param inside false if the text must lie outside of the set
   * @param written how the query says it, after the field
   */
  record TextIn(TextSet set, boolean inside, String written) implements NodeCondition {
    /**
     * A field that is absent has no text in the set; what becomes of it where the text must lie
     * outside, and what a query makes of values that are no strings, is not written down.
     */
    @Override
    public Truth on(@Nullable Json node) {
      if (node instanceof Json.Str string) {
        return Truth.of(set.contains(string.value()) == inside);
      }
      return node == null && inside ? Truth.NO : Truth.UNKNOWN;
    }

    @Override
    public String print() {
      return " " + written;
    }

    @Override
    public <R> R match(
        Function<Compare, R> compare,
        Function<Order, R> order,
        Function<Is, R> is,
        Function<NotExists, R> notExists,
        Function<TextIn, R> textIn) {
      return textIn.apply(this);
    }
  }
}
