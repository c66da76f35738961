package io.trailproof.rule.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.YamlReader;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.RulesFolder;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RuleCaseReaderTest {
  private static final String FILE =
      """
      rule: iam-policy-changes
      base:
        topic: { type: aws.sns.Topic, name: t, fifo: true }
        mail: { type: aws.sns.Subscription, topic: !ref topic.arn, protocol: !unknown comes later }
      cases:
        - name: first
          change: { topic: { existence: existing, fifo: null, region: eu-west-1 } }
          remove: [mail]
          expect: { verdict: fail, broken: trail, missing: all }
        - name: second
          expect: { verdict: unknown, missing: [CreatePolicy] }
      """;

  private static Outcome<List<RuleCase>> read(String text) {
    return new RuleCaseReader(RulesFolder.CATALOG, RulesFolder.rule("iam-policy-changes"))
        .read(YamlReader.read(SourceFile.ofText("t.yaml", text)).value().orElseThrow());
  }

  private static List<String> told(String text) {
    return read(text).diagnostics().stream()
        .map(
            one ->
                Objects.requireNonNull(one.primary()).span()
                    + " "
                    + one.message()
                    + " "
                    + one.help())
        .toList();
  }

  @Test
  void aCaseIsTheBaseWithItsChanges() {
    RuleCase first = read(FILE).value().orElseThrow().get(0);
    assertEquals(List.of("topic"), first.given().stream().map(Resource::address).toList());
    Resource topic = first.given().get(0);
    assertEquals(Existence.EXISTING, topic.existence());
    assertEquals("false", topic.property("fifo").asText().orElse(""));
    assertEquals("eu-west-1", topic.place().region().asText().orElse(""));
    assertEquals(16, first.missing().orElse(List.of()).size());
  }

  @Test
  void aChangeOfOneCaseIsGoneInTheNext() {
    RuleCase second = read(FILE).value().orElseThrow().get(1);
    assertEquals("true", second.given().get(0).property("fifo").asText().orElse(""));
    assertEquals(List.of("CreatePolicy"), second.missing().orElse(List.of()));
  }

  @Test
  void tagsStandForReferencesAndUnknowns() {
    Resource mail = read(FILE).value().orElseThrow().get(1).given().get(1);
    assertTrue(
        mail.property("topic") instanceof Value.Reference to && to.attribute().equals("arn"));
    assertTrue(
        mail.property("protocol") instanceof Value.Unknown open
            && open.why().equals("comes later"));
  }

  @Test
  void whatIsUnknownIsTold() {
    assertEquals(
        List.of("t.yaml:7:35 unknown existence `existig` [did you mean `existing`?]"),
        told(FILE.replace("existence: existing", "existence: existig")));
    assertEquals(
        List.of("t.yaml:11:5 unknown key `exspect` [did you mean `expect`?]"),
        told(FILE.replace("expect: { verdict: unknown", "exspect: { verdict: unknown")).stream()
            .limit(1)
            .toList());
    assertEquals(
        List.of("t.yaml:11:13 a verdict is `pass`, `fail` or `unknown` []"),
        told(FILE.replace("verdict: unknown", "verdict: perhaps")));
  }
}
