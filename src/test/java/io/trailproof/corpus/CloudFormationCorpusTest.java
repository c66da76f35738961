package io.trailproof.corpus;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.check.Checker;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.rule.Event;
import io.trailproof.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every template of the corpus against what was worked out by hand of it (truth.json). */
class CloudFormationCorpusTest {
  /** Where the truth file is not followed, and why. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          "aws-cloudformation__cfn-lint/sub.yaml",
          "its nested stack is not in the corpus and may hold anything: unknown, not missing");

  /** The requirement that the prose of {@code brokenLink} speaks of. */
  private static final Map<String, String> BROKEN =
      Map.ofEntries(
          entry("aws-cis-cloudwatchlogmetricfilters.yml", "trail"),
          entry("fsbp-remediation/cis-benchmark.template", "filter"),
          entry("awslabs__aws-security-benchmark/benchmark.yaml", "filter"),
          entry("AWS-CIS-Framework/main.template", "filter"),
          entry("AWS-CIS-Framework/monitoring.template", "filter"),
          entry("AWS-CIS-Framework/cloudtrail-setup.template", "filter"),
          entry("cis-remediate-ROOT.yaml", "sns-subscription"),
          entry("widdix__aws-cf-templates/cloudtrail.yaml", "filter"),
          entry("widdix__aws-cf-templates/cloudtrail.at-1efcc26.yaml", "filter"),
          entry("widdix__aws-cf-templates/cloudtrail.at-2fc77fc.yaml", "alarm"),
          entry("eijikominami__aws-cloudformation-templates/cloudtrail.yaml", "filter"),
          entry("nist_logging.yaml", "sns-subscription-delivery"),
          entry(
              "cloudwatch_log_metric_filter_policy_changes.metadata.NativeIaC.yaml",
              "alarm-actions"),
          entry("delegatedAdminStack.template.json", "trail"),
          entry("aws-landing-zone-notifications.template", "trail"));

  @TempDir Path alone;

  private final Corpus reader = new Corpus();
  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, Integer> verdicts = new LinkedHashMap<>();
  private int templates;
  private int coverages;
  private int events;
  private int variants;
  private int variantsRight;
  private int links;
  private int falsePasses;

  @Test
  void everyTemplateGetsItsTruth() throws IOException {
    Optional<Path> corpus = Corpus.folder();
    if (corpus.isEmpty()) {
      System.out.println("corpus: skipped, the folder ../shared/corpus is not there");
    }
    assumeTrue(corpus.isPresent(), "no corpus here");
    Path folder = corpus.orElseThrow().resolve("cloudformation");
    for (JsonNode truth : Corpus.json(folder.resolve("truth.json"))) {
      judge(folder.resolve(truth.get("file").asText()), truth);
    }
    disagreements.forEach(System.out::println);
    System.out.printf(
        "corpus cloudformation: coverage %d of %d, missing events %d of %d, variants %d of %d,"
            + " %d broken links, verdicts %s, %d false passes%n",
        coverages,
        templates,
        events,
        templates,
        variantsRight,
        variants,
        links,
        verdicts,
        falsePasses);
    assertEquals(0, falsePasses, "false passes");
    assertEquals(List.of(), disagreements);
    assertEquals(BROKEN.size(), links, "broken links looked at");
  }

  private void judge(Path file, JsonNode truth) throws IOException {
    templates++;
    String name = truth.get("file").asText();
    String expected = truth.get("iamPolicyChanges").asText();
    Optional<Coverage> found = coverage(file, Map.of());
    if (found.isEmpty()) {
      disagreements.add("  " + name + ": cannot be read");
      return;
    }
    Set<String> covered = new TreeSet<>(found.get().covered());
    coverages += agree(name, expected, found.get()) ? 1 : 0;
    verdict(name, expected, found.get());
    for (JsonNode variant : truth.get("variants")) {
      variants++;
      Optional<Coverage> other = variant(file, variant);
      String when = name + " with " + variant.get("withParameters");
      if (other.isEmpty()) {
        disagreements.add("  " + when + ": cannot be read");
        continue;
      }
      covered.addAll(other.get().covered());
      String word = variant.get("iamPolicyChanges").asText();
      variantsRight += agree(when, word, other.get()) ? 1 : 0;
      verdict(when, word, other.get());
    }
    Set<String> missing = new TreeSet<>();
    reader.rule().events().stream().map(Event::name).forEach(missing::add);
    missing.removeAll(covered);
    Set<String> expectedMissing = new TreeSet<>();
    truth.get("missingEvents").forEach(one -> expectedMissing.add(one.asText()));
    if (missing.equals(expectedMissing)) {
      events++;
    } else {
      disagreements.add("  " + name + ": expected " + expectedMissing + ", misses " + missing);
    }
  }

  private boolean agree(String name, String expected, Coverage found) {
    if (found.word().equals(expected)) {
      return true;
    }
    String reason = EXPLAINED.get(name);
    String line = "  " + name + ": expected " + expected + ", coverage is " + found.word();
    if (reason == null) {
      disagreements.add(line);
    } else {
      System.out.println(line + "; " + reason);
    }
    return false;
  }

  /** A pass needs all of the chain; what is missing or outside certainly is no pass. */
  private void verdict(String name, String expected, Coverage found) {
    RuleResult result = new Checker(reader.catalog()).check(reader.rule(), found.graphs());
    verdicts.merge(expected + " is " + result.verdict().word(), 1, Integer::sum);
    if (result.verdict() == Verdict.PASS && !expected.equals("complete")) {
      falsePasses++;
    }
    List<String> codes = result.findings().stream().map(Finding::code).toList();
    BROKEN.forEach(
        (file, link) -> {
          if (name.endsWith(file)) {
            links++;
            if (!codes.contains("iam-policy-changes/" + link)) {
              disagreements.add("  " + name + ": expected " + link + " to break, got " + codes);
            }
          }
        });
    if (Boolean.getBoolean("trailproof.verbose")) {
      System.out.println("  " + name + ": " + expected + ", " + result.verdict().word() + codes);
    }
  }

  private Optional<Coverage> variant(Path file, JsonNode variant) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    variant
        .get("withParameters")
        .properties()
        .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
    if (!parameters.isEmpty()) {
      return coverage(file, parameters);
    }
    Path copy = alone.resolve(file.getFileName().toString());
    Files.copy(file, copy);
    return coverage(copy, parameters);
  }

  private Optional<Coverage> coverage(Path file, Map<String, String> parameters) {
    Outcome<DeploymentGraphs> graph = reader.graph(file, parameters);
    return graph.value().map(read -> new Coverage(read, reader.catalog(), reader.rule()));
  }
}
