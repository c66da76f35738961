package io.trailproof.trace;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a subscriber hears of the message of an alarm (F94 to F96, F176 to F184). */
record SubscriptionStep(Surroundings around) {
  private static final Set<String> MAIL = Set.of("email", "email-json");
  private static final Set<String> WEB = Set.of("http", "https");

  /** What becomes of the message at a subscription. */
  Sayings of(Resource subscription, Resource topic, Truth named) {
    Sayings said = around.of(subscription);
    said.unless(named, "whether it is one of the topic cannot be told");
    around.apart(around.inOneRegion(topic, subscription), "the topic", said);
    if (around.readings().isNoArn(subscription.property("topic"))) {
      said.no("it does not name its topic by an ARN, and the API refuses that");
    }
    if (around.readings().flag(subscription, "pending", false).isYes()) {
      said.no("nobody has confirmed it");
    }
    if (subscription.has("region")) {
      said.unless(
          around.graph().same(subscription.property("region"), topic.place().region()),
          "whether it is made in the Region of the topic cannot be told");
    }
    filter(subscription, said);
    boolean isRaw =
        subscription.has("rawDelivery")
            && (subscription.dialect() == Dialect.CLOUDFORMATION
                || !around.readings().flag(subscription, "rawDelivery", false).isNo());
    if (isRaw || subscription.has("role")) {
      said.unknown("whether it goes with its way of delivery is not followed here");
    }
    endpoint(subscription, said);
    return said;
  }

  /** Messages of alarms carry no attributes (F96, F184). */
  private void filter(Resource subscription, Sayings said) {
    Value policy = around.graph().property(subscription, "filterPolicy");
    if (FilterStep.isNothing(policy)) {
      return;
    }
    boolean ofAttributes =
        around
            .readings()
            .text(subscription, "filterScope")
            .is("MessageAttributes", "MessageAttributes")
            .isYes();
    Json read = around.policies().document(policy);
    if (!ofAttributes || !(read instanceof Json.Obj wanted)) {
      said.unknown("whether its filter policy lets the message through is not followed here");
      return;
    }
    for (Map.Entry<String, Json> one : wanted.members().entrySet()) {
      if (one.getKey().startsWith("$")) {
        said.unknown("whether its filter policy lets the message through is not followed here");
      } else if (one.getValue().elements().stream().noneMatch(SubscriptionStep::asksForNone)) {
        boolean open = one.getValue().elements().stream().anyMatch(Json::isOpen);
        said.say(
            open ? Truth.UNKNOWN : Truth.NO,
            "its filter policy asks for an attribute, and messages of alarms have none");
      }
    }
  }

  private static boolean asksForNone(Json condition) {
    return condition instanceof Json.Obj object
        && Json.Bool.FALSE.equals(object.members().get("exists"));
  }

  private void endpoint(Resource subscription, Sayings said) {
    Partial<String> protocol = around.readings().text(subscription, "protocol");
    Value value = around.graph().property(subscription, "endpoint");
    String kind = protocol.orElse("");
    if (protocol.isUnset() || value.isAbsent()) {
      said.no("it names nobody");
    } else if (MAIL.contains(kind) || WEB.contains(kind) || kind.equals("sms")) {
      person(kind, value, said);
    } else {
      said.unknown("whether a machine behind it takes the message is not followed here");
    }
  }

  private void person(String kind, Value value, Sayings said) {
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      said.say(
          value instanceof Value.Symbol ? Truth.YES : Truth.UNKNOWN,
          value instanceof Value.Symbol
              ? "somebody is told, whoever the parameter names, once that is confirmed"
              : "who is told is known only later");
      return;
    }
    String endpoint = text.get();
    boolean fits =
        kind.equals("sms")
            ? endpoint.matches("\\+?[0-9 ().-]{6,25}")
            : WEB.contains(kind)
                ? endpoint.matches("(?s)" + kind + "://[^\\s/]+\\.[^\\s]+")
                : endpoint.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    if (!fits) {
      said.unknown("its address is not such as its protocol asks for");
    } else if (around.standIns().isOne(endpoint)) {
      said.unknown("its address is a stand-in that waits to be replaced");
    } else {
      said.yes(
          kind.equals("sms")
              ? "somebody is told"
              : "somebody is told, once the subscription is confirmed");
    }
  }
}
