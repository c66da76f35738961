package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.cli.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** What runs leave behind and later ones read: results in both forms, and accepted findings. */
final class ResultMakers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IN_FOLDER = Specimen.FOLDER + "/";
  private static final String RESULT = "result.json";
  private static final String LINES = "lines.jsonl";
  private static final Path PLAN = Path.of("fixtures/terraform/threshold-100/plan.json");

  private static final String ACCEPTING =
      """
      # of the team
      deployments:
        a: { inputs: plan.json, parameters: { Key: HUNTER2x } }
      accept: # first
        - code: iam-policy-changes/alarm-threshold
          address: aws_cloudwatch_metric_alarm.iam_policy_changes
          reason: until the pager is there
          until: 2099-12-31
      rules:
        kms-key-deletion: off
      """;

  private final Seeds seeds;

  ResultMakers(Seeds seeds) {
    this.seeds = seeds;
  }

  /** What a check of some bytes writes, without the line break at its end. */
  private static byte[] result(String format, byte[] input) {
    Invocation.Ended ended =
        new Invocation()
            .reading(new ByteArrayInputStream(input))
            .run("check", "--no-config", "--rule", "iam-policy-changes", "-f", format, "-");
    return Seeds.utf8(ended.out().stripTrailing());
  }

  private byte[] input(Random random) {
    return random.nextBoolean() ? seeds.plan(random).bytes() : seeds.template(random).bytes();
  }

  private static Specimen reported(String story, String name, byte[] bytes) {
    return Specimen.checked(story, name, bytes).calling("report", IN_FOLDER + name);
  }

  /** A result in one piece, changed as a tree or as bytes. */
  Specimen whole(Random random) {
    byte[] whole = result("json", input(random));
    return reported("a result", RESULT, TextMutator.json(whole, random));
  }

  /** A result as lines, one of which was changed, left out or written twice. */
  Specimen lines(Random random) {
    byte[] whole = result("jsonl", input(random));
    String text = new String(whole, java.nio.charset.StandardCharsets.UTF_8);
    List<String> lines = new java.util.ArrayList<>(List.of(text.split("\n")));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      default ->
          lines.set(
              at,
              new String(
                  TextMutator.json(Seeds.utf8(line), random),
                  java.nio.charset.StandardCharsets.UTF_8));
    }
    return reported("a result as lines", LINES, Seeds.utf8(String.join("\n", lines)));
  }

  /** A changed result, put together with another that is as it was. */
  Specimen joined(Random random) {
    String format = random.nextBoolean() ? "json" : "jsonl";
    Specimen changed = random.nextBoolean() ? whole(random) : lines(random);
    String other = "other." + format;
    return changed
        .and(other, result(format, input(random)))
        .calling("report", IN_FOLDER + changed.name(), IN_FOLDER + other);
  }

  /** The first part of a result is none, whatever it was cut to. */
  Specimen cut(Random random) {
    boolean lines = random.nextBoolean();
    byte[] whole = result(lines ? "jsonl" : "json", input(random));
    String name = lines ? LINES : RESULT;
    return reported("a result cut", name, ByteMutator.cut(whole, random)).ending(3);
  }

  /** A result with members of somebody else's in it: no report shows what it does not know. */
  Specimen strangers(Random random) throws IOException {
    JsonNode root = JSON.readTree(result("json", input(random)));
    List<ObjectNode> objects =
        root.findParents("verdict").stream()
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast)
            .toList();
    for (ObjectNode one : objects) {
      one.put("token", SecretMakers.SECRET);
    }
    if (root instanceof ObjectNode object) {
      object.putObject("x").put("password", SecretMakers.SECRET);
    }
    return reported("a result with others' members", RESULT, TreeMutator.bytes(root, true))
        .hiding(SecretMakers.SECRET);
  }

  /** A result of a plan whose sensitive values were changed, changed itself. */
  Specimen secret(Random random) {
    Specimen plan = new SecretMakers(seeds).plan(random);
    byte[] whole = result("json", plan.bytes());
    return reported("of " + plan.story(), RESULT, TextMutator.json(whole, random))
        .hiding(SecretMakers.SECRET);
  }

  /** A configuration that a finding is to be accepted in, and what is then read of it. */
  Specimen accepting(Random random) {
    byte[] bytes = Seeds.utf8(ACCEPTING);
    byte[] changed = ByteMutator.mutated(bytes, List.of(bytes), random);
    return Specimen.checked("a configuration", "trailproof.yaml", changed)
        .calling(
            "accept",
            "iam-policy-changes/alarm-threshold",
            "aws_cloudwatch_metric_alarm.iam_policy_changes",
            "--until",
            "2099-12-31",
            "--reason",
            "it # is: so",
            "--config",
            IN_FOLDER + "trailproof.yaml")
        .hiding(SecretMakers.SECRET)
        .ending(0, 3);
  }

  /** The accepted findings that a check reads, changed. */
  Specimen accepted(Random random) throws IOException {
    byte[] bytes =
        Seeds.utf8(ACCEPTING.substring(ACCEPTING.indexOf("accept:"), ACCEPTING.indexOf("rules:")));
    return Specimen.checked(
            "accepted findings",
            "trailproof.yaml",
            ByteMutator.mutated(bytes, List.of(bytes), random))
        .and("plan.json", Files.readAllBytes(PLAN))
        .calling("check", "--config", IN_FOLDER + "trailproof.yaml", IN_FOLDER + "plan.json");
  }
}
