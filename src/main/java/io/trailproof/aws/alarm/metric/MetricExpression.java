package io.trailproof.aws.alarm.metric;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A metric math expression, as far as one datapoint at a time decides it (F81, F82).
 *
 * <p>Sealed: an expression that is not of these kinds does not parse, and the alarm is undecided.
 */
sealed interface MetricExpression {

  /** The queries of an alarm at one point of time. */
  interface Point {
    /** The datapoint of the query with that id; empty if it has none. */
    Optional<Amount> of(String id);

    /** The datapoints of the series of the query with that id: one, unless it is an array. */
    Stream<Optional<Amount>> seriesOf(String id);

    /** The period of the query with that id in seconds. */
    long period(String id);

    /** The datapoints of all metrics; empty ones for those that have none. */
    Stream<Optional<Amount>> all();

    /** The point of time one period before, when nothing happens. */
    Point before();
  }

  /** The expression of a text; empty if it is none that is understood here. */
  static Optional<MetricExpression> parse(String text) {
    return MetricExpressionParser.parse(text);
  }

  /** The datapoint of the expression; empty if it has none. */
  Optional<Amount> at(Point point);

  /** The datapoints of the series it stands for: one, unless it is an array. */
  default Stream<Optional<Amount>> seriesAt(Point point) {
    return Stream.of(at(point));
  }

  /** The expressions it is made of. */
  default List<MetricExpression> parts() {
    return List.of();
  }

  /** The ids it refers to. */
  default Set<String> references() {
    Set<String> ids = new LinkedHashSet<>();
    collect(ids);
    return ids;
  }

  /** Puts the ids it refers to. */
  default void collect(Set<String> ids) {
    for (MetricExpression part : parts()) {
      part.collect(ids);
    }
  }

