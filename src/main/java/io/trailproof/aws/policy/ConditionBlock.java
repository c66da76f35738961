package io.trailproof.aws.policy;

import io.trailproof.json.Json;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The `Condition` of a statement: every operator and every key must hold. */
record ConditionBlock(Json node) {
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

  Applies hold(Request request, Mode mode) {
    Optional<Map<String, Json>> operators = node.asMembers();
    if (operators.isEmpty()) {
      return new Applies(Truth.UNKNOWN, "its `Condition` is not known");
    }
    Applies all = Applies.YES;
    for (Map.Entry<String, Json> operator : operators.get().entrySet()) {
      all = all.and(holds(operator.getKey(), operator.getValue(), request, mode));
    }
    return all;
  }

  private static Applies holds(String name, Json keys, Request request, Mode mode) {
    Optional<Map<String, Json>> members = keys.asMembers();
    if (members.isEmpty()) {
      return new Applies(Truth.UNKNOWN, "its condition `" + name + "` is not known");
    }
    Operator operator = Operator.read(name);
    Applies all = Applies.YES;
    for (Map.Entry<String, Json> key : members.get().entrySet()) {
      Truth holds = holds(operator, key.getKey(), key.getValue(), request, mode);
      String what = "its condition `" + name + "` on `" + key.getKey() + "`";
      all =
          all.and(
              Applies.of(
                  holds,
                  holds == Truth.NO
                      ? what + " does not hold"
                      : "whether " + what + " holds is not known"));
    }
    return all;
  }

  private static Truth holds(
      Operator operator, String key, Json values, Request request, Mode mode) {
    List<PolicyText> wanted = new ArrayList<>();
    for (Json value : Statement.listed(values)) {
      wanted.add(PolicyText.read(value).orElseGet(PolicyText::hole).withVariables());
    }
    return operator.holds(request.value(key, mode), wanted);
  }

  /** The set operators; a request has one value a key here, so they differ only in missing keys. */
  private enum Quantifier {
    NONE,
    ANY,
    ALL
  }

  /**
   * A condition operator with its prefix and suffix.
   *
   * @param name the operator by itself, without negation, in lower case
   * @param negated whether no value of the policy may compare
   * @param ifExists whether a missing key satisfies it
   * @param quantifier the set operator before it
   */
  private record Operator(String name, boolean negated, boolean ifExists, Quantifier quantifier) {
    static Operator read(String text) {
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
      return new Operator(rest.replaceFirst("not", ""), negated, ifExists, quantifier);
    }

    /** Whether it holds for what the request has and what the policy wants. */
    Truth holds(Partial<PolicyText> actual, List<PolicyText> wanted) {
      return switch (name) {
        case "null" ->
            actual.match(
                value -> anyIs("false", wanted), () -> anyIs("true", wanted), why -> Truth.UNKNOWN);
        case "stringequals" -> compare(actual, wanted, PolicyText::sameAs);
        case "stringequalsignorecase", "bool" ->
            compare(actual, wanted, (is, should) -> is.lowerCase().sameAs(should.lowerCase()));
        case "stringlike" -> compare(actual, wanted, PolicyText::matches);
        case "arnequals", "arnlike" -> compare(actual, wanted, PolicyPattern::matchesArn);
        default ->
            NOT_COMPUTED.contains(name)
                ? compare(actual, wanted, (is, should) -> Truth.UNKNOWN)
                : Truth.UNKNOWN;
      };
    }

    private static Truth anyIs(String flag, List<PolicyText> wanted) {
      return wanted.stream()
          .map(value -> value.lowerCase().sameAs(PolicyText.of(flag)))
          .reduce(Truth.NO, Truth::or);
    }

    private Truth compare(
        Partial<PolicyText> actual,
        List<PolicyText> wanted,
        BiFunction<PolicyText, PolicyText, Truth> comparison) {
      return actual.match(
          value -> {
            Truth any =
                wanted.stream()
                    .map(each -> comparison.apply(value, each))
                    .reduce(Truth.NO, Truth::or);
            return negated ? any.not() : any;
          },
          this::whenMissing,
          why -> Truth.UNKNOWN);
    }

    private Truth whenMissing() {
      return switch (quantifier) {
        case ANY -> Truth.of(ifExists);
        case ALL -> Truth.YES;
        case NONE -> Truth.of(ifExists || negated);
      };
    }
  }
}
