package io.trailproof.rule.predicate;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.WrittenPattern;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the API takes a metric filter: its names, its transformation, its log group (F46–F56).
 */
final class FilterAcceptance {
  private static final int MOST_FILTERS = 100;
  private static final int MOST_WITH_REGEX = 5;
  private static final Pattern REGEX = Pattern.compile("%[^%]+%");
  private static final int LONGEST_FILTER = 512;
  private static final int LONGEST_METRIC = 255;
  private static final int MOST_DIMENSIONS = 3;

  /** Fields that hold another value in nearly every record. */
  private static final Set<String> MANY_VALUED =
      Set.of(
          "$.requestID",
          "$.eventID",
          "$.eventTime",
          "$.sourceIPAddress",
          "$.userAgent",
          "$.userIdentity.accessKeyId",
          "$.userIdentity.arn",
          "$.userIdentity.principalId");

  private FilterAcceptance() {}

  /** A log group has no more metric filters than the service takes (F46). */
  static Judgement logGroupHasRoom(Step step) {
    Resource filter = step.resource();
    Crowd crowd =
        step.graph()
            .once(Crowds.class, Crowds::new)
            .byGroup
            .computeIfAbsent(step.before(), group -> Crowd.of(step.graph(), filter.type(), group));
    if (crowd.certain() > MOST_FILTERS) {
      return tooMany(
          step, crowd.certain() + " filters, and at most " + MOST_FILTERS + " may be there");
    }
    Judgement room =
        crowd.possible() > MOST_FILTERS
            ? perhapsTooMany(step, MOST_FILTERS + " filters")
            : Judgement.pass();
    Judgement all =
        regex(step.graph(), filter).orElse(false) ? room.and(regexes(step, crowd)) : room;
    return all.noting(early(step));
  }

  /** The filters of the log groups of a graph, counted once for each group. */
  private static final class Crowds {
    private final IdentityHashMap<Resource, Crowd> byGroup = new IdentityHashMap<>();
  }

  /**
   * How many filters a log group has.
   *
   * @param certain those that are there
   * @param possible those that may be there
   * @param withRegex those of them that have a regular expression, {@code mayHaveRegex} or may
   */
  private record Crowd(int certain, int possible, int withRegex, int mayHaveRegex) {
    static Crowd of(ResourceGraph graph, String type, Resource group) {
      int certain = 0;
      int possible = 0;
      int withRegex = 0;
      int mayHaveRegex = 0;
      for (Map.Entry<Resource, Truth> reader :
          ResourceIndex.of(graph).referrers(type, "logGroup", group).entrySet()) {
        Resource filter = reader.getKey();
        Optional<Boolean> regex = regex(graph, filter);
        possible++;
        mayHaveRegex += regex.orElse(true) ? 1 : 0;
        if (reader.getValue() == Truth.YES && graph.isCertain(filter)) {
          certain++;
          withRegex += regex.orElse(false) ? 1 : 0;
        }
      }
      return new Crowd(certain, possible, withRegex, mayHaveRegex);
    }
  }

  /** F133: a filter that names by a text what the same run makes may come before it. */
  private static List<Note> early(Step step) {
    Resource filter = step.resource();
    Resource group = step.before();
    boolean sameRun =
        group.existence() == Existence.MANAGED
            && !group.isUnchanged()
            && group.id().input().equals(filter.id().input());
    return sameRun && filter.isUnordered()
        ? List.of(
            new Note(
                "filter-before-log-group",
                "names log group `"
                    + group.address()
                    + "` by a text, so nothing has it made after the group, and the API refuses a"
                    + " filter on a group that is not there yet (F133)",
                filter.address()))
        : List.of();
  }

  private static Judgement regexes(Step step, Crowd crowd) {
    if (crowd.withRegex() > MOST_WITH_REGEX) {
      return tooMany(
          step,
          crowd.withRegex()
              + " filters with regular expressions, and at most "
              + MOST_WITH_REGEX
              + " may be there");
    }
    return crowd.mayHaveRegex() > MOST_WITH_REGEX
        ? perhapsTooMany(step, MOST_WITH_REGEX + " filters with regular expressions")
        : Judgement.pass();
  }

  /** Whether the pattern has a regular expression; empty if it is not known. */
  private static Optional<Boolean> regex(ResourceGraph graph, Resource filter) {
    Value pattern = graph.property(filter, "pattern");
    return pattern.isAbsent()
        ? Optional.of(false)
        : pattern.asText().map(FilterAcceptance::hasRegex);
  }

  private static boolean hasRegex(String pattern) {
    return pattern.indexOf('%') >= 0 && REGEX.matcher(pattern).find();
  }

  private static Judgement perhapsTooMany(Step step, String limit) {
    return Judgement.unknown(
        "the log group may have more than " + limit + ", and the API will refuse what is more",
        step.resource().property("logGroup"),
        step.resource());
  }

