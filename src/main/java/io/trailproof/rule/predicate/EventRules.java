package io.trailproof.rule.predicate;

import io.trailproof.aws.eventpattern.EventPattern;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.aws.eventselector.TrailReach;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.CallAccess;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.OpenPart;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.JsonAdapter;
import io.trailproof.rule.adapter.RecordedRegions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an event rule takes an event (F98). */
final class EventRules {
  /** Members of every record, which hold something else in each. */
  private static final List<String> ALWAYS =
      List.of(
          "eventVersion", "userIdentity", "eventTime", "sourceIPAddress", "userAgent", "eventID");

  /** Members that a record may have. A change that was made has no error code (F29). */
  private static final List<String> SOMETIMES =
      List.of(
          "requestParameters",
          "responseElements",
          "requestID",
          "additionalEventData",
          "tlsDetails");

  private EventRules() {}

  /** The pattern of an event rule matches every event that CloudTrail makes of the call (F98). */
  static Judgement matches(Step step, Event event) {
    Resource rule = step.resource();
    Value value = step.graph().property(rule, "pattern");
    if (value.isAbsent()) {
      return Judgement.fail("it has no event pattern", Labels.at(value, rule));
    }
    if (!value.isKnown() && !(value instanceof Value.Fields)) {
      return Judgement.unknown(Shown.unknown(step, "pattern", value), value, rule);
    }
    Optional<Json> tree = new JsonAdapter(step.graph()).document(value);
    if (tree.isEmpty()) {
      return Judgement.fail("it is no JSON, the API will refuse it", Labels.at(value, rule));
    }
    EventPattern.Parsed parsed = EventPattern.of(tree.get());
    if (parsed.pattern().isEmpty()) {
      return Judgement.fail(parsed.problem() + ", the API will refuse it", Labels.at(value, rule));
    }
    if (event.pattern().isPresent() || event.when().isPresent()) {
      return Judgement.unknown(
          "what a partial record stands for is not held against event patterns", value, rule);
    }
    if (event.access().filter(access -> access != CallAccess.WRITE).isPresent()) {
      return Judgement.unknown("which reads are sent to a bus is not worked out", value, rule);
    }
    Json said = said(step, event);
    Truth answer = parsed.pattern().get().matches(said);
    String fields = String.join("`, `", parsed.pattern().get().obstacles(said));
    return switch (answer) {
      case YES -> Judgement.pass();
      case UNKNOWN -> Judgement.unknown(open(step, value, tree.get()), value, rule);
      case NO ->
          Judgement.fail(
              fields.isEmpty()
                  ? "some events get away"
                  : "events get away because of `" + fields + "`",
              Labels.at(value, rule));
    };
  }

  /** What it hangs on whether a pattern takes an event: a part of it, or the rule's own place. */
  private static String open(Step step, Value pattern, Json tree) {
    String whether = "whether the event pattern matches is not known";
    if (OpenPart.of(pattern).isPresent()) {
      return whether + ": " + Shown.unknown(step, "pattern", pattern);
    }
    Place place = step.resource().place();
    if (names(tree, "account", "recipientAccountId") && !isTold(step, place.account())) {
      return whether + ": it asks for an account, and its account is not in the input";
    }
    return names(tree, "region", "awsRegion") && !isTold(step, place.region())
        ? whether + ": it asks for a Region, and its Region is not in the input"
        : whether;
  }

  private static boolean isTold(Step step, Value value) {
    return step.graph().resolve(value).asText().isPresent();
  }

  private static boolean names(Json tree, String member, String ofRecord) {
    return tree instanceof Json.Obj all
        && (all.members().containsKey(member)
            || (all.members().get("detail") instanceof Json.Obj detail
                && detail.members().containsKey(ofRecord)));
  }

  private static final String KIND = "detail-type";

  /** The kinds of events that CloudTrail sends (F98). */
  private static final List<String> SENT_BY_CLOUDTRAIL =
      List.of(
          "AWS API Call via CloudTrail",
          "AWS Console Sign In via CloudTrail",
          "AWS Service Event via CloudTrail",
          "AWS Insight via CloudTrail");

  /**
   * The rule may take what CloudTrail sends, as far as its pattern tells by the kind of events; one
   * on a schedule, or on the events of some service, does not.
   */
  static Judgement hearsCloudTrail(Step step) {
    Resource rule = step.resource();
    Value value = step.graph().property(rule, "pattern");
    if (value.isAbsent()) {
      return Judgement.fail("it has no event pattern", Labels.at(value, rule));
    }
    if (!value.isKnown() && !(value instanceof Value.Fields)) {
      return Judgement.unknown(Shown.unknown(step, "pattern", value), value, rule);
    }
    boolean may =
        new JsonAdapter(step.graph())
            .document(value)
            .filter(tree -> tree instanceof Json.Obj)
            .map(tree -> ((Json.Obj) tree).members())
            .filter(all -> !all.containsKey(KIND) || takesKind(all.get(KIND)))
            .isPresent();
    return may
        ? Judgement.pass()
        : Judgement.fail("its pattern is about other events", Labels.at(value, rule));
  }

