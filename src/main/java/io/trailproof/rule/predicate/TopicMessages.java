package io.trailproof.rule.predicate;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.JsonAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a topic takes a message for what it is, whoever publishes it: its size and what it says
 * (F248, F249).
 */
final class TopicMessages {
  /** What the API takes, in bytes. */
  private static final long LEAST = 1_024;

  private static final long MOST = 1_048_576;

  /** What people can get by e-mail, as a text message, at a URL. */
  private static final long MOST_FOR_PEOPLE = 262_144;

  /** Alarm messages are of one or two thousand bytes, and no alarm makes one of this many. */
  private static final long ALARM = 2_048;

  private static final long ANY_ALARM = 32_768;

  private static final Set<String> FOR_PEOPLE =
      Set.of("email", "email-json", "sms", "http", "https", "application");

  private TopicMessages() {}

  /** A topic lets the message through, as large as it may be and whatever it says. */
  static Judgement takes(Step step, Map<String, String> arguments) {
    boolean ofAlarm = arguments.getOrDefault("message", "alarm").equals("alarm");
    return size(step, ofAlarm).and(words(step));
  }

  private static Judgement size(Step step, boolean ofAlarm) {
    Resource topic = step.resource();
    Value size = step.graph().property(topic, "messageSize");
    if (size.isAbsent() || (!size.isKnown() && topic.existence() != Existence.MANAGED)) {
      return Judgement.pass(); // of what exists already no size is shown, and hardly one has any
    }
    Optional<Long> bytes = bytes(size);
    if (bytes.isEmpty()) {
      return size.isKnown()
          ? refuse(step, size, "is no number of bytes")
          : Judgement.unknown(Shown.unknown(step, "messageSize", size), size, topic);
    }
    if (bytes.get() < LEAST || bytes.get() > MOST) {
      return refuse(step, size, "is " + bytes.get() + ", and 1024 to 1048576 may be there");
    }
    if (bytes.get() < (ofAlarm ? ALARM : ANY_ALARM)) {
      return Judgement.unknown(
          "`"
              + Shown.spelt(step, topic, "messageSize")
              + "` is "
              + bytes.get()
              + " bytes, and "
              + (ofAlarm ? "messages of alarms are about as large" : "events may be larger"),
          size,
          topic);
    }
    return bytes.get() < ANY_ALARM
        ? Judgement.pass()
            .noting(
                new Note(
                    "small-messages",
                    "refuses messages of more than "
                        + bytes.get()
                        + " bytes, and an alarm with a long description or many actions may make"
                        + " one (F248)",
                    topic.address()))
        : Judgement.pass();
  }

  private static Judgement refuse(Step step, Value size, String why) {
    return Judgement.fail(
        "`"
            + Shown.spelt(step, step.resource(), "messageSize")
            + "` "
            + why
            + ", the API will refuse the topic",
        Labels.at(size, step.resource()));
  }

  private static Optional<Long> bytes(Value size) {
    return size.asText().filter(text -> text.matches("[0-9]{1,15}")).map(Long::valueOf);
  }

  /** F248: a topic of larger messages takes no subscriber who could not get them. */
  static Judgement takesSubscriber(Step step, Resource subscription) {
    Value protocol = step.graph().property(subscription, "protocol");
    Value size = step.graph().property(step.before(), "messageSize");
    boolean large = bytes(size).filter(one -> one > MOST_FOR_PEOPLE).isPresent();
    return large && protocol.asText().filter(FOR_PEOPLE::contains).isPresent()
        ? Judgement.fail(
            "its topic takes messages of "
                + Shown.of(size)
                + " bytes, and above 262144 nobody can subscribe by "
                + Shown.of(protocol)
                + ", the API will refuse it",
            Labels.at(protocol, subscription))
        : Judgement.pass();
  }

  /** F249: what a data protection policy denies is refused, and an alarm may say such a thing. */
  private static Judgement words(Step step) {
    Resource topic = step.resource();
    for (Holder one : policies(step, topic)) {
      if (mayDeny(step, one.policy()) != Truth.NO) {
        return Judgement.unknown(
            "its data protection policy may refuse a message that holds an address or a name, as"
                + " the description of an alarm can",
            one.policy(),
            one.resource());
      }
    }
    return Judgement.pass();
  }

  /** A policy, and the resource that it is written in. */
  private record Holder(Value policy, Resource resource) {}

  private static List<Holder> policies(Step step, Resource topic) {
    List<Holder> all = new ArrayList<>();
    Value own = step.graph().property(topic, "dataProtectionPolicy");
    if (!own.isAbsent() && topic.existence() == Existence.MANAGED) {
      all.add(new Holder(own, topic));
    }
    ResourceIndex.of(step.graph())
        .referrers("aws.sns.DataProtectionPolicy", "topic", topic)
        .forEach(
            (policy, leads) -> {
              if (leads == Truth.YES) {
                all.add(new Holder(step.graph().property(policy, "policy"), policy));
              }
            });
    return all;
  }

  private static Truth mayDeny(Step step, Value policy) {
    Optional<Json> tree = new JsonAdapter(step.graph()).document(policy);
    Optional<List<Json>> statements =
        tree.flatMap(Json::asMembers)
            .map(all -> all.get("Statement"))
            .map(all -> all instanceof Json.Obj ? List.of(all) : all.elements());
    if (statements.isEmpty()) {
      return Truth.UNKNOWN;
    }
    return Truth.of(statements.get().stream().anyMatch(TopicMessages::denies));
  }

  private static boolean denies(Json statement) {
    Map<String, Json> members = statement.asMembers().orElse(Map.of());
    Json operation = members.get("Operation");
    boolean outbound =
        members.get("DataDirection") instanceof Json.Str direction
            && direction.value().equals("Outbound");
    boolean audits =
        operation != null
            && operation.asMembers().filter(all -> !all.containsKey("Deny")).isPresent();
    return !outbound && !audits;
  }
}
