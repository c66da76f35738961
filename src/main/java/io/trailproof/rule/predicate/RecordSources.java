package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.RecordedCalls;
import io.trailproof.rule.adapter.TrailAdapter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What brings records of CloudTrail into a log group without a trail beside it: telemetry rules and
 * centralization rules (F240, F242).
 */
final class RecordSources {
  private static final String TELEMETRY = "aws.observabilityadmin.TelemetryRule";
  private static final String CENTRALIZATION = "aws.observabilityadmin.CentralizationRule";

  /** The groups that CloudTrail fills for a telemetry rule which names none. */
  private static final List<String> BY_DEFAULT =
      List.of("aws/cloudtrail/managementevents", "aws/cloudtrail/dataevents");

  /** Groups that a service makes and no trail can name. */
  private static final String RESERVED = "aws/";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  private static final Pattern ONE_GROUP =
      Pattern.compile("\\s*LogGroupName\\s*=\\s*\"([^\"*]+)\"\\s*");

  private final Step step;
  private final Resource group;

  private RecordSources(Step step) {
    this.step = step;
    this.group = step.resource();
  }

  /**
   * Unknown if something else than a trail may bring the event's records to a log group; fails if
   * what fills it leaves them out and nothing else can fill it.
   */
  static Judgement areTrailsAlone(Step step, Event event) {
    return new RecordSources(step).judge(event);
  }

  private Judgement judge(Event event) {
    Judgement best = null;
    for (Resource rule : step.graph().ofType(TELEMETRY)) {
      if (isOfCloudTrail(rule) && fills(rule, BY_DEFAULT)) {
        Judgement one = byTelemetry(rule, event);
        best = best == null ? one : best.or(one);
      }
    }
    for (Resource rule : step.graph().ofType(CENTRALIZATION)) {
      if (isDestination(rule)) {
        Judgement one = byCopying(rule);
        best = best == null ? one : best.or(one);
      }
    }
    return best == null ? Judgement.pass() : best;
  }

  private boolean isOfCloudTrail(Resource rule) {
    return step.graph()
            .property(rule, "resourceType")
            .asText()
            .map("AWS::CloudTrail"::equals)
            .orElse(true)
        && step.graph().property(rule, "telemetry").asText().map("Logs"::equals).orElse(true);
  }

  private Judgement byTelemetry(Resource rule, Event event) {
    String named = "telemetry rule `" + rule.address() + "`";
    Truth taken =
        RecordedCalls.taken(new TrailAdapter(step.graph()).selectors(rule), event).answer();
    Value selectors = rule.property("advancedEventSelectors");
    if (taken == Truth.NO) {
      return name().filter(text -> text.startsWith(RESERVED)).isPresent()
          ? Judgement.fail(
              named + " fills log group `" + group.address() + "` and leaves the event out",
              Labels.at(selectors, rule))
          : Judgement.pass();
    }
    return Judgement.unknown(
        named
            + " lets CloudTrail deliver to log group `"
            + group.address()
            + "` without a trail, and no text says in which Region the events of IAM arrive"
            + " (F240)",
        Labels.at(selectors, rule));
  }

  /** A copy of the records of other groups; a group of the same name stands for several. */
  private Judgement byCopying(Resource rule) {
    String named = "centralization rule `" + rule.address() + "`";
    if (skips(rule)) {
      return Judgement.pass();
    }
    return Judgement.unknown(
        named
            + " copies records to log group `"
            + group.address()
            + "`, and whose they are the input does not tell (F242)",
        Labels.at(rule.property("destination"), rule));
  }

  /** It leaves out the one group that it copies, since that has a key of its own. */
  private boolean skips(Resource rule) {
    boolean skipping =
        step.graph().property(rule, "encrypted").asText().filter("SKIP"::equals).isPresent();
    Optional<String> criteria = step.graph().property(rule, "groups").asText();
    Matcher one = ONE_GROUP.matcher(criteria.orElse(""));
    if (!skipping || !one.matches()) {
      return false;
    }
    List<Resource> sources =
        ResourceIndex.of(step.graph())
            .having(
                "aws.logs.LogGroup",
                "name",
                Value.text(one.group(1), group.property("name").origin()));
    return !sources.isEmpty()
        && sources.stream().allMatch(source -> step.graph().property(source, "kmsKey").isKnown());
  }

  private boolean isDestination(Resource rule) {
    return mayBe(rule.property("account"), group.place().account())
        && mayBe(rule.property("destinationRegion"), group.place().region())
        && fills(rule, List.of());
  }

  private boolean mayBe(Value said, Value there) {
    return said.isAbsent() || step.graph().same(said, there) != Truth.NO;
  }

  /** Whether a group has the name that a rule gives, or one of those that stand in for it. */
  private boolean fills(Resource rule, List<String> otherwise) {
    Value pattern = step.graph().property(rule, "destination");
    if (pattern.isAbsent()) {
      return name().filter(otherwise::contains).isPresent();
    }
    if (step.graph().same(pattern, group.property("name")) == Truth.YES) {
      return true;
    }
    Optional<String> text = pattern.asText();
    return text.isPresent()
        && text.get().contains("${")
        && name().filter(Pattern.compile(expression(text.get())).asMatchPredicate()).isPresent();
  }

  private static String expression(String pattern) {
    StringBuilder expression = new StringBuilder();
    int from = 0;
    Matcher variable = VARIABLE.matcher(pattern);
    while (variable.find()) {
      expression.append(Pattern.quote(pattern.substring(from, variable.start()))).append(".+");
      from = variable.end();
    }
    return expression.append(Pattern.quote(pattern.substring(from))).toString();
  }

  private Optional<String> name() {
    return step.graph().property(group, "name").asText();
  }
}
