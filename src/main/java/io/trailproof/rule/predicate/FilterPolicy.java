package io.trailproof.rule.predicate;

import io.trailproof.aws.eventpattern.EventPattern;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.AlarmMessage;
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the filter policy of a subscription lets what is published through (F96, F184–F187). */
final class FilterPolicy {
  /** F185: what the API takes. */
  private static final int MOST_NAMES = 5;

  private static final int MOST_COMBINATIONS = 150;

  /** F187: protocols with a form of the message of their own. */
  private static final Set<String> OWN_FORM = Set.of("email", "sms");

  private final Step step;
  private final Value policy;

  private FilterPolicy(Step step, Value policy) {
    this.step = step;
    this.policy = policy;
  }

  /**
   * The judgement.
   *
   * @param ofEvents whether an event rule publishes, and no alarm
   */
  static Judgement judge(Step step, Resource subscription, boolean ofEvents) {
    Value policy = step.graph().property(subscription, "filterPolicy");
    if (policy.isAbsent()) {
      return Judgement.pass();
    }
    if (!policy.isKnown() && !(policy instanceof Value.Fields)) {
      return Judgement.unknown(Shown.unknown(step, "filterPolicy", policy), policy, subscription);
    }
    return new FilterPolicy(step, policy).judge(ofEvents);
  }

  private Judgement judge(boolean ofEvents) {
    if (policy.asText().filter(String::isBlank).isPresent()) {
      return Judgement.pass();
    }
    Optional<Json> tree = new JsonAdapter(step.graph()).document(policy);
    if (tree.isEmpty()) {
      return fail("its filter policy is no JSON, the API will refuse it");
    }
    if (tree.get().asMembers().filter(Map::isEmpty).isPresent()) {
      return Judgement.pass();
    }
    EventPattern.Parsed parsed = EventPattern.of(tree.get());
    if (parsed.pattern().isEmpty()) {
      return unknown("its filter policy is not understood here: " + parsed.problem());
    }
    if (isTooLarge(tree.get())) {
      return fail(
          "its filter policy has more than five names or 150 combinations, the API will refuse it");
    }
    Value scope = step.graph().property(step.resource(), "filterScope");
    Optional<String> word = scope.asText();
    if (word.filter("MessageAttributes"::equals).isPresent()) {
      return onAttributes(parsed.pattern().get(), tree.get());
    }
    if (word.filter("MessageBody"::equals).isPresent()) {
      return ofEvents
          ? unknown("its filter policy on the message body is not evaluated here")
          : onBody(parsed.pattern().get());
    }
    return unknown(
        "whether its filter policy is on attributes or on the message body is not known");
  }

  private static boolean isTooLarge(Json tree) {
    Size size = new Size();
    size.add(tree);
    return size.names > MOST_NAMES || size.combinations > MOST_COMBINATIONS;
  }

  /** How much a filter policy asks for; of alternatives nothing is said. */
  private static final class Size {
    private int names;
    private long combinations = 1;

    void add(Json tree) {
      tree.asMembers()
          .orElse(Map.of())
          .forEach(
              (name, wanted) -> {
                if (wanted instanceof Json.Obj) {
                  add(wanted);
                } else if (!name.equals("$or") && names <= MOST_NAMES) {
                  names++;
                  combinations *= wanted.elements().size();
                }
              });
    }
  }

  /** The message of an alarm or event has no attributes, so only their absence is met (F184). */
  private Judgement onAttributes(EventPattern pattern, Json tree) {
    if (tree.asMembers().orElse(Map.of()).values().stream().anyMatch(Json.Obj.class::isInstance)) {
      return fail("its filter policy nests names, which the API takes for message bodies only");
    }
    return switch (pattern.matches(new Json.Obj(Map.of()))) {
      case YES -> Judgement.pass();
      case NO ->
          fail(
              "its filter policy asks for message attributes, and what is published here has none");
      case UNKNOWN ->
          unknown(
              "whether its filter policy lets messages without attributes through is not known");
    };
  }

  private Judgement onBody(EventPattern pattern) {
    List<Json> messages = AlarmMessage.of(step.graph(), step.earlier());
    Set<Truth> answers = new LinkedHashSet<>();
    messages.forEach(message -> answers.add(pattern.matches(message)));
    if (answers.equals(Set.of(Truth.NO))) {
      return fail(
          "its filter policy keeps the alarm's messages out, because of `"
              + String.join("`, `", pattern.obstacles(messages.get(0)))
              + "`");
    }
    if (!answers.equals(Set.of(Truth.YES))) {
      return unknown(
          "whether its filter policy lets the alarm's messages through hangs on what the input does"
              + " not tell of them");
    }
    Optional<String> protocol = step.graph().property(step.resource(), "protocol").asText();
    return protocol.filter(word -> !OWN_FORM.contains(word)).isPresent()
        ? Judgement.pass()
        : Judgement.passIf(
            new Assumption(
                Assumed.FILTER_READS_JSON,
                "the filter policy reads the JSON of the alarm's message, though e-mail and SMS get"
                    + " a text of their own (F187)",
                step.resource().address()));
  }

  private Judgement fail(String why) {
    return Judgement.fail(why, Labels.at(policy, step.resource()));
  }

  private Judgement unknown(String why) {
    return Judgement.unknown(why, policy, step.resource());
  }
}
