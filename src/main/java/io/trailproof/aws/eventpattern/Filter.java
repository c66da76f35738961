package io.trailproof.aws.eventpattern;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One value that a pattern lists: a value itself, or an object with one operator.
 *
 * @param operator the operator; empty for a value that must be equal
 */
record Filter(String operator, Json operand) {

  static Filter of(Json wanted) {
    if (wanted instanceof Json.Obj members && members.members().size() == 1) {
      Map.Entry<String, Json> only = members.members().entrySet().iterator().next();
      return new Filter(only.getKey(), only.getValue());
    }
    return new Filter("", wanted);
  }

  boolean asksForPresence() {
    return operator.equals("exists") && operand.equals(Json.Bool.TRUE);
  }

  /** Whether it holds for what is not listed. */
  boolean excludes() {
    return operator.equals("anything-but")
        || (operator.equals("exists") && operand.equals(Json.Bool.FALSE));
  }

  /** Whether it holds for a value; empty where the event has none. */
  Truth holds(Optional<Json> value) {
    if (operator.equals("exists")) {
      return exists(value);
    }
    if (operand.isOpen() || value.filter(Json::isOpen).isPresent()) {
      return Truth.UNKNOWN;
    }
    if (value.isEmpty()) {
      return Truth.NO;
    }
    if (value.get() instanceof Json.Arr list) {
      Truth any = list.elements().stream().map(this::one).reduce(Truth.NO, Truth::or);
      // What excluding means for a list is not documented in one way.
      return operator.equals("anything-but") ? Truth.UNKNOWN : any;
    }
    return one(value.get());
  }

  private Truth exists(Optional<Json> value) {
    if (!(operand instanceof Json.Bool wanted)
        || value.filter(Json::isOpen).isPresent()
        || value.filter(Json.Obj.class::isInstance).isPresent()) {
      return Truth.UNKNOWN; // only leaves exist in the sense of a pattern
    }
    return Truth.of(value.isPresent() == wanted.value());
  }

  private Truth one(Json value) {
    return switch (operator) {
      case "" -> equal(value, operand);
      case "prefix" -> affix(value, true);
      case "suffix" -> affix(value, false);
      case "equals-ignore-case" ->
          texts(value, operand, (is, wanted) -> lower(is).equals(lower(wanted)));
      case "wildcard" -> texts(value, operand, Filter::like);
      case "numeric" -> numeric(value);
      case "anything-but" -> anythingBut(value);
      default -> Truth.UNKNOWN;
    };
  }

  private static Truth equal(Json value, Json wanted) {
    if (value.isOpen() || wanted instanceof Json.Obj) {
      return Truth.UNKNOWN;
    }
    Optional<BigDecimal> is = number(value);
    Optional<BigDecimal> should = number(wanted);
    if (is.isPresent() && should.isPresent()) {
      boolean same = is.get().compareTo(should.get()) == 0;
      // Numbers are compared as they are written.
      return same && is.get().scale() != should.get().scale() ? Truth.UNKNOWN : Truth.of(same);
    }
    return Truth.of(value.equals(wanted));
  }

  private Truth affix(Json value, boolean start) {
    if (operand instanceof Json.Obj inner) {
      Json text = inner.members().get("equals-ignore-case");
      return text == null
          ? Truth.UNKNOWN
          : texts(value, text, (is, wanted) -> affixed(lower(is), lower(wanted), start));
    }
    return texts(value, operand, (is, wanted) -> affixed(is, wanted, start));
  }

  private static boolean affixed(String is, String wanted, boolean start) {
    return start ? is.startsWith(wanted) : is.endsWith(wanted);
  }

  /** Anything but the values listed, or but what an operator says of any of them. */
  private Truth anythingBut(Json value) {
    Truth any = Truth.NO;
    if (operand instanceof Json.Obj inner && inner.members().size() == 1) {
      Map.Entry<String, Json> only = inner.members().entrySet().iterator().next();
      for (Json one : only.getValue().elements()) {
        any = any.or(new Filter(only.getKey(), one).holds(Optional.of(value)));
      }
      return any.not();
    }
    for (Json one : operand.elements()) {
      any = any.or(equal(value, one));
    }
    return any.not();
  }

  private Truth numeric(Json value) {
    List<Json> parts = operand.elements();
    if (parts.size() % 2 != 0) {
      return Truth.UNKNOWN;
    }
    Optional<BigDecimal> is = number(value);
    if (is.isEmpty()) {
      return Truth.NO;
    }
    Truth all = Truth.YES;
    for (int i = 0; i < parts.size(); i += 2) {
      Optional<String> sign = parts.get(i).asText();
      Optional<BigDecimal> bound = number(parts.get(i + 1));
      all =
          all.and(
              sign.isPresent() && bound.isPresent()
                  ? ordered(is.get(), sign.get(), bound.get())
                  : Truth.UNKNOWN);
    }
    return all;
  }

  private static Optional<BigDecimal> number(Json value) {
    return value instanceof Json.Num number ? number.decimal() : Optional.empty();
  }

  private static Truth ordered(BigDecimal is, String sign, BigDecimal bound) {
    int order = is.compareTo(bound);
    return switch (sign) {
      case "=" -> Truth.of(order == 0);
      case "<" -> Truth.of(order < 0);
      case "<=" -> Truth.of(order <= 0);
      case ">" -> Truth.of(order > 0);
      case ">=" -> Truth.of(order >= 0);
      default -> Truth.UNKNOWN;
    };
  }

  private interface Comparison {
    boolean holds(String is, String wanted);
  }

  private static Truth texts(Json value, Json wanted, Comparison comparison) {
    Optional<String> text = wanted.asText();
    if (text.isEmpty()) {
      return Truth.UNKNOWN;
    }
    return Truth.of(value.asText().filter(is -> comparison.holds(is, text.get())).isPresent());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** A star stands for any text; a backslash before it takes that away. */
  private static boolean like(String text, String pattern) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      boolean star = letter == '*';
      if (letter == '\\' && i + 1 < pattern.length()) {
        letter = pattern.charAt(++i);
      }
      boolean[] next = new boolean[text.length() + 1];
      for (int at = 0; at <= text.length(); at++) {
        if (star) {
          next[at] = reached[at] || (at > 0 && next[at - 1]);
        } else if (at > 0) {
          next[at] = reached[at - 1] && text.charAt(at - 1) == letter;
        }
      }
      reached = next;
    }
    return reached[text.length()];
  }
}
