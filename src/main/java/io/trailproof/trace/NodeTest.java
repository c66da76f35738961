package io.trailproof.trace;

import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One condition of a JSON pattern on one record: table by table as recorded of the service. */
final class NodeTest {
  /** A whole number of so many digits is written by everybody as it stands. */
  private static final String PLAIN_NUMBER = "-?(0|[1-9]\\d{0,14})";

  private NodeTest() {}

  static Truth of(JsonExpression.Test test, Json.Obj record) {
    if (!test.spelling().isEmpty() || !test.selector().doubt().isEmpty()) {
      return Truth.UNKNOWN;
    }
    int wildcard = test.selector().wildcard();
    List<PathStep> steps = test.selector().steps();
    if (wildcard < 0) {
      return one(test.condition(), walk(record, steps));
    }
    Json holder = walk(record, steps.subList(0, wildcard));
    List<Json> nodes = new ArrayList<>();
    for (Json child : holder == null ? List.<Json>of() : holder.children()) {
      Json node = walk(child, steps.subList(wildcard + 1, steps.size()));
      if (node != null) {
        nodes.add(node);
      }
    }
    return several(test.condition(), holder, nodes);
  }

  /** Follows names through objects and numbers through arrays; null where that leads nowhere. */
  static @Nullable Json walk(Json from, List<PathStep> steps) {
    Json node = from;
    for (PathStep step : steps) {
      Json next = null;
      if (step instanceof PathStep.Key key && node instanceof Json.Obj object) {
        next = object.members().get(key.name());
      } else if (step instanceof PathStep.Index index
          && node instanceof Json.Arr array
          && index.index() < array.elements().size()) {
        next = array.elements().get(index.index());
      }
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /** The value that a selector leads to in a record. */
  static Optional<Json> at(Selector selector, Json.Obj record) {
    return Optional.ofNullable(walk(record, selector.steps()));
  }

  private static Truth one(NodeCondition condition, @Nullable Json node) {
    return condition.match(
        compare -> compared(compare, node),
        order -> ordered(order, node),
        is ->
            Truth.of(
                node != null
                    && (node.kind().name().equals(is.literal().name())
                        || (is.literal() == NodeCondition.Literal.NULL
                            && node instanceof Json.Arr array
                            && array.elements().contains(Json.Null.NULL)))),
        notExists -> Truth.of(node == null),
        textIn -> Truth.UNKNOWN);
  }

  /** With a wildcard one node is enough, but for what says that none is. */
  private static Truth several(NodeCondition condition, @Nullable Json holder, List<Json> nodes) {
    return condition.match(
        compare -> {
          Truth equal = some(nodes, node -> equal(compare.value(), node));
          return compare.equal() ? equal : Truth.of(holder != null).and(equal.not());
        },
        order -> some(nodes, node -> ordered(order, node)),
        is -> some(nodes, node -> Truth.of(node.kind().name().equals(is.literal().name()))),
        notExists -> Truth.of(nodes.isEmpty()),
        textIn -> Truth.UNKNOWN);
  }

  private static Truth some(List<Json> nodes, Function<Json, Truth> test) {
    Truth any = Truth.NO;
    for (Json node : nodes) {
      any = any.or(test.apply(node));
    }
    return any;
  }

  /** Both {@code =} and {@code !=} are about strings and numbers only. */
  private static Truth compared(NodeCondition.Compare compare, @Nullable Json node) {
    if (!(node instanceof Json.Str || node instanceof Json.Num)) {
      return Truth.NO;
    }
    Truth equal = equal(compare.value(), node);
    return compare.equal() ? equal : equal.not();
  }

  private static Truth equal(Operand operand, Json node) {
    if (node instanceof Json.Str string) {
      return operand.match(
          number -> Truth.of(number.text().equals(string.value())),
          text -> text(text, string.value()),
          regex -> search(regex, string.value()));
    }
    if (!(node instanceof Json.Num number)) {
      return Truth.NO;
    }
    return operand.match(
        wanted ->
            number
                .decimal()
                .map(value -> Truth.of(value.compareTo(wanted.worth()) == 0))
                .orElse(Truth.UNKNOWN),
        text ->
            text.text().equals("*") ? Truth.YES : written(number, written -> text(text, written)),
        regex -> written(number, written -> search(regex, written)));
  }

  private static Truth written(Json.Num number, Function<String, Truth> test) {
    return number.source().matches(PLAIN_NUMBER) ? test.apply(number.source()) : Truth.UNKNOWN;
  }

  /** A star at either end stands for anything; within a text nobody recorded what it does (F41). */
  private static Truth text(Operand.Text wanted, String text) {
    if (!wanted.doubt().isEmpty()) {
      return Truth.UNKNOWN;
    }
    String pattern = wanted.text();
    boolean open = pattern.startsWith("*");
    boolean close = pattern.length() > 1 && pattern.endsWith("*");
    String middle = pattern.substring(open ? 1 : 0, pattern.length() - (close ? 1 : 0));
    boolean plainly =
        open
            ? close ? text.contains(middle) : text.endsWith(middle)
            : close ? text.startsWith(middle) : text.equals(middle);
    if (plainly || middle.indexOf('*') < 0) {
      return Truth.of(plainly);
    }
    return pattern.indexOf('?') < 0 && Written.fits(text, pattern).isNo()
        ? Truth.NO
        : Truth.UNKNOWN;
  }

  /** The expression itself is run by its automaton, which takes no longer than the text is. */
  static Truth search(Operand.RegularExpression wanted, String text) {
    return wanted.regex() == null ? Truth.UNKNOWN : Truth.of(wanted.regex().contains(text));
  }

  private static Truth ordered(NodeCondition.Order order, @Nullable Json node) {
    if (!(node instanceof Json.Num number)) {
      return Truth.NO;
    }
    Optional<BigDecimal> value = number.decimal();
    if (value.isEmpty()) {
      return Truth.UNKNOWN;
    }
    int sign = value.get().compareTo(order.bound().worth());
    return Truth.of(
        switch (order.operator()) {
          case LESS -> sign < 0;
          case AT_MOST -> sign <= 0;
          case MORE -> sign > 0;
          case AT_LEAST -> sign >= 0;
        });
  }
}
