package io.trailproof.aws.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The `Condition` of a statement: every operator and every key must hold. */
record Conditions(PolicyNode node) {

  Match hold(Request request, Mode mode) {
    Optional<Map<String, PolicyNode>> operators = node.asFields();
    if (operators.isEmpty()) {
      return new Match(Answer.UNKNOWN, "its `Condition` is not known");
    }
    Match all = Match.YES;
    for (Map.Entry<String, PolicyNode> operator : operators.get().entrySet()) {
      all = all.and(holds(operator.getKey(), operator.getValue(), request, mode));
    }
    return all;
  }

  private static Match holds(String name, PolicyNode keys, Request request, Mode mode) {
    Optional<Map<String, PolicyNode>> members = keys.asFields();
    if (members.isEmpty()) {
      return new Match(Answer.UNKNOWN, "its condition `" + name + "` is not known");
    }
    ConditionOperator operator = ConditionOperator.read(name);
    Match all = Match.YES;
    for (Map.Entry<String, PolicyNode> key : members.get().entrySet()) {
      Answer holds = holds(operator, key.getKey(), key.getValue(), request, mode);
      String what = "its condition `" + name + "` on `" + key.getKey() + "`";
      all =
          all.and(
              Match.of(
                  holds,
                  holds == Answer.NO
                      ? what + " does not hold"
                      : "whether " + what + " holds is not known"));
    }
    return all;
  }

  private static Answer holds(
      ConditionOperator operator, String key, PolicyNode values, Request request, Mode mode) {
    List<PolicyText> wanted = new ArrayList<>();
    for (PolicyNode value : values.asItems()) {
      wanted.add(value.asText().orElseGet(PolicyText::hole).withVariables());
    }
    return operator.holds(request.value(key, mode), wanted);
  }
}