  private static boolean takesKind(Json kinds) {
    return EventPattern.of(new Json.Obj(Map.of(KIND, kinds)))
        .pattern()
        .map(
            pattern ->
                SENT_BY_CLOUDTRAIL.stream()
                    .map(kind -> new Json.Obj(Map.of(KIND, new Json.Str(kind))))
                    .anyMatch(event -> pattern.matches(event) != Truth.NO))
        .orElse(true); // what the API refuses tells nothing
  }

  /** Whether a rule certainly takes an event, or certainly does not; unknown if unreadable. */
  static Truth takes(ResourceGraph graph, Resource rule, Json said) {
    return new JsonAdapter(graph)
        .document(graph.property(rule, "pattern"))
        .flatMap(tree -> EventPattern.of(tree).pattern())
        .map(pattern -> pattern.matches(said))
        .orElse(Truth.UNKNOWN);
  }

  private static Json said(Step step, Event event) {
    JsonAdapter values = new JsonAdapter(step.graph());
    Json region = values.given(step.resource().place().region());
    Json account = values.given(step.resource().place().account());
    Map<String, Json> detail = new LinkedHashMap<>();
    ALWAYS.forEach(name -> detail.put(name, new Json.Varies(true)));
    SOMETIMES.forEach(name -> detail.put(name, new Json.Varies(false)));
    detail.put("eventSource", new Json.Str(event.source()));
    detail.put("eventName", new Json.Str(event.name()));
    detail.put("awsRegion", region);
    detail.put("recipientAccountId", account);
    boolean signIn = event.source().equals("signin.amazonaws.com");
    detail.put("eventType", new Json.Str(signIn ? "AwsConsoleSignIn" : "AwsApiCall"));
    if (event.outcome() == CallOutcome.FAILURE) {
      detail.put("errorCode", new Json.Varies(!signIn));
      detail.put("errorMessage", new Json.Varies(false));
    }
    detail.put("eventCategory", new Json.Str("Management"));
    detail.put("managementEvent", Json.Bool.TRUE);
    detail.put("readOnly", Json.Bool.FALSE);
    detail.put("sessionCredentialFromConsole", new Json.Varies(false));
    Map<String, Json> all = new LinkedHashMap<>();
    all.put("version", new Json.Str("0"));
    all.put("id", new Json.Varies(true));
    all.put("time", new Json.Varies(true));
    all.put(
        "source", new Json.Str(event.source().replaceFirst("(.*)\\.amazonaws\\.com", "aws.$1")));
    all.put("detail-type", new Json.Str(SENT_BY_CLOUDTRAIL.get(signIn ? 1 : 0)));
    all.put("region", region);
    all.put("account", account);
    all.put("resources", new Json.Arr(List.of()));
    all.put("detail", new Json.Obj(detail));
    return new Json.Obj(all);
  }

  /** An event rule stands in the one Region to whose bus the event is sent (F98). */
  static ByEvent<Judgement> hearsRegion(Step step, EventKind kind) {
    Resource rule = step.resource();
    Optional<String> region = step.graph().resolve(rule.place().region()).asText();
    if (region.isEmpty()) {
      return ByEvent.same(
          Judgement.unknown(
              "`"
                  + rule.address()
                  + "` hears of one Region alone, and its Region is not in the input"));
    }
    // A bus hears what a trail of its own Region would.
    TrailReach reach =
        new TrailReach(Partial.known(false), Partial.known(true), Partial.known(region.get()));
    return RecordedRegions.heard(reach, kind)
        .then(
            recording ->
                RecordedRegions.areOneEach(kind)
                    .map(oneEach -> heard(rule, region.get(), recording, oneEach)));
  }

  private static Judgement heard(
      Resource rule, String region, Recording recording, boolean oneEach) {
    return switch (recording.answer()) {
      case YES -> Judgement.pass();
      case NO ->
          Judgement.fail(
              oneEach
                  ? "it is in `" + region + "`, where the event is not sent"
                  : "it is in `" + region + "`, and the event is sent in every Region",
              Labels.at(rule.property("name"), rule));
      case UNKNOWN ->
          Judgement.unknown(
              "whether the event is sent to the bus in `" + region + "` is not known");
    };
  }
}
