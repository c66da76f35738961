package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.MappingReader;
import io.trailproof.document.SchemaCheck;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EventsReaderTest {
  private final List<Diagnostic> problems = new ArrayList<>();

  private List<Event> read(String events) {
    var root = YamlReader.read(SourceFile.ofText("rule.yaml", events)).value().orElseThrow();
    return EventsReader.read(new MappingReader(root, RuleError.RULE, problems));
  }

  /** Place, message and help of each. */
  private List<String> told(String events) {
    problems.clear();
    read(events);
    return problems.stream()
        .map(
            one ->
                Objects.requireNonNull(one.primary()).span()
                    + " "
                    + one.message()
                    + (one.help().isEmpty() ? "" : " " + one.help()))
        .toList();
  }

  @Test
  void oneEntryNamesCallsOfOneService() {
    assertEquals(
        List.of(
            Event.call("DisableKey", "kms.amazonaws.com"),
            Event.call("ScheduleKeyDeletion", "kms.amazonaws.com")),
        read(
            """
            events:
              source: kms.amazonaws.com
              names: [DisableKey, ScheduleKeyDeletion]
            """));
    assertEquals(List.of(), problems);
  }

  @Test
  void entriesOfAListStandBesideEachOther() {
    List<Event> events =
        read(
            """
            events:
              - { source: kms.amazonaws.com, names: DisableKey, outcome: failure, access: write, regions: any }
              - source: signin.amazonaws.com
                names: [ConsoleLogin]
                when: '{ $.userIdentity.type = "Root" }'
                regions: { aws: us-east-1, aws-us-gov: us-gov-west-1 }
              - name: a refused call
                pattern: '{ $.errorCode = "AccessDenied*" }'
                access: both
            """);
    assertEquals(List.of(), problems);
    assertEquals(
        new Event(
            "DisableKey",
            "kms.amazonaws.com",
            Optional.empty(),
            Optional.empty(),
            CallOutcome.FAILURE,
            Optional.of(CallAccess.WRITE),
            Optional.of(Map.of())),
        events.get(0));
    assertEquals(
        new Event(
            "ConsoleLogin",
            "signin.amazonaws.com",
            Optional.empty(),
            Optional.of("{ $.userIdentity.type = \"Root\" }"),
            CallOutcome.SUCCESS,
            Optional.empty(),
            Optional.of(Map.of(Partition.AWS, "us-east-1", Partition.GOVERNMENT, "us-gov-west-1"))),
        events.get(1));
    assertEquals(
        new Event(
            "a refused call",
            "",
            Optional.of("{ $.errorCode = \"AccessDenied*\" }"),
            Optional.empty(),
            CallOutcome.ANY,
            Optional.of(CallAccess.BOTH),
            Optional.empty()),
        events.get(2));
  }

  @Test
  void anEventSaysWhatItRestsOn() {
    Event event =
        read("""
        events:
          source: cloudtrail.amazonaws.com
          names: [StopLogging]
          assumes: it is told of
        """)
            .get(0);
    assertEquals(List.of(), problems);
    assertEquals(Optional.of("it is told of"), event.assumes());
  }

  @Test
  void anEventMayBeABurst() {
    for (Map.Entry<String, Long> within :
        Map.of("90s", 90L, "5m", 300L, "168h", 604_800L).entrySet()) {
      Event event =
          read("""
          events:
            source: kms.amazonaws.com
            names: [DisableKey]
            times: 3
            within: %s
          """
                  .formatted(within.getKey()))
              .get(0);
      assertEquals(List.of(), problems);
      assertEquals(new Burst(3, within.getValue()), event.burst());
    }
    assertEquals(Burst.ONE, Event.call("DisableKey", "kms.amazonaws.com").burst());
  }

  @Test
  void whatIsNoBurstIsToldWithItsPlace() {
    String entry = "events:\n  name: x\n  pattern: '{ $.a = b }'\n";
    String times = " `times` is a whole number from 2 to 1000";
    String within = " `within` is a time such as `90s`, `5m` or `1h`, of a week at the most";
    Map<String, String> wrong =
        new TreeMap<>(
            Map.of(
                "  times: 3\n", "rule.yaml:4:10 `times` needs `within` beside it",
                "  within: 5m\n", "rule.yaml:4:11 `within` needs `times` beside it",
                "  times: 0\n  within: 5m\n", "rule.yaml:4:10" + times,
                "  times: 1\n  within: 5m\n", "rule.yaml:4:10" + times,
                "  times: 1001\n  within: 5m\n", "rule.yaml:4:10" + times,
                "  times: three\n  within: 5m\n", "rule.yaml:4:10" + times,
                "  times: 3\n  within: 169h\n", "rule.yaml:5:11" + within,
                "  times: 3\n  within: 0m\n", "rule.yaml:5:11" + within,
                "  times: 3\n  within: 5 minutes\n", "rule.yaml:5:11" + within));
    wrong.forEach((burst, told) -> assertEquals(List.of(told), told(entry + burst), burst));
  }

  /** The reader and the schema of editors take the same files. */
  @Test
  void theSchemaHoldsTheSame() {
    String rule =
        """
        id: own
        title: own
        claim: fires
        severity: high
        chain: cloudtrail-alarm
        controls: []
        events:
        """;
    for (String events :
        List.of(
            "  { source: kms.amazonaws.com, names: [DisableKey] }",
            """
              - { source: kms.amazonaws.com, names: [DisableKey], when: '{ $.a = b }' }
              - { name: x, pattern: '{ $.a = b }', regions: { aws: us-east-1 } }
              - { name: y, pattern: '{ $.a = c }', regions: any, outcome: failure }
            """)) {
      assertEquals(0, against(rule + events));
    }
    for (String events :
        List.of(
            "  { source: kms.amazonaws.com }",
            "  []",
            "  - { name: x, pattern: '{ $.a = b }', outcome: perhaps }",
            "  - { name: x, pattern: '{ $.a = b }', regions: everywhere }")) {
      assertEquals(true, against(rule + events) > 0, events);
    }
  }

  private static int against(String rule) {
    var root = YamlReader.read(SourceFile.ofText("rule.yaml", rule)).value().orElseThrow();
    return SchemaCheck.of("rule", RuleError.RULE).check(root).size();
  }

  @Test
  void whatIsWrongIsSaidAtItsPlace() {
    assertEquals(List.of("rule.yaml:1:1 a rule needs `events`"), told("events: []\n"));
    assertEquals(
        List.of(
            "rule.yaml:2:34 unknown key `name` [did you mean `names`?]",
            "rule.yaml:2:63 `outcome` is one of `success`, `failure`, not `succes` [did you mean"
                + " `success`?]",
            "rule.yaml:2:5 an entry of `events` has `names`, or a `pattern` with a `name`",
            "rule.yaml:4:47 the service would refuse the pattern: a condition is missing",
            "rule.yaml:5:29 the pattern of an event is no filter pattern for JSON records",
            "rule.yaml:6:52 `access` is one of `read`, `write`, `both`, not `reads` [did you mean"
                + " `read`?]",
            "rule.yaml:6:13 the event `words` is given twice [reports tell events apart by their"
                + " names; one of these can be a `pattern` with a `name` of its own]",
            "rule.yaml:7:51 `regions` is `any`, or gives a Region for partitions",
            "rule.yaml:8:54 unknown partition `aws-gov` [known: aws, aws-cn, aws-eusc, aws-iso,"
                + " aws-iso-b, aws-iso-e, aws-iso-f, aws-us-gov]",
            "rule.yaml:8:83 `cn-north-1` is no Region of the partition `aws`"),
        told(
            """
            events:
              - { source: kms.amazonaws.com, name: [DisableKey], outcome: succes }
              - name: a refused call
                pattern: '{ $.errorCode = AccessDenied && }'
              - { name: words, pattern: AccessDenied }
              - { name: words, pattern: '{ $.a = b }', access: reads }
              - { name: far, pattern: '{ $.a = b }', regions: eu-west-1 }
              - { name: away, pattern: '{ $.a = b }', regions: { aws-gov: us-gov-west-1, aws: cn-north-1 } }
            """));
  }

  @Test
  void anEventIsAPattern() {
    assertEquals(
        List.of(
            "{ ($.eventSource = \"kms.amazonaws.com\") && ($.eventName = \"DisableKey\")"
                + " && ($.a = b || $.a = c) }",
            "{ ($.eventSource = \"sts.amazonaws.com\") && ($.eventName = \"AssumeRole\")"
                + " && ($.errorCode = \"*\") }",
            "{ ($.eventSource = \"signin.amazonaws.com\") && ($.eventName = \"ConsoleLogin\")"
                + " && ($.responseElements.ConsoleLogin = \"Failure\") }",
            "{$.a = b || $.a = c}",
            "{ ($.a = b || $.a = c) && ($.eventSource = \"kms.amazonaws.com\") }"),
        read(
                """
                events:
                  - { source: kms.amazonaws.com, names: [DisableKey], when: '{ $.a = b || $.a = c }' }
                  - { source: sts.amazonaws.com, names: [AssumeRole], outcome: failure }
                  - { source: signin.amazonaws.com, names: [ConsoleLogin], outcome: failure }
                  - { name: one, pattern: ' {$.a = b || $.a = c} ' }
                  - { name: two, pattern: '{$.a = b || $.a = c}', source: kms.amazonaws.com }
                """)
            .stream()
            .map(Event::asPattern)
            .toList());
  }
}