  private static Judgement tooMany(Step step, String why) {
    return Judgement.fail(
        "the log group has " + why + ", so the API will refuse some",
        Labels.at(step.resource().property("logGroup"), step.resource()));
  }

  /**
   * The names of a metric filter, its metric and its namespace are ones that the API takes (F47).
   */
  static Judgement legalNames(Step step) {
    return legal(step, "name", ":*", LONGEST_FILTER)
        .and(legal(step, "metricName", ":*$", LONGEST_METRIC))
        .and(legal(step, "namespace", ":*$", LONGEST_METRIC));
  }

  private static Judgement legal(Step step, String property, String forbidden, int longest) {
    Resource filter = step.resource();
    Value value = step.graph().property(filter, property);
    Optional<String> text = value.asText();
    if (text.isEmpty()) {
      return Judgement.pass(); // a name that is made up by the service is legal
    }
    String spelt = "`" + Shown.spelt(step, filter, property) + "` ";
    if (text.get().length() > longest) {
      return Judgement.fail(
          spelt + "has " + text.get().length() + " characters, more than " + longest,
          Labels.at(value, filter));
    }
    Optional<String> bad =
        forbidden.chars().mapToObj(Character::toString).filter(text.get()::contains).findFirst();
    return bad.isEmpty()
        ? Judgement.pass()
        : Judgement.fail(
            spelt + "holds `" + bad.get() + "`, which is not allowed", Labels.at(value, filter));
  }

  /**
   * A metric filter publishes one metric, in a way that the API takes: one transformation, and
   * dimensions only without default value (F48, F52, F56, F145).
   */
  static Judgement oneTransformation(Step step) {
    Resource filter = step.resource();
    Value transformations = step.graph().property(filter, "transformations");
    if (transformations instanceof Value.Items items && items.items().size() != 1) {
      return Judgement.fail(
          "it has " + items.items().size() + " metric transformations, and one is the number",
          Labels.at(transformations, filter));
    }
    if (transformations instanceof Value.Choice choice
        && choice.candidates().stream().anyMatch(FilterAcceptance::isAnotherNumber)) {
      return Judgement.unknown(
          "it may have another number of metric transformations than one", transformations, filter);
    }
    if (transformations.isAbsent() && filter.property("metricName").isAbsent()) {
      return Judgement.fail("it has no metric transformation", Labels.at(transformations, filter));
    }
    Value dimensions = step.graph().property(filter, "dimensions");
    Value system = step.graph().property(filter, "systemDimensions");
    Judgement own =
        dimensions instanceof Value.Fields fields
            ? dimensions(step, filter, fields)
            : Judgement.pass();
    return own.and(published(step, filter, dimensions, system));
  }

  /** F145: the dimensions of the system count among the three, and a pattern must have fields. */
  private static Judgement published(Step step, Resource filter, Value own, Value system) {
    int fields = own instanceof Value.Fields some ? some.fields().size() : 0;
    int count = fields + (system instanceof Value.Items some ? some.items().size() : 0);
    if (count > MOST_DIMENSIONS) {
      return Judgement.fail(
          "it has " + count + " dimensions, more than " + MOST_DIMENSIONS,
          Labels.at(own.isAbsent() ? system : own, filter));
    }
    Value pattern = step.graph().property(filter, "pattern");
    boolean withoutFields =
        pattern.asText().map(WrittenPattern::parse).filter(WrittenPattern::hasNoFields).isPresent();
    return fields > 0 && withoutFields
        ? Judgement.fail(
            "dimensions take their values from fields, and its pattern names none",
            Labels.at(own, filter))
        : Judgement.pass();
  }

  private static boolean isAnotherNumber(Value transformations) {
    return transformations instanceof Value.Items items && items.items().size() != 1;
  }

  private static Judgement dimensions(Step step, Resource filter, Value.Fields dimensions) {
    Value otherwise = step.graph().property(filter, "defaultValue");
    if (otherwise.isKnown()) {
      return Judgement.fail(
          "dimensions and a default value exclude each other", Labels.at(otherwise, filter));
    }
    if (!otherwise.isAbsent()) {
      return Judgement.unknown(Shown.unknown(step, "defaultValue", otherwise), otherwise, filter);
    }
    List<String> wide =
        dimensions.fields().values().stream()
            .flatMap(value -> value.asText().stream())
            .filter(MANY_VALUED::contains)
            .toList();
    return wide.isEmpty()
        ? Judgement.pass()
        : Judgement.pass()
            .noting(
                new Note(
                    "many-valued-dimension",
                    "a dimension from `"
                        + wide.get(0)
                        + "` takes many values, and the service may disable a filter with 1000 of"
                        + " them in an hour (F56)",
                    filter.address()));
  }
}
