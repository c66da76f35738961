package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What acts when an alarm goes off: the alarm itself, or one that follows it (F76, F84 to F87). */
record NotifierStep(Surroundings around) {
  private static final int MOST_ACTIONS = 5;

  /** A rule that is one alarm in ALARM and nothing else. */
  private static final Pattern ONE =
      Pattern.compile("\\s*\\(?\\s*ALARM\\s*\\(\\s*[\"']?([^\"'()]+?)[\"']?\\s*\\)\\s*\\)?\\s*");

  /** Whether a composite alarm follows an alarm by itself; no, if it does not name it. */
  Truth follows(Resource composite, Resource alarm) {
    Value rule = around.graph().property(composite, "rule");
    Written written = around.written();
    String text = written.text(rule);
    String name = written.text(around.graph().property(alarm, "name"));
    String arn = written.arn(alarm);
    Matcher one = ONE.matcher(text);
    if (one.matches()) {
      return Written.same(one.group(1), name).or(Written.same(one.group(1), arn));
    }
    boolean isOther = rule.isKnown() && around.graph().property(alarm, "name").isKnown();
    return isOther && !text.contains(name) ? Truth.NO : Truth.UNKNOWN;
  }

  /** What keeps an alarm, or one that follows another, from acting. */
  Sayings of(Resource notifier) {
    Sayings said = around.sayings();
    Truth enabled = around.readings().flag(notifier, "actionsEnabled", true);
    said.unless(
        enabled,
        enabled.isNo()
            ? "its actions are switched off"
            : "whether its actions are switched on cannot be told");
    if (notifier.has("suppressor")) {
      said.unknown("another alarm may hold back its actions");
    }
    for (Map.Entry<Resource, Truth> mute :
        around.naming("aws.cloudwatch.AlarmMuteRule", "alarms", notifier).entrySet()) {
      said.unknown("`" + mute.getKey().address() + "` holds back its actions at times");
    }
    Value actions = around.graph().property(notifier, "actions");
    if (actions instanceof Value.Items items && items.items().size() > MOST_ACTIONS) {
      said.no("it has more than five actions, and the API refuses that");
    }
    return said;
  }

  /** The actions that it takes when it goes off. */
  List<Value> actions(Resource notifier) {
    Value actions = around.graph().property(notifier, "actions");
    if (actions.isAbsent()) {
      return List.of();
    }
    return actions instanceof Value.Items items ? items.items() : List.of(actions);
  }
}
