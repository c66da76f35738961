package io.trailproof.aws.eventpattern;

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
record Filter(String operator, Tree operand) {

  static Filter of(Tree wanted) {
    if (wanted instanceof Tree.Members members && members.members().size() == 1) {
      Map.Entry<String, Tree> only = members.members().entrySet().iterator().next();
      return new Filter(only.getKey(), only.getValue());
    }
    return new Filter("", wanted);
  }

  boolean asksForPresence() {
    return operator.equals("exists") && operand.equals(new Tree.Flag(true));
  }

  /** Whether it holds for what is not listed. */
  boolean excludes() {
    return operator.equals("anything-but")
        || (operator.equals("exists") && operand.equals(new Tree.Flag(false)));
  }

  /** Whether it holds for a value; empty where the event has none. */
  Answer holds(Optional<Tree> value) {
    if (operator.equals("exists")) {
      return exists(value);
    }
    if (operand instanceof Tree.Unknown
        || value.filter(Tree.Unknown.class::isInstance).isPresent()) {
      return Answer.UNKNOWN;
    }
    if (value.isEmpty()) {
      return Answer.NO;
    }
    if (value.get() instanceof Tree.Items list) {
      Answer any = list.items().stream().map(this::one).reduce(Answer.NO, Answer::or);
      // What excluding means for a list is not documented in one way.
      return operator.equals("anything-but") ? Answer.UNKNOWN : any;
    }
    return one(value.get());
  }

  private Answer exists(Optional<Tree> value) {
    if (!(operand instanceof Tree.Flag wanted)
        || value.filter(Tree.Unknown.class::isInstance).isPresent()
        || value.filter(Tree.Members.class::isInstance).isPresent()) {
      return Answer.UNKNOWN; // only leaves exist in the sense of a pattern
    }
    return Answer.of(value.isPresent() == wanted.flag());
  }

  private Answer one(Tree value) {
    return switch (operator) {
      case "" -> equal(value, operand);
      case "prefix" -> affix(value, true);
      case "suffix" -> affix(value, false);
      case "equals-ignore-case" ->
          texts(value, operand, (is, wanted) -> lower(is).equals(lower(wanted)));
      case "wildcard" -> texts(value, operand, Filter::like);
      case "numeric" -> numeric(value);
      case "anything-but" -> anythingBut(value);
      default -> Answer.UNKNOWN;
    };
  }

  private static Answer equal(Tree value, Tree wanted) {
    if (value instanceof Tree.Unknown || wanted instanceof Tree.Members) {
      return Answer.UNKNOWN;
    }
    if (value instanceof Tree.Numeral is && wanted instanceof Tree.Numeral should) {
      boolean same = is.number().compareTo(should.number()) == 0;
      // Numbers are compared as they are written.
      return same && is.number().scale() != should.number().scale()
          ? Answer.UNKNOWN
          : Answer.of(same);
    }
    return Answer.of(value.equals(wanted));
  }

  private Answer affix(Tree value, boolean start) {
    if (operand instanceof Tree.Members inner) {
      Optional<Tree> text = inner.get("equals-ignore-case");
      return text.isEmpty()
          ? Answer.UNKNOWN
          : texts(value, text.get(), (is, wanted) -> affixed(lower(is), lower(wanted), start));
    }
    return texts(value, operand, (is, wanted) -> affixed(is, wanted, start));
  }

  private static boolean affixed(String is, String wanted, boolean start) {
    return start ? is.startsWith(wanted) : is.endsWith(wanted);
  }

  /** Anything but the values listed, or but what an operator says of any of them. */
  private Answer anythingBut(Tree value) {
    Answer any = Answer.NO;
    if (operand instanceof Tree.Members inner && inner.members().size() == 1) {
      Map.Entry<String, Tree> only = inner.members().entrySet().iterator().next();
      for (Tree one : only.getValue().asItems()) {
        any = any.or(new Filter(only.getKey(), one).holds(Optional.of(value)));
      }
      return any.not();
    }
    for (Tree one : operand.asItems()) {
      any = any.or(equal(value, one));
    }
    return any.not();
  }

  private Answer numeric(Tree value) {
    List<Tree> parts = operand.asItems();
    if (parts.size() % 2 != 0) {
      return Answer.UNKNOWN;
    }
    if (!(value instanceof Tree.Numeral is)) {
      return Answer.NO;
    }
    Answer all = Answer.YES;
    for (int i = 0; i < parts.size(); i += 2) {
      Optional<String> sign = parts.get(i).asText();
      all =
          all.and(
              sign.isPresent() && parts.get(i + 1) instanceof Tree.Numeral bound
                  ? ordered(is.number(), sign.get(), bound.number())
                  : Answer.UNKNOWN);
    }
    return all;
  }

  private static Answer ordered(BigDecimal is, String sign, BigDecimal bound) {
    int order = is.compareTo(bound);
    return switch (sign) {
      case "=" -> Answer.of(order == 0);
      case "<" -> Answer.of(order < 0);
      case "<=" -> Answer.of(order <= 0);
      case ">" -> Answer.of(order > 0);
      case ">=" -> Answer.of(order >= 0);
      default -> Answer.UNKNOWN;
    };
  }

  private interface Comparison {
    boolean holds(String is, String wanted);
  }

  private static Answer texts(Tree value, Tree wanted, Comparison comparison) {
    Optional<String> text = wanted.asText();
    if (text.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return Answer.of(value.asText().filter(is -> comparison.holds(is, text.get())).isPresent());
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
