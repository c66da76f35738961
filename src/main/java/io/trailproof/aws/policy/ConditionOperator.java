package io.trailproof.aws.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A condition operator with its prefix and suffix.
 *
 * @param name the operator by itself, without negation, in lower case
 * @param negated whether no value of the policy may compare
 * @param ifExists whether a missing key satisfies it
 * @param quantifier the set operator before it
 */
record ConditionOperator(String name, boolean negated, boolean ifExists, Quantifier quantifier) {

  /** The set operators; a request has one value a key here, so they differ only in missing keys. */
  enum Quantifier {
    NONE,
    ANY,
    ALL
  }

  /** Operators that are not computed here, but behave as all do when the key is missing. */
  private static final Set<String> NOT_COMPUTED =
      Set.of(
          "numericequals",
          "numericlessthan",
          "numericlessthanequals",
          "numericgreaterthan",
          "numericgreaterthanequals",
          "dateequals",
          "datelessthan",
          "datelessthanequals",
          "dategreaterthan",
          "dategreaterthanequals",
          "binaryequals",
          "ipaddress");

  static ConditionOperator read(String text) {
    String rest = text.toLowerCase(Locale.ROOT);
    Quantifier quantifier = Quantifier.NONE;
    if (rest.startsWith("foranyvalue:")) {
      quantifier = Quantifier.ANY;
      rest = rest.substring("foranyvalue:".length());
    } else if (rest.startsWith("forallvalues:")) {
      quantifier = Quantifier.ALL;
      rest = rest.substring("forallvalues:".length());
    }
    boolean ifExists = rest.endsWith("ifexists");
    if (ifExists) {
      rest = rest.substring(0, rest.length() - "ifexists".length());
    }
    boolean negated = rest.contains("not");
    return new ConditionOperator(rest.replaceFirst("not", ""), negated, ifExists, quantifier);
  }

  /** Whether it holds for what the request has and what the policy wants. */
  Answer holds(ContextValue actual, List<PolicyText> wanted) {
    return switch (name) {
      case "null" ->
          actual.match(
              value -> anyIs("false", wanted), () -> anyIs("true", wanted), () -> Answer.UNKNOWN);
      case "stringequals" -> compare(actual, wanted, PolicyText::sameAs);
      case "stringequalsignorecase", "bool" ->
          compare(actual, wanted, (is, should) -> is.lowerCase().sameAs(should.lowerCase()));
      case "stringlike" -> compare(actual, wanted, PolicyText::matches);
      case "arnequals", "arnlike" -> compare(actual, wanted, ArnPattern::matches);
      default ->
          NOT_COMPUTED.contains(name)
              ? compare(actual, wanted, (is, should) -> Answer.UNKNOWN)
              : Answer.UNKNOWN;
    };
  }

  private static Answer anyIs(String flag, List<PolicyText> wanted) {
    return wanted.stream()
        .map(value -> value.lowerCase().sameAs(PolicyText.of(flag)))
        .reduce(Answer.NO, Answer::or);
  }

  private Answer compare(
      ContextValue actual,
      List<PolicyText> wanted,
      BiFunction<PolicyText, PolicyText, Answer> comparison) {
    return actual.match(
        value -> {
          Answer any =
              wanted.stream()
                  .map(each -> comparison.apply(value, each))
                  .reduce(Answer.NO, Answer::or);
          return negated ? any.not() : any;
        },
        this::whenMissing,
        () -> Answer.UNKNOWN);
  }

  private Answer whenMissing() {
    return switch (quantifier) {
      case ANY -> Answer.of(ifExists);
      case ALL -> Answer.YES;
      case NONE -> Answer.of(ifExists || negated);
    };
  }
}
