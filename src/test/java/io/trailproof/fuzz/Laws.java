package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.cli.Answer;
import io.trailproof.cli.Checked;
import io.trailproof.cli.PlanForgetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The laws of verdicts (knowing less, order, what is taken away), over changed inputs. */
final class Laws {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KNOWN = "known.json";
  private static final String PARAMETER = "FuzzOpen";

  /** What only ever helps a chain, so that without it nothing is better. */
  private static final Set<String> HELPING =
      Set.of(
          "aws_cloudtrail",
          "aws_cloudwatch_metric_alarm",
          "aws_cloudwatch_log_metric_filter",
          "aws_sns_topic_subscription");

  private final Seeds seeds;

  Laws(Seeds seeds) {
    this.seeds = seeds;
  }

  /** A plan, and the same plan with some values known only after apply. */
  Specimen planForgets(Random random) {
    Seeds.Tree tree = seeds.planTree(random);
    ObjectNode known = PlanValues.changed(tree.root(), random);
    ObjectNode open = known.deepCopy();
    List<String> story = new ArrayList<>();
    for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
      story.add(PlanForgetting.forget(open, random));
    }
    return pair(tree.story() + " without " + story, open, known);
  }

  /** A plan, and the same with its members in another order. */
  Specimen planOrder(Random random) {
    Seeds.Tree tree = seeds.planTree(random);
    ObjectNode known = PlanValues.changed(tree.root(), random);
    ObjectNode other = known.deepCopy();
    shuffle(other, random);
    return pair(tree.story() + " in another order", other, known);
  }

  /** A template, and the same with its members in another order. */
  Specimen templateOrder(Random random) throws IOException {
    Seeds.Tree tree = seeds.templateTree(random);
    ObjectNode other = tree.root().deepCopy();
    shuffle(other, random);
    return pair(tree.story() + " in another order", other, tree.root());
  }

  private static void shuffle(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      TreeMutator.shuffle(object, random);
    }
    node.forEach(child -> shuffle(child, random));
  }

  /** A template, and the same where a resource stands under a condition that is open. */
  Specimen templateCondition(Random random) throws IOException {
    Seeds.Tree tree = seeds.templateTree(random);
    ObjectNode open = tree.root().deepCopy();
    List<ObjectNode> resources = new ArrayList<>();
    for (JsonNode one : open.get("Resources")) {
      if (one instanceof ObjectNode resource && !resource.has("Condition")) {
        resources.add(resource);
      }
    }
    if (!resources.isEmpty()) {
      FuzzTarget.any(random, resources).put("Condition", PARAMETER);
    }
    parameter(open);
    ObjectNode ref = JSON.createObjectNode().put("Ref", PARAMETER);
    section(open, "Conditions")
        .putObject(PARAMETER)
        .set("Fn::Equals", JSON.createArrayNode().add(ref).add("yes"));
    return pair(tree.story() + " under a condition", open, tree.root());
  }

  /** A template, and the same with a parameter that nobody gives in place of literals. */
  Specimen templateForgets(Random random) throws IOException {
    Seeds.Tree tree = seeds.templateTree(random);
    ObjectNode open = tree.root().deepCopy();
    List<TreeMutator.Slot> literals = new ArrayList<>();
    open.get("Resources").forEach(one -> literals(one.path("Properties"), literals));
    if (!literals.isEmpty()) {
      FuzzTarget.any(random, literals).set(JSON.createObjectNode().put("Ref", PARAMETER));
    }
    parameter(open);
    return pair(tree.story() + " with a parameter", open, tree.root());
  }

  /** Texts outside of functions, in which not everything may be a parameter. */
  private static void literals(JsonNode node, List<TreeMutator.Slot> into) {
    if (node.size() == 1 && node.isObject() && isFunction(node.fieldNames().next())) {
      return;
    }
    for (TreeMutator.Slot slot : TreeMutator.members(node)) {
      if (slot.value().isTextual() && !slot.value().asText().isEmpty()) {
        into.add(slot);
      }
      literals(slot.value(), into);
    }
  }

  private static boolean isFunction(String key) {
    return key.startsWith("Fn::") || key.equals("Ref") || key.equals("Condition");
  }

  private static void parameter(ObjectNode template) {
    section(template, "Parameters").putObject(PARAMETER).put("Type", "String");
  }

  private static ObjectNode section(ObjectNode template, String name) {
    return template.get(name) instanceof ObjectNode there ? there : template.putObject(name);
  }

  /** A plan, and the same without something that only ever helps and that nothing refers to. */
  Specimen planRemoves(Random random) {
    Seeds.Tree tree = seeds.planTree(random);
    ObjectNode known = PlanValues.changed(tree.root(), random);
    Optional<ObjectNode> less = PlanValues.without(known, HELPING, random);
    return pair(tree.story() + " with something removed", less.orElse(known), known);
  }

  private static Specimen pair(String story, ObjectNode changed, ObjectNode known) {
    return Specimen.checked(story, "input.json", TreeMutator.bytes(changed, true))
        .and(KNOWN, TreeMutator.bytes(known, true));
  }

  private static Answer answer(Path folder, String name) {
    return Answer.of(Checked.of("--no-config", folder.resolve(name).toString()));
  }

  /** What knows less never says the contrary. */
  static Optional<Fault> less(Specimen specimen, Path folder) throws IOException {
    Outputs.write(specimen, folder);
    Answer open = answer(folder, specimen.name());
    Answer known = answer(folder, KNOWN);
    List<String> against = open.contradicts(known);
    return fault("less knowledge turns a verdict", against, open, known);
  }

  /** Order tells nothing. */
  static Optional<Fault> same(Specimen specimen, Path folder) throws IOException {
    Outputs.write(specimen, folder);
    Answer other = answer(folder, specimen.name());
    Answer known = answer(folder, KNOWN);
    return other.agrees(known)
        ? Optional.empty()
        : fault("order changes a verdict", List.of("other"), other, known);
  }

  /** What is taken away makes nothing better. */
  static Optional<Fault> notBetter(Specimen specimen, Path folder) throws IOException {
    Outputs.write(specimen, folder);
    Answer less = answer(folder, specimen.name());
    Answer known = answer(folder, KNOWN);
    List<String> better = new ArrayList<>();
    Map<String, String> before = new TreeMap<>(known.events());
    less.events()
        .forEach(
            (event, verdict) -> {
              if (verdict.equals("pass") && before.getOrDefault(event, "pass").equals("fail")) {
                better.add(event + ": fail becomes pass");
              }
            });
    return fault("less makes it better", better, less, known);
  }

  private static Optional<Fault> fault(
      String kind, List<String> against, Answer changed, Answer known) {
    return against.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                kind + " " + known.codes() + " " + changed.codes(),
                against + "\nknown " + known + "\nchanged " + changed));
  }
}
