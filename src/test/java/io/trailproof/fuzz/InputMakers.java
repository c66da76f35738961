package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plans, states, templates and assemblies, changed as bytes, as trees and in the texts in them. */
final class InputMakers {
  private static final String RULE = "iam-policy-changes";
  private static final String RECORD = "docs/examples/put-role-policy.json";

  private static final String PLAN = "plan.json";
  private static final String TEMPLATE = "template.json";

  /** Members whose text has a grammar of its own. */
  private static final Pattern TEXTS =
      Pattern.compile(
          "(?i)(filter_?)?pattern|alarm_?rule|expression|.*policy(_?document)?|event_?pattern"
              + "|query(_?string|_?language)?|field(_?selector)?|log_?group_?name|.*arns?"
              + "|metric_?value|value|promql_?.*|start_?time|.*schedule.*|resource|principal");

  private final Seeds seeds;

  InputMakers(Seeds seeds) {
    this.seeds = seeds;
  }

  Specimen planBytes(Random random) {
    Seeds.Seed seed = seeds.plan(random);
    byte[] bytes =
        ByteMutator.mutated(
            seed.bytes(), List.of(seed.bytes(), seeds.plan(random).bytes()), random);
    return Specimen.checked(seed.story(), PLAN, bytes);
  }

  Specimen planCut(Random random) {
    Seeds.Tree tree = seeds.planTree(random);
    byte[] whole = TreeMutator.bytes(tree.root(), random.nextBoolean());
    return Specimen.checked(tree.story() + " cut", PLAN, ByteMutator.cut(whole, random)).ending(3);
  }

  Specimen templateBytes(Random random) {
    Seeds.Seed seed = seeds.template(random);
    byte[] bytes =
        ByteMutator.mutated(
            seed.bytes(), List.of(seed.bytes(), seeds.template(random).bytes()), random);
    return Specimen.checked(seed.story(), "template.yaml", bytes);
  }

  Specimen planTree(Random random) {
    Seeds.Tree tree = seeds.planTree(random);
    JsonNode changed = TreeMutator.mutated(tree.root(), seeds.planTree(random).root(), random);
    return anyCommand(
        Specimen.checked(tree.story(), PLAN, TreeMutator.bytes(changed, random.nextBoolean())),
        random);
  }

  Specimen templateTree(Random random) throws IOException {
    Seeds.Tree tree = seeds.templateTree(random);
    JsonNode changed = TreeMutator.mutated(tree.root(), seeds.templateTree(random).root(), random);
    return anyCommand(
        Specimen.checked(tree.story(), TEMPLATE, TreeMutator.bytes(changed, random.nextBoolean())),
        random);
  }

  /** Rarely with all rules and ways, or by a command that takes longer than a check. */
  private static Specimen anyCommand(Specimen specimen, Random random) {
    String file = Specimen.FOLDER + "/" + specimen.name();
    return switch (random.nextInt(12)) {
      case 0 -> specimen.calling("check", "--no-config", "--rule", "*", "--ways", "all", file);
      case 1 ->
          specimen.calling(
              "fix", "--no-config", "--rule", RULE, "--set", "email=soc@corp.test", file);
      case 2 -> specimen.calling("trace", "--record", RECORD, "--rule", RULE, "-f", "html", file);
      case 3 -> specimen.calling("trace", "--record", RECORD, file);
      default -> specimen;
    };
  }

  Specimen planTexts(Random random) {
    Seeds.Tree tree = seeds.planTree(random);
    ObjectNode root = tree.root().deepCopy();
    changeTexts(root, random);
    return anyCommand(
        Specimen.checked(tree.story(), PLAN, TreeMutator.bytes(root, random.nextBoolean())),
        random);
  }

  Specimen templateTexts(Random random) throws IOException {
    Seeds.Tree tree = seeds.templateTree(random);
    ObjectNode root = tree.root().deepCopy();
    changeTexts(root, random);
    return anyCommand(
        Specimen.checked(tree.story(), TEMPLATE, TreeMutator.bytes(root, random.nextBoolean())),
        random);
  }

  /** Changes a text that has a grammar, everywhere where it stands, as a plan repeats it. */
  private static void changeTexts(ObjectNode root, Random random) {
    List<TreeMutator.Slot> texts = new ArrayList<>();
    for (TreeMutator.Slot slot : TreeMutator.slots(root)) {
      if (TEXTS.matcher(slot.key()).matches() && !slot.value().isNull()) {
        texts.add(slot);
      }
    }
    if (texts.isEmpty()) {
      return;
    }
    JsonNode old = FuzzTarget.any(random, texts).value();
    JsonNode other = FuzzTarget.any(random, texts).value();
    JsonNode changed =
        old.isTextual()
            ? root.textNode(TextMutator.mutated(old.asText(), other.asText(), random))
            : TreeMutator.mutated(old, other, random);
    for (TreeMutator.Slot slot : TreeMutator.slots(root)) {
      if (slot.value() != null && slot.value().equals(old)) {
        slot.set(changed.deepCopy());
      }
    }
  }

  /** A CDK assembly with one of its files changed. */
  Specimen assembly(Random random) throws IOException {
    List<Path> assemblies;
    try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
      assemblies = files.filter(one -> one.endsWith("manifest.json")).sorted().toList();
    }
    Path folder = FuzzTarget.any(random, assemblies).resolveSibling(".").normalize();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(
                  one -> one.toString().endsWith(".json") && !one.toString().contains("expected"))
              .sorted()
              .toList();
    }
    Path chosen = FuzzTarget.any(random, files);
    Map<String, byte[]> kept = new LinkedHashMap<>();
    kept.put(name(folder, chosen), new byte[0]);
    for (Path one : files) {
      kept.put(name(folder, one), Files.readAllBytes(one));
    }
    byte[] bytes = Files.readAllBytes(chosen);
    return new Specimen(
            chosen.toString(),
            kept,
            List.of("check", "--no-config", Specimen.FOLDER + "/cdk.out"),
            java.util.Set.of(),
            Specimen.ANY_STATUS)
        .with(TextMutator.json(bytes, random));
  }

  private static String name(Path folder, Path file) {
    return "cdk.out/" + folder.relativize(file).toString().replace('\\', '/');
  }
}
