package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a metric may get while the record comes: how much else is logged, no input shows, so that it
 * is played through with nothing else and with something in every minute (F50, F53, F141 to F143).
 */
record AlarmWorlds(Surroundings around, TracedRecord record) {
  /** What is written in nearly any account all the time. */
  private static final List<String> ORDINARY =
      List.of(
          ordinary("ec2.amazonaws.com", "DescribeInstances"),
          ordinary("sts.amazonaws.com", "AssumeRole"),
          ordinary("kms.amazonaws.com", "Decrypt"),
          ordinary("s3.amazonaws.com", "GetBucketAcl"));

  private static String ordinary(String source, String name) {
    return ("{\"eventVersion\":\"1.09\",\"userIdentity\":{\"type\":\"AssumedRole\",\"arn\":"
            + "\"arn:aws:sts::111122223333:assumed-role/app/app\",\"accountId\":\"111122223333\"},"
            + "\"eventTime\":\"2026-01-01T00:00:00Z\",\"eventSource\":\"%s\",\"eventName\":\"%s\","
            + "\"awsRegion\":\"us-east-1\",\"sourceIPAddress\":\"192.0.2.1\",\"readOnly\":true,"
            + "\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"eventCategory\":"
            + "\"Management\",\"recipientAccountId\":\"111122223333\"}")
        .formatted(source, name);
  }

  /**
   * One way in which it may be.
   *
   * @param samples what the metric gets in the minute of the record
   * @param quiet what it gets in every other minute
   */
  private record World(String words, List<BigDecimal> samples, List<BigDecimal> quiet) {}

  /** Says what an alarm does in each of them. */
  void of(AlarmClock.Settings settings, Resource filter, Sayings said) {
    Optional<List<World>> worlds = worlds(filter, said);
    if (worlds.isEmpty()) {
      return;
    }
    List<World> all = worlds.get();
    List<Truth> answers = new ArrayList<>();
    for (World world : all) {
      Optional<AlarmClock.Course> course =
          new AlarmClock(settings, world.samples, world.quiet).course();
      Truth fires =
          course
              .map(
                  one ->
                      Truth.of(one.before() != AlarmClock.State.ALARM && one.goesOff().isPresent()))
              .orElse(Truth.UNKNOWN);
      answers.add(fires);
      String when = all.size() > 1 ? world.words + ": " : "";
      String what =
          course
              .map(one -> AlarmWords.of(one))
              .orElse("it hangs on how far back the alarm looks, which no text says");
      said.say(all.size() > 1 && !fires.isYes() ? Truth.UNKNOWN : fires, when + what);
    }
    if (answers.size() > 1 && answers.stream().allMatch(Truth::isNo)) {
      said.no("it goes off in no case");
    }
  }

  private Optional<List<World>> worlds(Resource filter, Sayings said) {
    Published own = Published.by(around, filter, record);
    if (own.value().isEmpty()) {
      said.unknown("what the metric gets cannot be told");
      return Optional.empty();
    }
    List<BigDecimal> atOnce = new ArrayList<>(List.of(own.value().get()));
    List<BigDecimal> always = new ArrayList<>();
    boolean told = busy(filter, always);
    FilterStep filters = new FilterStep(around, record);
    Optional<Resource> group = filters.groupOf(filter);
    for (Resource other : around.inOrder("aws.logs.MetricFilter")) {
      Truth shares = sharesMetric(filter, other);
      if (shares.isNo() || other.id().equals(filter.id())) {
        continue;
      }
      boolean besideIt = group.isPresent() && filters.groupOf(other).equals(group);
      Truth takes = besideIt ? filters.match(other).matches() : Truth.NO;
      Published more = Published.by(around, other, record);
      told &= shares.isYes() && around.of(other).passes().isYes();
      told &= around.graph().same(filter.property("unit"), other.property("unit")).isYes();
      told &= group.isPresent() && filters.groupOf(other).isPresent() && !takes.isUnknown();
      told &= takes.isNo() || more.value().isPresent();
      if (takes.isYes()) {
        more.value().ifPresent(atOnce::add);
      } else if (besideIt) {
        level(other).ifPresent(atOnce::add);
      }
      told &= busy(other, always);
    }
    if (!told) {
      said.unknown("what else is published to the metric cannot be told");
      return Optional.empty();
    }
    World alone = new World("where nothing else is logged", atOnce, List.of());
    return Optional.of(
        always.isEmpty()
            ? List.of(alone)
            : List.of(
                alone, new World("where something is logged in every minute", atOnce, always)));
  }

  private Truth sharesMetric(Resource filter, Resource other) {
    ResourceGraph graph = around.graph();
    return graph
        .same(filter.property("metricName"), other.property("metricName"))
        .and(graph.same(filter.property("namespace"), other.property("namespace")))
        .and(around.together(filter, other))
        .and(FilterStep.publishesPlainly(around, other) ? Truth.YES : Truth.UNKNOWN);
  }

  private Optional<BigDecimal> level(Resource filter) {
    return around.readings().number(filter, "defaultValue");
  }

  /** Adds what a filter publishes in a busy minute; false where that cannot be told. */
  private boolean busy(Resource filter, List<BigDecimal> into) {
    Partial<String> level = around.readings().text(filter, "defaultValue");
    Truth takes = Truth.NO;
    for (String message : ORDINARY) {
      TracedRecord ordinary = TracedRecord.of(message).orElseThrow();
      takes = takes.or(new FilterStep(around, ordinary).match(filter).matches());
    }
    if (takes.isNo()) {
      level(filter).ifPresent(into::add);
      return level.isUnset() || level(filter).isPresent();
    }
    Optional<BigDecimal> value =
        around.readings().text(filter, "value").toOptional().flatMap(Readings::decimal);
    value.ifPresent(into::add);
    return takes.isYes() && value.isPresent();
  }
}
