package io.trailproof.benchmarks;

import java.util.List;

/** What the generators agree on: the events of the rule and the text of a chain. */
final class Chains {
  private static final List<String> EVENTS =
      List.of(
          "DeleteGroupPolicy",
          "DeleteRolePolicy",
          "DeleteUserPolicy",
          "PutGroupPolicy",
          "PutRolePolicy",
          "PutUserPolicy",
          "CreatePolicy",
          "DeletePolicy",
          "CreatePolicyVersion",
          "DeletePolicyVersion",
          "AttachRolePolicy",
          "DetachRolePolicy",
          "AttachUserPolicy",
          "DetachUserPolicy",
          "AttachGroupPolicy",
          "DetachGroupPolicy");

  /** A pattern that watches every event of the rule. */
  static final String PATTERN = any(EVENTS);

  /** A pattern that watches something else. */
  static final String OTHER_PATTERN = any(List.of("StopLogging", "DeleteTrail", "UpdateTrail"));

  private Chains() {}

  static List<String> events() {
    return EVENTS;
  }

  private static String any(List<String> events) {
    StringBuilder pattern = new StringBuilder("{ ");
    for (String event : events) {
      pattern.append(pattern.length() > 2 ? " || " : "").append("($.eventName = ");
      pattern.append(event).append(')');
    }
    return pattern.append(" }").toString();
  }
}
