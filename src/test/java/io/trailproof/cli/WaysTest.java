package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which ways of telling somebody count, and what is said of those that do not (F98, F100). */
final class WaysTest {
  private static final Path TEMPLATES = Path.of("fixtures/cloudformation");
  private static final String NO_FILTER =
      TEMPLATES.resolve("event-rule-without-filter/template.yaml").toString();
  private static final String TWO_WAYS =
      TEMPLATES.resolve("events-of-two-ways/template.yaml").toString();
  private static final String OTHER = "\"source\": [\"aws.ec2\"]";

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Checked check(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--region", "us-east-1"));
    all.addAll(List.of(arguments));
    return Checked.of(all.toArray(String[]::new));
  }

  private static JsonNode ways(Checked checked) {
    return checked.json().at("/deployments/0/rules/0/ways");
  }

  /** How many events a way takes, or may, that are not proven by the ways that count. */
  private static int events(Checked checked, String kind) {
    for (JsonNode way : ways(checked).get("others")) {
      if (way.get("way").asText().equals("eventbridge")) {
        return way.get(kind).asInt();
      }
    }
    throw new AssertionError("the way counts");
  }

  private static String errors(String... arguments) {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(arguments));
    Invocation.Ended ended = Invocation.of(all.toArray(String[]::new));
    return ended.status() + " " + ended.err();
  }

  @Test
  void theWayThatControlsAskForCountsAlone() {
    Checked checked = check("--no-config", TWO_WAYS);
    assertEquals("fail", checked.verdict());
    assertEquals(6, checked.missing().size());
    assertEquals("[\"metric-filter\"]", ways(checked).get("counting").toString());
    assertEquals(6, events(checked, "takes"));
  }

  @Test
  void namedWaysCountEventByEvent() {
    Checked checked =
        check("--no-config", "--ways", "eventbridge", "--ways", "eventbridge", TWO_WAYS);
    assertEquals("pass", checked.verdict());
    assertEquals("[\"metric-filter\",\"eventbridge\"]", ways(checked).get("counting").toString());
    assertEquals("[\"eventbridge\"]", ways(checked).get("needed").toString());
  }

  @Test
  void configurationLetsAWayCountForItsRule() throws IOException {
    String config = file("c.yaml", "rules: { iam-policy-changes: { ways: [eventbridge] } }\n");
    assertEquals("pass", check("--config", config, NO_FILTER).verdict());
    String globs = file("g.yaml", "rules: { 'iam-*': { ways: all } }\n");
    assertEquals("pass", check("--config", globs, NO_FILTER).verdict());
    assertEquals("fail", check("--no-config", NO_FILTER).verdict());
  }

  @Test
  void theLastLineSaysWhichWaysWereLetCount() throws IOException {
    String config = file("c.yaml", "rules: { iam-policy-changes: { ways: eventbridge } }\n");
    Invocation.Ended needed =
        Invocation.of("check", "-q", "--region", "us-east-1", "--config", config, NO_FILTER);
    assertEquals(
        "1 rule proven; by `" + config + "`; `eventbridge` let count, 1 rule needs `eventbridge`\n",
        needed.out());
    Invocation.Ended unneeded =
        Invocation.of(
            "check", "-q", "--ways", "all", "fixtures/cloudformation/compliant-json/template.json");
    assertEquals("1 rule proven; `log-alarm` and `eventbridge` let count\n", unneeded.out());
  }

  @Test
  void waysThatThereAreNotAreRefused() throws IOException {
    String mistyped = errors("--ways", "eventbrige", NO_FILTER);
    assertTrue(
        mistyped.startsWith(
            "2 error[usage]: no rule has another way `eventbrige`; did you mean `eventbridge`?"),
        mistyped);
    for (String section :
        List.of(
            "iam-policy-changes: { ways: [eventbrige] }",
            "iam-policy-change: { ways: all }",
            "cis-4-4-audit: { ways: all }",
            "iam-policy-changes-eventbridge: { ways: all }",
            "iam-policy-changes: { way: all }",
            "iam-policy-changes: { ways: { all: true } }",
            "iam-policy-changes: eventbridge")) {
      String config = file("c.yaml", "rules: { " + section + " }\n");
      Checked checked = check("--config", config, NO_FILTER);
      assertEquals(3, checked.status(), section);
      assertTrue(checked.diagnostics().get(0).startsWith("invalid-config 1:"), section);
    }
    String list = file("c.yaml", "rules: [own-rules]\n");
    assertEquals(3, check("--config", list, NO_FILTER).status());
  }

  /** One event in which an event rule and a filter both fail hangs on what is nearer to right. */
  @Test
  void theNearestPathOfTheCountingWaysIsBlamed() throws IOException {
    String template = Files.readString(Path.of(NO_FILTER));
    String deaf = file("t.yaml", template.replace("Endpoint: security@hooli.test", "Endpoint: ''"));
    assertEquals(List.of("filter"), check("--no-config", deaf).findings());
    Checked both = check("--no-config", "--ways", "all", deaf);
    assertEquals("fail", both.verdict());
    assertEquals(List.of("sns-subscription-delivery"), both.findings());
  }

  @Test
  void whatHangsOnAConditionMayBeTaken() throws IOException {
    String template =
        Files.readString(Path.of(NO_FILTER))
            .replace(
                "Resources:\n",
                "Parameters:\n  Mode: { Type: String }\nConditions:\n  On: !Equals [!Ref Mode,"
                    + " 'yes']\nResources:\n")
            .replace(
                "      EventPattern:",
                "      State: !If [On, ENABLED, DISABLED]\n      EventPattern:");
    String open = file("t.yaml", template);
    Checked alone = check("--no-config", open);
    assertEquals("fail", alone.verdict());
    assertEquals(16, events(alone, "may"));
    String text = Invocation.of("check", "--no-config", "--region", "us-east-1", open).out();
    assertTrue(text.contains("16 may by EventBridge, which does not count here: "), text);
    assertTrue(text.contains("when `Mode` is not `yes`, it is `DISABLED`"), text);
    assertEquals("unknown", check("--no-config", "--ways", "all", open).verdict());
    assertEquals(
        "pass", check("--no-config", "--ways", "all", "--parameter", "Mode=yes", open).verdict());
  }

  /** In one case the filter does it, in the other the event rule: a control is not served. */
  @Test
  void whatNeedsAnotherWayInOneCaseNeedsIt() throws IOException {
    String template =
        Files.readString(Path.of(TWO_WAYS))
            .replace(
                "Resources:\n",
                "Parameters:\n  Mode: { Type: String }\nConditions:\n  On: !Equals [!Ref Mode,"
                    + " 'yes']\nResources:\n")
            .replaceFirst(
                "FilterPattern: .*", "FilterPattern: '{ \\$.eventSource = iam.amazonaws.com }'")
            .replaceFirst("eventName: .*", "eventName: [{ exists: true }]")
            .replace("Threshold: 1", "Threshold: !If [On, 1, 100]")
            .replace(
                "      EventPattern:",
                "      State: !If [On, DISABLED, ENABLED]\n      EventPattern:");
    String open = file("t.yaml", template);
    assertEquals("unknown", check("--no-config", open).verdict());
    Checked together = check("--no-config", "--ways", "all", open);
    assertEquals("pass", together.verdict());
    assertEquals("[\"eventbridge\"]", ways(together).get("needed").toString());
  }

  /** What is only declared proves nothing of the input, but may take the events. */
  @Test
  void aRuleThatIsOnlyDeclaredMayTakeThem() throws IOException {
    String template = Files.readString(Path.of(NO_FILTER));
    int from = template.indexOf("  PolicyCalls:");
    int to = template.indexOf("  Alerts:");
    Checked checked =
        check("--no-config", file("t.yaml", template.substring(0, from) + template.substring(to)));
    assertEquals(0, events(checked, "may"), "without any rule");
    String declared =
        """
        declared:
          calls:
            type: aws.events.Rule
            name: calls
            arn: arn:aws:events:us-east-1:111122223333:rule/calls
            pattern: { source: [aws.iam] }
          toTopic: { type: aws.events.Target, rule: !ref calls.name, target: arn:aws:sns:us-east-1:111122223333:alerts }
        """;
    Checked with = check("--config", file("c.yaml", declared), folder.resolve("t.yaml").toString());
    assertEquals("fail", with.verdict());
    assertEquals(16, events(with, "may"), with.text());
  }

  /** An event rule that is about something else makes nothing of the rule's concern. */
  @Test
  void whatAFolderTurnsUpIsJudgedByTheWaysThatCount() throws IOException {
    String rule =
        """
        { "Resources": { "Rule": { "Type": "AWS::Events::Rule", "Properties": {
          "EventPattern": { %s } } } } }
        """;
    Path calls = Files.createDirectory(folder.resolve("calls"));
    Files.writeString(
        calls.resolve("template.json"),
        rule.formatted("\"detail-type\": [\"AWS API Call via CloudTrail\"]"));
    Path others = Files.createDirectory(folder.resolve("others"));
    Files.writeString(
        others.resolve("template.json"),
        rule.formatted(OTHER + ", \"detail-type\": [\"EC2 Instance State-change Notification\"]"));
    for (String[] one :
        new String[][] {
          {calls.toString(), "not-applicable", "fail"},
          {others.toString(), "not-applicable", "not-applicable"}
        }) {
      assertEquals(one[1], check("--no-config", one[0]).verdict(), one[0]);
      assertEquals(one[2], check("--no-config", "--ways", "all", one[0]).verdict(), one[0]);
    }
  }

  @Test
  void wordsHaveTheirOneWay() {
    Checked checked = Checked.ofRule("cis-4-4-audit", "--no-config", "--ways", "all", NO_FILTER);
    assertEquals("[\"metric-filter\"]", ways(checked).get("counting").toString());
    assertEquals("[]", ways(checked).get("others").toString());
    assertEquals("fail", checked.verdict());
  }

  /** What another way takes does not get away, so a contradiction would not be one. */
  @Test
  void nobodyIsSaidToBeToldNothingWhomAnotherWayTells() {
    String text =
        Invocation.of(
                "check",
                "--no-config",
                "--region",
                "us-east-1",
                "--rule",
                "cis-4-4-audit",
                NO_FILTER)
            .out();
    assertTrue(text.contains("detected another way, by EventBridge"), text);
    assertFalse(text.contains("nobody is told"), text);
  }

  @Test
  void aFolderThatHoldsALogAlarmIsAboutTheRule() throws IOException {
    String alone =
        """
        Resources:
          Errors:
            Type: AWS::CloudWatch::LogAlarm
            Properties:
              ScheduledQueryConfiguration:
                QueryString: filter eventSource = "iam.amazonaws.com"
                LogGroupIdentifiers: [/trail]
        """;
    file("template.yaml", alone);
    assertEquals("unknown", check("--no-config", folder.toString()).verdict());
    file("template.yaml", alone.replace("LogAlarm", "Dashboard"));
    assertEquals(3, check("--no-config", folder.toString()).status());
  }
}
