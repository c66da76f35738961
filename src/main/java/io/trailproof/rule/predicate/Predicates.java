package io.trailproof.rule.predicate;

import static io.trailproof.rule.Predicate.ofEvent;
import static io.trailproof.rule.Predicate.ofKind;

import io.trailproof.rule.ByEvent;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import java.util.List;

/** Every predicate that a rule may name. */
public final class Predicates {
  private static final List<Parameter> SERVICE = List.of(Parameter.optional("service"));

  /** In the order of the chain; what audits ask comes last. */
  public static final List<Predicate> ALL =
      List.of(
          ofKind(
              "records-event",
              "the event selectors of the trail take the event",
              TrailRecording::takesEvent),
          ofKind(
              "takes-global-events",
              "the trail takes the events of global services, where the event is one",
              TrailRecording::takesGlobalEvents),
          ofKind(
              "hears-event-region",
              "the trail gets events from the Region in which the event is recorded",
              TrailRecording::hearsEventRegion),
          Predicate.of(
              "trail-accepted",
              "CloudTrail takes a trail that is made or changed: its name, and what bucket, key and"
                  + " topic let it do",
              TrailAcceptance::judge),
          ofEvent(
              "recorded-by-trails-alone",
              "nothing else than a trail brings records of CloudTrail to the log group",
              RecordSources::areTrailsAlone),
          Predicate.of(
              "trail-names-log-group-by-arn",
              "the trail before the log group names it by an ARN that ends in `:*`",
              TrailDelivery::namesLogGroupByArn),
          Predicate.of(
              "names-rightly",
              "the resource names what it leads to as the API takes it, by ARN or by name; what"
                  + " other requirements ask of stands in `besides`",
              List.of(Parameter.optional("besides")),
              Naming::ofLink),
          Predicate.of(
              "in-same-place",
              "the resource lives in the Region and account of the resource before it, or with"
                  + " `account: any` in its Region, with `region: any` in its account",
              List.of(
                  Parameter.optional("account", "same", "any"),
                  Parameter.optional("region", "same", "any")),
              SamePlace::judge),
          Predicate.of(
              "stands-in-input",
              "the resource stands in a plan or template, and is not only declared beside them",
              Declaration::standsInInput),
          Predicate.of(
              "key-lets-logs-encrypt",
              "the log group has no key of its own, or one that CloudWatch Logs may use",
              KeyUse::logsEncrypt),
          Predicate.of(
              "class-has-filters",
              "the log group is of a class that has metric filters",
              LogGroupClass::takesFilters),
          Predicate.of(
              "told-by-filters-alone",
              "nothing else may tell somebody of what the log group takes: no event rule hears of a"
                  + " scheduled query over it",
              ScheduledQueries::judge),
          Predicate.of(
              "log-group-takes-filter",
              "the log group before the filter has at most 100 filters, of which 5 use regular"
                  + " expressions",
              FilterAcceptance::logGroupHasRoom),
          Predicate.of(
              "legal-names",
              "the names of the filter, of its metric and of the namespace hold no forbidden"
                  + " character and are not too long",
              FilterAcceptance::legalNames),
          Predicate.of(
              "one-transformation",
              "the filter has one metric transformation, with dimensions or a default value but not"
                  + " both",
              FilterAcceptance::oneTransformation),
          Predicate.of(
              "filter-sees-the-record",
              "no transformer and no field selection stand between the record and the filter",
              UnalteredRecords::judge),
          ofEvent(
              "matches-event",
              "the filter's pattern, with those of other filters on its metric, matches every"
                  + " record of the event",
              PatternCoverage::judge),
          Predicate.of(
                  "watches-metric-name",
                  "the alarm, or one of its queries, reads a metric of the name that the filter"
                      + " publishes",
                  AlarmMetric::watchesName)
              .among(AlarmMetric.NAMES),
          Predicate.of(
                  "watches-namespace",
                  "the alarm reads the metric of the filter before it in the filter's namespace",
                  AlarmMetric::watchesNamespace)
              .among(AlarmMetric.NAMESPACES),
          ofKind(
              "watches-dimensions",
              "the alarm asks for the dimensions that the filter before it publishes for the event",
              AlarmDimensions::judge),
          ofKind(
              "fires-on-one-event",
              "one event, or the burst that a rule asks about, moves the alarm into ALARM, as far"
                  + " as the aspect named by `aspect` goes",
              List.of(Parameter.needed("aspect", AlarmFiring.ASPECTS)),
              AlarmFiring::judge),
          ofKind(
              "fires-in-time",
              "an alarm that one event, or its burst, moves into ALARM is there within the seconds"
                  + " that `within` tells, if it tells any",
              List.of(Parameter.seconds("within")),
              AlarmFiring::inTime),
          ofKind(
                  "acts-for-alarm",
                  "the resource is the alarm before it, or a composite alarm that follows it into"
                      + " ALARM",
                  AlarmActions::actsForAlarm)
              .among(AlarmActions.ALARM_OR_COMPOSITE),
          Predicate.of(
              "composite-accepted",
              "the composite alarm has actions of kinds that composite alarms take, and both"
                  + " waiting times if another alarm suppresses them",
              CompositeAcceptance::judge),
          Predicate.of(
              "told-by-actions-alone",
              "nothing else makes a message of the alarm's changes of state",
              StateChanges::judge),
          Predicate.of("actions-fit", "the alarm has at most five actions", AlarmActions::fit),
          ofKind(
              "actions-are-taken",
              "no mute rule holds the actions back at all times, and the alarm that suppresses"
                  + " them, if there is one, does not go into ALARM with it",
              AlarmActions::taken),
          Predicate.of(
              "trail-may-deliver",
              "the trail before the log group has a role that CloudTrail may assume and that may"
                  + " write to the group",
              TrailDelivery::mayDeliver),
          Predicate.of(
              "legal-topic-name",
              "the name of the topic holds no forbidden character, is not too long, and ends in"
                  + " `.fifo` exactly if it is a FIFO topic",
              MessagingName::ofTopic),
          Predicate.of(
              "topic-takes-alarms",
              "the topic is no FIFO topic, which alarms cannot publish to without content-based"
                  + " deduplication",
              TopicAccess::takesAlarms),
          Predicate.of(
              "topic-lets-alarm-publish",
              "the topic lets CloudWatch alarms publish, as its default policy does, or the"
                  + " `service` named, as that does not",
              SERVICE,
              TopicAccess::letsPublish),
          Predicate.of(
              "key-lets-alarm-publish",
              "the topic is not encrypted, or with a key that CloudWatch alarms, or the `service`"
                  + " named, may use",
              SERVICE,
              KeyUse::publish),
          Predicate.of(
              "topic-takes-message",
              "the topic takes messages of the size of an alarm's, or of an event's, and refuses"
                  + " none for what it says",
              List.of(Parameter.optional("message", "alarm", "event")),
              TopicMessages::takes),
          Predicate.of(
              "function-lets-invoke",
              "the function has a permission for CloudWatch alarms, or for the `service` named",
              SERVICE,
              MachineAccess::functionLetsInvoke),
          Predicate.of(
              "opens-item",
              "the action opens an OpsItem or an incident; of an investigation nobody is known to"
                  + " be told",
              AlarmActions::opensItem),
          Predicate.of(
              "hears-cloudtrail",
              "the event rule may take what CloudTrail sends; one on a schedule, or on other kinds"
                  + " of events, does not",
              EventRules::hearsCloudTrail),
          ofEvent(
              "event-rule-matches",
              "the event pattern of the rule matches every event of the kind",
              EventRules::matches),
          Predicate.of(
              "on-default-bus",
              "the event bus that an event rule or a target names, by name or by ARN, is the"
                  + " default one of its Region and account",
              DefaultBus::judge),
          ofKind(
              "event-rule-hears-region",
              "the event rule stands in the Region in which the event is recorded",
              EventRules::hearsRegion),
          Predicate.of(
                  "subscription-receives-alarms",
                  "the subscription has a protocol and an endpoint, and no filter policy keeps what"
                      + " is published from it",
                  List.of(Parameter.optional("message", "alarm", "event")),
                  Subscribers::receives)
              .lookingFurtherBack(),
          Predicate.of(
              "log-group-runs-queries",
              "the log group is of a class on which log alarms run their queries",
              QueriedGroup::runsQueries),
          Predicate.of(
              "reads-log-group",
              "the log group before the log alarm is one of those that its query reads",
              QueriedGroup::reads),
          Predicate.of(
              "names-log-group-plainly",
              "the log alarm names its log groups by name, or by an ARN without `:*` behind it",
              QueriedGroup::namesPlainly),
          Predicate.of(
              "query-sees-the-record",
              "no transformer changes the records of the log group before the log alarm",
              QueriedGroup::seesTheRecord),
          ofEvent(
              "query-finds-event",
              "the query of the log alarm leaves a row for every record of the event",
              QueryCoverage::judge),
          Predicate.of(
              "query-role-may-read",
              "the role of the log alarm lets CloudWatch Logs run the query on the log group before"
                  + " it",
              QueryRole::judge),
          ofKind(
              "fires-on-one-row",
              "one row that the query leaves, or the burst that a rule asks about, moves the log"
                  + " alarm into ALARM, as far as the aspect named by `aspect` goes",
              List.of(Parameter.needed("aspect", LogAlarmFiring.ASPECTS)),
              (step, kind, arguments) -> ByEvent.same(LogAlarmFiring.judge(step, kind, arguments))),
          Predicate.of(
              "shows-log-alarms",
              "the subscriber is no chat channel, of which no text says that it shows log alarms",
              Subscribers::showsLogAlarms),
          ofKind(
              "records-all-management-events",
              "one event selector of the trail takes all management events, reads and writes",
              TrailRecording::takesAllManagementEvents),
          ofKind(
              "pattern-has-names",
              "every event name of the pattern that `benchmark` gives, or that `earlier` gives, is"
                  + " an alternative of the filter's own, with no other term beside it than the"
                  + " service, which stands where that pattern has it; of a pattern that describes"
                  + " records, the terms are the filter's",
              List.of(Parameter.needed("benchmark", List.of()), Parameter.optional("earlier")),
              (step, kind, arguments) ->
                  ByEvent.same(PrescribedPattern.hasNames(step, kind, arguments))),
          ofKind(
              "pattern-is-prescribed",
              "the filter's pattern is one of those that the arguments give, to the letter but for"
                  + " blanks",
              List.of(Parameter.needed("recommended", List.of()), Parameter.optional("benchmark")),
              (step, kind, arguments) ->
                  ByEvent.same(PrescribedPattern.isPrescribed(step, arguments))),
          Predicate.of(
              "names-one-metric",
              "the alarm names one metric of its own, and no queries",
              AlarmMetric::namesOne),
          Predicate.of(
              "subscription-is-confirmed",
              "nobody has still to confirm the subscription, as far as the input tells",
              Subscribers::isConfirmed));

  private Predicates() {}
}