  /** Whether it reads every metric of the alarm, whatever its id. */
  default boolean readsAll() {
    for (MetricExpression part : parts()) {
      if (part.readsAll()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it stands for several series, over which a function can sum. */
  default boolean isArray() {
    return false;
  }

  /**
   * Whether an array stands where one series is wanted, or one series where an array is.
   *
   * @param arrays whether the query with an id is an array
   */
  default boolean confusesArrays(Predicate<String> arrays) {
    for (MetricExpression part : parts()) {
      if (part.standsForSeveral(arrays) || part.confusesArrays(arrays)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it asks for the datapoint before, itself or a part of it. */
  default boolean looksBack() {
    return this instanceof Change || parts().stream().anyMatch(MetricExpression::looksBack);
  }

  /** Whether it is an array, or the id of one. */
  default boolean standsForSeveral(Predicate<String> arrays) {
    return isArray() || (this instanceof Reference reference && arrays.test(reference.id()));
  }

  /**
   * Whether it is one number over all of time, and no series: an alarm cannot watch that (F165).
   *
   * @param arrays whether the query with an id is an array
   */
  default boolean isScalar(Predicate<String> arrays) {
    return !parts().isEmpty() && parts().stream().allMatch(part -> part.isScalar(arrays));
  }

  /** Its number, if it is one. */
  default Optional<BigDecimal> constant() {
    return Optional.empty();
  }

  /** `TIME_SERIES(1)`: a series that is the same number everywhere (F165). */
  record Level(BigDecimal value) implements MetricExpression {
    @Override
    public Optional<Amount> at(Point point) {
      return Optional.of(Amount.exactly(value));
    }
  }

  /**
   * `RATE(m1)` and `DIFF(m1)`: what a datapoint is more than the one before it (F165). What becomes
   * of one that has none before it no text says.
   */
  record Change(MetricExpression series, boolean perSecond) implements MetricExpression {
    @Override
    public Optional<Amount> at(Point point) {
      long seconds = series.references().stream().findFirst().map(point::period).orElse(1L);
      return series
          .at(point)
          .map(now -> series.at(point.before()).map(now::minus).orElse(Amount.ANY))
          .map(change -> perSecond ? change.dividedBy(seconds) : change);
    }

    @Override
    public List<MetricExpression> parts() {
      return List.of(series);
    }

    @Override
    public boolean isScalar(Predicate<String> arrays) {
      return false;
    }
  }

  /** A number, which has a datapoint everywhere. */
  record Constant(BigDecimal value) implements MetricExpression {
    @Override
    public boolean isScalar(Predicate<String> arrays) {
      return true;
    }

    @Override
    public Optional<BigDecimal> constant() {
      return Optional.of(value);
    }

    @Override
    public Optional<Amount> at(Point point) {
      return Optional.of(Amount.exactly(value));
    }
  }

  /** The query with an id. */
  record Reference(String id) implements MetricExpression {
    @Override
    public Optional<Amount> at(Point point) {
      return point.of(id);
    }

    @Override
    public Stream<Optional<Amount>> seriesAt(Point point) {
      return point.seriesOf(id);
    }

    @Override
    public void collect(Set<String> ids) {
      ids.add(id);
    }
  }

  /** `CEIL(m1)` and its like, each datapoint by itself (F165). */
  record Pointwise(MetricExpression operand, UnaryOperator<Amount> function)
      implements MetricExpression {
    @Override
    public Optional<Amount> at(Point point) {
      return operand.at(point).map(function);
    }

    @Override
    public List<MetricExpression> parts() {
      return List.of(operand);
    }
  }

  /** `PERIOD(m1)`: the period of a metric in seconds, which has a datapoint everywhere (F165). */
  record Period(String id) implements MetricExpression {
    @Override
    public boolean isScalar(Predicate<String> arrays) {
      return true;
    }

    @Override
    public Optional<Amount> at(Point point) {
      return Optional.of(Amount.exactly(point.period(id)));
    }

    @Override
    public void collect(Set<String> ids) {
      ids.add(id);
    }
  }

  /** `METRICS()`: all metrics of the alarm. */
  record Metrics() implements MetricExpression {
    @Override
    public Optional<Amount> at(Point point) {
      throw new IllegalStateException("an array has no single datapoint");
    }

    @Override
    public Stream<Optional<Amount>> seriesAt(Point point) {
      return point.all();
    }

    @Override
    public boolean readsAll() {
      return true;
    }

    @Override
    public boolean isArray() {
      return true;
    }
  }

  /** `[m1, m2]`. */
  record Array(List<MetricExpression> elements) implements MetricExpression {
    @Override
    public boolean isScalar(Predicate<String> arrays) {
      return false;
    }

    @Override
    public Optional<Amount> at(Point point) {
      throw new IllegalStateException("an array has no single datapoint");
    }

    @Override
    public Stream<Optional<Amount>> seriesAt(Point point) {
      return elements.stream().flatMap(element -> element.seriesAt(point));
    }

    @Override
    public boolean confusesArrays(Predicate<String> arrays) {
      return elements.stream().anyMatch(element -> element.confusesArrays(arrays));
    }

    @Override
    public List<MetricExpression> parts() {
      return elements;
    }

    @Override
    public boolean isArray() {
      return true;
    }
  }

  /** An operator; without a datapoint on either side there is no result. */
  record Binary(MetricExpression left, MetricExpression right, MathOperator operator)
      implements MetricExpression {
    @Override
    public Optional<Amount> at(Point point) {
      return left.at(point)
          .flatMap(first -> right.at(point).flatMap(second -> operator.apply(first, second)));
    }

    @Override
    public List<MetricExpression> parts() {
      return List.of(left, right);
    }
  }

  /** `FILL(m1, 0)`: a datapoint where there is none, in each series (F82). */
  record Fill(MetricExpression filled, BigDecimal with) implements MetricExpression {
    @Override
    public boolean isScalar(Predicate<String> arrays) {
      return false;
    }

    @Override
    public Optional<Amount> at(Point point) {
      return fill(filled.at(point));
    }

    @Override
    public Stream<Optional<Amount>> seriesAt(Point point) {
      return filled.seriesAt(point).map(this::fill);
    }

    private Optional<Amount> fill(Optional<Amount> datapoint) {
      return datapoint.or(() -> Optional.of(Amount.exactly(with)));
    }

    @Override
    public boolean isArray() {
      return filled.isArray();
    }

    @Override
    public boolean confusesArrays(Predicate<String> arrays) {
      return filled.confusesArrays(arrays)
          || (filled instanceof Reference && filled.standsForSeveral(arrays));
    }

    @Override
    public List<MetricExpression> parts() {
      return List.of(filled);
    }
  }

  /** `SUM`, `MAX`, `MIN` or `AVG` over an array: of those series that have a datapoint. */
  record Aggregate(MetricExpression array, Function<List<Amount>, Amount> function)
      implements MetricExpression {
    static Aggregate folding(MetricExpression array, BinaryOperator<Amount> operator) {
      return new Aggregate(array, amounts -> amounts.stream().reduce(operator).orElseThrow());
    }

    static Aggregate averaging(MetricExpression array) {
      return new Aggregate(
          array,
          amounts -> amounts.stream().reduce(Amount::plus).orElseThrow().dividedBy(amounts.size()));
    }

    @Override
    public Optional<Amount> at(Point point) {
      List<Amount> amounts = array.seriesAt(point).flatMap(Optional::stream).toList();
      return amounts.isEmpty() ? Optional.empty() : Optional.of(function.apply(amounts));
    }

    @Override
    public boolean confusesArrays(Predicate<String> arrays) {
      return !array.standsForSeveral(arrays) || array.confusesArrays(arrays);
    }

    @Override
    public boolean isScalar(Predicate<String> arrays) {
      return !array.standsForSeveral(arrays);
    }

    @Override
    public List<MetricExpression> parts() {
      return List.of(array);
    }
  }

  /** `IF(condition, then, otherwise)`, where anything but zero is true. */
  record If(MetricExpression condition, MetricExpression then, MetricExpression otherwise)
      implements MetricExpression {
    @Override
    public Optional<Amount> at(Point point) {
      return condition.at(point).flatMap(truth -> choose(truth, point));
    }

    private Optional<Amount> choose(Amount truth, Point point) {
      if (!truth.contains(BigDecimal.ZERO)) {
        return then.at(point);
      }
      Optional<Amount> last = otherwise.at(point);
      if (truth.isExact()) {
        return last;
      }
      Optional<Amount> first = then.at(point);
      return first.isPresent() && last.isPresent()
          ? Optional.of(first.get().around(last.get()))
          : Optional.of(Amount.ANY);
    }

    @Override
    public List<MetricExpression> parts() {
      return List.of(condition, then, otherwise);
    }
  }
}
