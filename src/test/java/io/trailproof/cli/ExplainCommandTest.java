package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.document.Handbook;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands that print what stands behind a report: rules, codes, schemas. */
final class ExplainCommandTest {
  private static final String OWN = "docs/examples/own-rules";

  private static String out(String... arguments) {
    Invocation.Ended ended = Invocation.of(arguments);
    assertEquals("", ended.err(), String.join(" ", arguments));
    assertEquals(0, ended.status());
    return ended.out();
  }

  private static String refusal(String... arguments) {
    Invocation.Ended ended = Invocation.of(arguments);
    assertEquals(2, ended.status(), ended.out());
    return ended.err().split("\n", -1)[0];
  }

  @Test
  void everyWordOfAReportIsExplained() {
    List<Rule> rules = new Wiring().rules();
    Set<String> codes = new LinkedHashSet<>(CodePages.OF_THE_CHECKER.keySet());
    for (Rule rule : rules) {
      codes.add(rule.id());
      for (Requirement one : CodePages.requirements(rule)) {
        codes.add(one.id());
        codes.add(rule.id() + "/" + one.id());
      }
      codes.add(rule.id() + "/refused");
    }
    for (Assumed one : Assumed.values()) {
      codes.add(one.code());
    }
    codes.addAll(Handbook.packed().codes());
    for (String code : codes) {
      List<String> lines = new ArrayList<>();
      ExplainCommand.explain(code, rules, lines);
      assertTrue(lines.size() > 2, code + ": " + lines);
    }
  }

  /** The codes of the notes that facts tell of. */
  @Test
  void everyCodeThatAFactSaysIsExplained() throws IOException {
    Matcher says =
        Pattern.compile("says ((`[a-z0-9-]+`(, )?)+)")
            .matcher(Files.readString(Path.of("docs/aws-facts.md")));
    int count = 0;
    while (says.find()) {
      for (String code : says.group(1).split(", ", -1)) {
        assertTrue(out("explain", code.replace("`", "")).contains("rests on:"), code);
        count++;
      }
    }
    assertTrue(count > 20, "found " + count);
  }

  @Test
  void everyFactIsInTheHandbook() throws IOException {
    Matcher fact =
        Pattern.compile("(?m)^\\| (F[0-9]+) \\| ")
            .matcher(Files.readString(Path.of("docs/aws-facts.md")));
    while (fact.find()) {
      assertTrue(Handbook.packed().fact(fact.group(1)).isPresent(), fact.group(1));
    }
    assertTrue(out("explain", "F71").startsWith("F71, a fact about AWS ("), out("explain", "F71"));
  }

  @Test
  void aRequirementIsShownWithWhatBreaksItAndWhatHolds() {
    String page = out("explain", "iam-policy-changes/alarm-threshold");
    for (String part :
        List.of(
            "alarm-threshold, of the link alarm of iam-policy-changes\n",
            "said if it does not hold:\n  one event does not set off alarm `{address}`\n",
            "  F65  The operator decides whether",
            "    threshold: 100\n",
            "    threshold: 1\n",
            "a finding touches ")) {
      assertTrue(page.contains(part), part + "\n" + page);
    }
  }

  @Test
  void ownRulesAreListedAndExplained() {
    assertTrue(out("rules", "--rules", OWN).contains("a change to a trail raises an alarm"));
    assertTrue(
        out("explain", "--rules", OWN + "/trail-changes.yaml", "trail-changes")
            .contains("CIS AWS Foundations (same, certain) 3.0.0 4.5"));
    assertEquals(3, Invocation.of("rules", "--rules", "no-such-folder").status());
    assertEquals(3, Invocation.of("explain", "--rules", "no-such-folder", "alarm").status());
  }

  @Test
  void rulesAreListedForPeopleAndMachines() throws IOException {
    String list = out("rules");
    assertTrue(
        list.startsWith("iam-policy-changes") && list.lines().allMatch(line -> line.length() > 30),
        list);
    JsonNode all = new ObjectMapper().readTree(out("rules", "-f", "json"));
    assertEquals("iam-policy-changes", all.at("/0/id").asText());
    assertEquals("[\"log-alarm\",\"eventbridge\"]", all.at("/0/ways").toString());
    assertTrue(all.at("/0/default").asBoolean());
    JsonNode audit =
        new ObjectMapper().readTree(out("rules", "--control", "CIS 3.0.0:4.4", "--format", "json"));
    assertEquals(2, audit.size());
    String byFramework = out("rules", "--by-framework", "--control", "SOC 2");
    assertTrue(
        byFramework.contains("SOC 2 2017\n  CC7.2  iam-policy-changes (supports, likely)"),
        byFramework);
    assertEquals(
        "error[usage]: there is no framework `SOC 3`; did you mean `SOC 2`?",
        refusal("rules", "--control", "SOC 3"));
  }

  @Test
  void schemasArePrintedAsTheyAre() throws IOException {
    for (String name : Handbook.SCHEMAS) {
      Path file =
          name.equals("result")
              ? Path.of("docs/result.schema.json")
              : Path.of("rules/schema", name + ".schema.json");
      assertEquals(Files.readString(file), out("schema", name), name);
    }
    assertEquals(
        "error[usage]: there is no schema `rules`; did you mean `rule`?",
        refusal("schema", "rules"));
    assertTrue(refusal("schema").startsWith("error[usage]: say which schema: rule, chain"));
  }

  @Test
  void whatThereIsNotIsAskedAbout() {
    assertEquals(
        "error[usage]: nothing is called `alarm-treshold`; did you mean `alarm-threshold`?",
        refusal("explain", "alarm-treshold"));
    assertEquals(
        "error[usage]: nothing is called `iam-policy-changes/alarm-treshold`; did you mean"
            + " `alarm-threshold`?",
        refusal("explain", "iam-policy-changes/alarm-treshold"));
    assertTrue(refusal("explain").contains("say what to explain"));
    assertTrue(refusal("explain", "qwertzuiop").contains("`trailproof rules` lists the rules"));
  }
}
