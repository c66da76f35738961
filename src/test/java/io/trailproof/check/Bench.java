package io.trailproof.check;

import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.cases.RuleCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The whole chain of the IAM rule's test file, to be changed and judged. */
final class Bench {
  static final Rule RULE = RulesFolder.rule("iam-policy-changes");

  /** Those of the chain itself: the cases of single facts have shapes that no format spells. */
  static final List<RuleCase> CASES =
      RulesFolder.cases(RULE).stream()
          .filter(one -> one.span().file().name().endsWith("/iam-policy-changes.test.yaml"))
          .toList();

  /** Three events stand for all where time matters. */
  static final Rule SHORT =
      new Rule(
          RULE.id(),
          RULE.title(),
          RULE.subject(),
          RULE.description(),
          RULE.claim(),
          RULE.severity(),
          RULE.ways(),
          RULE.events().stream()
              .filter(
                  event ->
                      List.of("DeletePolicy", "CreatePolicy", "DetachGroupPolicy")
                          .contains(event.name()))
              .toList(),
          RULE.controls(),
          java.util.Optional.empty(),
          true,
          List.of());

  private Bench() {}

  /** The chain as the first case of the file has it: whole. */
  static List<Resource> whole() {
    return CASES.get(0).given();
  }

  static Resource named(List<Resource> resources, String address) {
    return resources.stream()
        .filter(one -> one.address().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + address));
  }

  /** The same resources, one property of one of them changed. */
  static List<Resource> with(
      List<Resource> resources, String address, String property, Value value) {
    return resources.stream()
        .map(one -> one.address().equals(address) ? changed(one, property, value) : one)
        .toList();
  }

  static List<Resource> with(
      List<Resource> resources, String address, String property, String value) {
    return with(resources, address, property, Value.text(value, Origin.NOWHERE));
  }

  static List<Resource> without(List<Resource> resources, String... addresses) {
    return resources.stream().filter(one -> !List.of(addresses).contains(one.address())).toList();
  }

  static List<Resource> plus(List<Resource> resources, Resource... more) {
    List<Resource> all = new ArrayList<>(resources);
    all.addAll(List.of(more));
    return all;
  }

  /** The resource read anew, so that its ARN follows its name. */
  static Resource changed(Resource resource, String property, Value value) {
    Map<String, Value> raw = raw(resource);
    if (value.isAbsent()) {
      raw.remove(property);
    } else {
      raw.put(property, value);
    }
    return RulesFolder.CATALOG
        .type(resource.type())
        .orElseThrow()
        .canonical()
        .resources(
            resource.id(),
            new Value.Fields(raw, Origin.NOWHERE),
            resource.place(),
            resource.existence(),
            resource.span())
        .get(0);
  }

  /** The properties as they were written, without what the catalog adds. */
  static Map<String, Value> raw(Resource resource) {
    Map<String, Value> raw = new LinkedHashMap<>(resource.properties());
    raw.remove("arn");
    if (raw.get("name") instanceof Value.Reference own && own.target().equals(resource.id())) {
      raw.remove("name");
    }
    return raw;
  }

  static RuleResult check(List<Resource> resources, Gap... gaps) {
    return check(RULE, resources, gaps);
  }

  static RuleResult check(Rule rule, List<Resource> resources, Gap... gaps) {
    return new Checker(RulesFolder.CATALOG)
        .check(rule, Outsiders.complete(RulesFolder.CATALOG, resources, List.of(), List.of(gaps)));
  }

  static List<Verdict> verdicts(RuleResult result) {
    return result.proofs().stream().map(EventProof::verdict).toList();
  }

  static List<String> codes(RuleResult result) {
    return List.copyOf(new TreeSet<>(result.findings().stream().map(Finding::code).toList()));
  }

  static List<String> events(RuleResult result, Verdict verdict) {
    return result.proofs().stream()
        .filter(proof -> proof.verdict() == verdict)
        .map(proof -> proof.event().name())
        .toList();
  }
}
