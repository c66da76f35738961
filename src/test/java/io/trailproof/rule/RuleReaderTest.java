package io.trailproof.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RuleReaderTest {
  private static final String CHAIN =
      """
      chain: short
      links:
        topic:
          type: aws.sns.Topic
          missing: { id: topic, message: there is no topic }
          require:
            - id: topic-type
              property: fifo
              equals: false
              message: topic `{address}` is a FIFO topic
        subscription:
          type: aws.sns.Subscription
          to: topic
          missing: { id: subscription, message: nobody listens }
      way: topic
      """;
  private static final String RULE =
      """
      id: somebody-listens
      title: somebody listens
      claim: fires
      severity: high
      chain: short
      events:
        source: iam.amazonaws.com
        names: [CreatePolicy]
      controls: []
      """;

  private static Node yaml(String name, String text) {
    return YamlReader.read(SourceFile.ofText(name, text)).value().orElseThrow();
  }

  private static RuleReader reader() {
    return new RuleReader(RulesFolder.CATALOG, Predicates.ALL);
  }

  private static List<String> chain(String text) {
    return told(reader().readChain(yaml("chain.yaml", text)).diagnostics());
  }

  private static Outcome<Rule> read(String text) {
    RuleReader reader = reader();
    reader.readChain(yaml("chain.yaml", CHAIN));
    return reader.readRule(yaml("rule.yaml", text));
  }

  private static List<String> rule(String text) {
    return told(read(text).diagnostics());
  }

  /** Place, message and help of each. */
  private static List<String> told(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(
            one ->
                Objects.requireNonNull(one.primary()).span()
                    + " "
                    + one.code()
                    + " "
                    + one.message()
                    + " "
                    + one.help())
        .toList();
  }

  @Test
  void aSoundChainAndRuleAreReadInSilence() {
    assertEquals(List.of(), chain(CHAIN));
    Outcome<Rule> outcome = read(RULE);
    assertEquals(List.of(), outcome.diagnostics());
    Rule rule = outcome.value().orElseThrow();
    assertEquals(
        List.of("topic", "subscription"),
        rule.chain().links().stream().map(ChainLink::name).toList());
    assertEquals(
        Map.of("aws.sns.Subscription", "topic"),
        ((Relation.To) rule.chain().links().get(1).relation()).properties());
  }

  /** Chains that tell somebody in other ways than the one above. */
  private static RuleReader readerOfSeveralWays() {
    RuleReader reader = reader();
    for (String chain :
        List.of(
            CHAIN,
            CHAIN.replace("chain: short", "chain: direct").replace("way: topic", "way: hand"),
            CHAIN.replace("chain: short", "chain: loud").replace("way: topic", "way: siren"),
            CHAIN.replace("chain: short", "chain: louder").replace("way: topic", "way: siren"))) {
      assertEquals(List.of(), told(reader.readChain(yaml("chain.yaml", chain)).diagnostics()));
    }
    return reader;
  }

  private static List<String> ruleOfWays(String ways) {
    return told(
        readerOfSeveralWays()
            .readRule(yaml("rule.yaml", RULE + "ways: " + ways + "\n"))
            .diagnostics());
  }

  /** A rule that names its events gets its ways, and a rule for each, by one line. */
  @Test
  void aRuleOfAnotherWayIsDerived() {
    Outcome<Rule> read = readerOfSeveralWays().readRule(yaml("rule.yaml", RULE + "ways: [hand]\n"));
    assertEquals(List.of(), told(read.diagnostics()));
    Rule rule = read.value().orElseThrow();
    assertEquals("short", rule.chain().id());
    Rule derived = rule.ofOtherWays().get(0);
    assertEquals("somebody-listens-hand", derived.id());
    assertEquals("somebody listens, by hand", derived.title());
    assertEquals("direct", derived.chain().id());
    assertEquals(rule.events(), derived.events());
    assertEquals(List.of(), derived.ofOtherWays());
    assertEquals(List.of(), derived.controls());
    assertTrue(rule.byDefault() && !derived.byDefault());
  }

  @Test
  void aRuleMayBeComparedWithTheOneOfAnotherWay() {
    RuleReader reader = readerOfSeveralWays();
    reader.readRule(yaml("rule.yaml", RULE + "ways: [hand]\n"));
    String words =
        RULE.replace("id: somebody-listens", "id: words").replace("fires", "complies")
            + "compared-with: somebody-listens-hand\n";
    Rule read = reader.readRule(yaml("rule.yaml", words)).value().orElseThrow();
    assertEquals("somebody-listens-hand", read.comparedWith().orElseThrow().id());
  }

  @Test
  void waysThatThereAreNotAreRefused() {
    assertEquals(List.of(), ruleOfWays("[hand]"));
    assertEquals(
        List.of("rule.yaml:10:7 invalid-rule no chain goes the way `hant` [did you mean `hand`?]"),
        ruleOfWays("[hant]"));
    assertEquals(
        List.of(
            "rule.yaml:10:7 invalid-rule several chains go the way `siren`: `loud`, `louder` []"),
        ruleOfWays("[siren]"));
    assertEquals(
        List.of("rule.yaml:10:7 invalid-rule the way `topic` is that of the rule's own chain []"),
        ruleOfWays("[topic]"));
    assertEquals(
        List.of("rule.yaml:10:7 invalid-rule the way `hand` is given twice []"),
        ruleOfWays("[hand, hand]"));
  }

  @Test
  void wordsHaveOneWay() {
    assertEquals(
        List.of(
            "rule.yaml:1:1 invalid-rule a rule of claim `complies` holds a text, and has the one"
                + " way of its chain []"),
        told(
            readerOfSeveralWays()
                .readRule(yaml("rule.yaml", RULE.replace("fires", "complies") + "ways: [hand]\n"))
                .diagnostics()));
  }

  @Test
  void aDerivedRuleThatIsThereAlreadyIsRefused() {
    RuleReader reader = readerOfSeveralWays();
    String other = RULE.replace("id: somebody-listens", "id: somebody-listens-hand");
    reader.readRule(yaml("other.yaml", other));
    assertEquals(
        List.of("rule.yaml:1:1 invalid-rule there is a rule `somebody-listens-hand` already []"),
        told(reader.readRule(yaml("rule.yaml", RULE + "ways: [hand]\n")).diagnostics()));
  }

  @Test
  void anUnknownKeyIsUnderlined() {
    assertEquals(
        List.of("rule.yaml:3:1 invalid-rule unknown key `clam` [did you mean `claim`?]"),
        rule(RULE.replace("claim: fires", "clam: fires")));
    assertEquals(
        List.of("chain.yaml:10:9 invalid-chain unknown key `equal` [did you mean `equals`?]"),
        chain(
            CHAIN.replace("        equals: false\n", "        equals: false\n        equal: 1\n")));
  }

  @Test
  void anUnknownTypeGetsTheNearest() {
    assertEquals(
        List.of(
            "chain.yaml:4:5 invalid-chain unknown resource type `aws.sns.Topik`"
                + " [did you mean `aws.sns.Topic`?]"),
        chain(CHAIN.replace("aws.sns.Topic\n", "aws.sns.Topik\n")).stream().limit(1).toList());
  }

  @Test
  void anUnknownPropertyGetsTheNearest() {
    assertEquals(
        List.of(
            "chain.yaml:7:9 invalid-chain `aws.sns.Topic` has no property `fifa`"
                + " [did you mean `fifo`?]"),
        chain(CHAIN.replace("property: fifo", "property: fifa")));
  }

  @Test
  void anUnknownPredicateGetsTheNearest() {
    assertEquals(
        List.of(
            "chain.yaml:7:9 invalid-chain unknown predicate `topic-lets-alarms-publish`"
                + " [did you mean `topic-lets-alarm-publish`?]"),
        chain(
            CHAIN
                .replace("property: fifo", "holds: topic-lets-alarms-publish")
                .replace("        equals: false\n", "")));
  }

  @Test
  void argumentsThatAPredicateDoesNotTakeAreRefused() {
    String holds =
        CHAIN
            .replace("property: fifo", "holds: fires-on-one-event")
            .replace("        equals: false\n", "        with: { aspect: treshold }\n");
    assertEquals(
        List.of(
            "chain.yaml:9:25 invalid-chain `aspect` cannot be `treshold`"
                + " [did you mean `threshold`?]"),
        chain(holds));
    assertEquals(
        List.of(
            "chain.yaml:9:17 invalid-chain unknown key `aspct` [did you mean `aspect`?]",
            "chain.yaml:7:9 invalid-chain `fires-on-one-event` needs `aspect` below `with` []"),
        chain(holds.replace("aspect: treshold", "aspct: threshold")));
    assertEquals(List.of(), chain(holds.replace("treshold", "threshold")));
  }

  @Test
  void aLinkMustLookAtTheOneBefore() {
    assertEquals(
        List.of("chain.yaml:12:5 invalid-chain `to` must name the link before []"),
        chain(CHAIN.replace("to: topic", "to: alarm")));
    assertEquals(
        List.of(
            "chain.yaml:12:5 invalid-chain a link after the first needs `from`, `to` or `join` []"),
        chain(CHAIN.replace("    to: topic\n", "")));
  }

  @Test
  void aRequirementWithoutAConditionIsRefused() {
    assertTrue(
        chain(CHAIN.replace("        equals: false\n", ""))
            .contains("chain.yaml:7:9 invalid-chain a requirement needs `equals` or `holds` []"));
  }

  @Test
  void anUnknownChainGetsTheNearest() {
    Outcome<Rule> outcome = read(RULE.replace("chain: short", "chain: shorts"));
    assertEquals(
        List.of("rule.yaml:1:1 invalid-rule unknown chain `shorts` [did you mean `short`?]"),
        told(outcome.diagnostics()));
    assertTrue(outcome.value().isEmpty());
  }

  @Test
  void everyFaultIsToldAndNoRuleComesOfIt() {
    Outcome<Rule> outcome =
        read(
            RULE.replace("severity: high", "severity: huge")
                .replace("claim: fires", "claim: sings")
                .replace("id: somebody-listens\n", ""));
    assertEquals(
        List.of(
            "`id` is missing",
            "`severity` is `note`, `low`, `medium`, `high` or `critical`",
            "`claim` is `fires` or `complies`"),
        outcome.diagnostics().stream().map(Diagnostic::message).toList());
    assertTrue(outcome.value().isEmpty());
  }

  @Test
  void aRuleWithoutEventsIsRefused() {
    assertTrue(read(RULE.replace("  names: [CreatePolicy]\n", "  names: []\n")).value().isEmpty());
  }

  @Test
  void aFileThatIsNoMappingIsRefusedAndNotAnAccident() {
    assertTrue(rule("[1, 2]").contains("rule.yaml:1:1 invalid-rule expected a mapping []"));
    assertTrue(chain("just text").contains("chain.yaml:1:1 invalid-chain expected a mapping []"));
  }

  private static final String BLANKS =
      CHAIN.replaceFirst(
          "property: fifo\n +equals: false",
          "holds: pattern-has-names\n"
              + "        with: { benchmark: '{rule:text}', earlier: '{rule:old}' }");

  private static List<String> filled(String with) {
    RuleReader reader = reader();
    reader.readChain(yaml("chain.yaml", BLANKS));
    return told(
        reader
            .readRule(yaml("rule.yaml", RULE.replace("events:", with + "events:")))
            .diagnostics());
  }

  @Test
  void aRuleFillsTheBlanksOfItsChain() {
    assertEquals(List.of(), filled("with: { text: '{ $.a = 1 }' }\n"));
    RuleReader reader = reader();
    reader.readChain(yaml("chain.yaml", BLANKS));
    Rule rule =
        reader
            .readRule(yaml("rule.yaml", RULE.replace("events:", "with: { text: words }\nevents:")))
            .value()
            .orElseThrow();
    Condition.Holds holds =
        (Condition.Holds) rule.chain().links().get(0).requirements().get(0).condition();
    assertEquals(Map.of("benchmark", "words"), holds.arguments());
  }

  @Test
  void wordsThatAChainAsksForAndDoesNotAskForAreSaid() {
    assertEquals(
        List.of("rule.yaml:1:1 invalid-rule the chain asks for `text` below `with` []"),
        filled(""));
    List<String> mistyped = filled("with: { texts: x }\n");
    assertEquals(2, mistyped.size(), mistyped.toString());
    assertTrue(mistyped.get(1).contains("the chain does not ask for `texts`"), mistyped.get(1));
    assertTrue(mistyped.get(1).contains("text"), mistyped.get(1));
  }
}
