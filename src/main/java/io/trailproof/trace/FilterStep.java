package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;

/** Whether a metric filter takes the record, and what it publishes for it (F38 to F56). */
record FilterStep(Surroundings around, TracedRecord record) {
  /** What the names of metrics and namespaces may hold (F47). */
  private static final String NAME = "[^:*$]{1,255}";

  /** What a metric filter makes of the record in its log group. */
  Sayings of(Resource filter, Resource group, Truth named) {
    Sayings said = around.of(filter);
    said.unless(named, "whether it reads the log group cannot be told");
    if (around.readings().isArn(filter.property("logGroup"))) {
      said.no("it names its log group by an ARN, and the API refuses that");
    }
    around.apart(around.together(group, filter), "the log group", said);
    PatternMatch match = match(filter);
    said.say(match.matches(), words(match));
    if (match.matches().isNo()) {
      return said;
    }
    settings(filter, group, said);
    metric(filter, said);
    return said;
  }

  private static String words(PatternMatch match) {
    return switch (match.matches()) {
      case YES -> "its pattern takes the record, by " + match.clause();
      case NO -> "its pattern does not take the record: " + match.clause();
      case UNKNOWN -> "whether its pattern takes the record cannot be told: " + match.clause();
    };
  }

  /** Whether the pattern of a filter takes the record. */
  PatternMatch match(Resource filter) {
    return around
        .readings()
        .text(filter, "pattern")
        .match(
            pattern -> PatternMatch.of(pattern, record),
            () -> new PatternMatch(Truth.YES, "it is empty and takes everything"),
            why -> new PatternMatch(Truth.UNKNOWN, "the pattern " + why));
  }

  private void settings(Resource filter, Resource group, Sayings said) {
    Readings readings = around.readings();
    Truth transformed = readings.flag(filter, "onTransformedLogs", false);
    if (transformed.isYes()) {
      said.unknown("it sees records after they were transformed, which is not followed here");
    }
    for (String setting : List.of("fieldSelection", "systemDimensions", "dimensions")) {
      if (!isNothing(around.graph().property(filter, setting))) {
        said.unknown("its `" + setting + "` are not followed here");
      }
    }
    if (!around.naming("aws.logs.Transformer", "logGroup", group).isEmpty()
        && !transformed.isNo()) {
      said.unknown("a transformer changes the records of the log group");
    }
    Value all = around.graph().property(filter, "transformations");
    if (all instanceof Value.Items items && items.items().size() != 1) {
      said.no("it has another number of metric transformations than one");
    }
  }

  /** True if a filter publishes one metric without dimensions. */
  static boolean publishesPlainly(Surroundings around, Resource filter) {
    return isNothing(around.graph().property(filter, "dimensions"))
        && isNothing(around.graph().property(filter, "systemDimensions"));
  }

  static boolean isNothing(Value value) {
    return value.isAbsent()
        || (value instanceof Value.Items items && items.items().isEmpty())
        || (value instanceof Value.Fields fields && fields.fields().isEmpty())
        || value.asText().filter(String::isEmpty).isPresent();
  }

  private void metric(Resource filter, Sayings said) {
    for (String name : List.of("metricName", "namespace")) {
      Partial<String> text = around.readings().text(filter, name);
      if (text.isUnset()) {
        said.no("it names no metric");
      } else if (text.toOptional().filter(one -> !one.matches(NAME)).isPresent()) {
        said.no("the API refuses the name of its metric");
      }
    }
    Published value = Published.by(around, filter, record);
    said.say(value.published(), value.text());
  }

  /** The log group that a filter certainly reads, to tell filters of one log group. */
  Optional<Resource> groupOf(Resource filter) {
    return around.graph().ofType("aws.logs.LogGroup").stream()
        .filter(one -> around.graph().namesAny(filter.property("logGroup"), one).isYes())
        .findFirst();
  }
}
