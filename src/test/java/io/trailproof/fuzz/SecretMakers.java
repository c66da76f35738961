package io.trailproof.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.cli.Planted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Inputs that hold a secret where their language says so; it may never be printed. */
final class SecretMakers {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String SECRET = "HUNTER2x";
  private static final String HIDDEN = "FuzzHidden";
  private static final String IN_FOLDER = Specimen.FOLDER + "/";

  private final Seeds seeds;

  SecretMakers(Seeds seeds) {
    this.seeds = seeds;
  }

  /** A plan with values that are marked as sensitive, whole or broken. */
  Specimen plan(Random random) {
    Seeds.Tree tree = seeds.planTree(random);
    ObjectNode root = tree.root().deepCopy();
    Planted planted = Planted.of(root).sensitive();
    List<Planted.Leaf> leaves = planted.values();
    for (int i = random.nextInt(4); i > 0 && !leaves.isEmpty(); i--) {
      String old = FuzzTarget.any(random, leaves).text();
      String secret = random.nextBoolean() ? SECRET : old + SECRET;
      leaves.stream()
          .filter(leaf -> leaf.text().equals(old))
          .forEach(leaf -> leaf.change(text -> secret));
    }
    if (root.path("variables").isObject() || !root.has("variables")) {
      root.withObject("/variables").putObject("hidden").put("value", SECRET);
      JsonNode module = root.path("configuration").path("root_module");
      if (module instanceof ObjectNode written
          && (written.path("variables").isObject() || !written.has("variables"))) {
        written.withObject("/variables").putObject("hidden").put("sensitive", true);
      }
    }
    byte[] bytes = TreeMutator.bytes(root, random.nextBoolean());
    return Specimen.checked(
            tree.story() + ", sensitive",
            "plan.json",
            random.nextBoolean() ? bytes : broken(bytes, random))
        .hiding(SECRET);
  }

  /** The bytes with a fault beside a secret; as they were where they still read as JSON. */
  private static byte[] broken(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf(SECRET); at >= 0; at = text.indexOf(SECRET, at + 1)) {
      places.add(at);
    }
    if (places.isEmpty()) {
      return bytes;
    }
    int near = FuzzTarget.any(random, places) - 12 + random.nextInt(24 + SECRET.length());
    int at = Math.max(0, Math.min(bytes.length, near));
    byte[] changed =
        switch (random.nextInt(4)) {
          case 0 -> java.util.Arrays.copyOf(bytes, at);
          case 1 -> ByteMutator.replaced(bytes, at, Math.min(bytes.length, at + 1), new byte[0]);
          case 2 -> ByteMutator.replaced(bytes, at, at, Seeds.utf8("\"\n,"));
          default -> ByteMutator.replaced(bytes, at, at, new byte[] {(byte) 0xE9});
        };
    try {
      JSON.readTree(changed);
      return bytes;
    } catch (IOException e) {
      return changed;
    }
  }

  /** A template with a parameter that is not to be shown, used where it makes sense or not. */
  Specimen template(Random random) throws IOException {
    return template(random, false);
  }

  /** The same, used where a name of something else is wanted too. */
  Specimen templateNames(Random random) throws IOException {
    return template(random, true);
  }

  private Specimen template(Random random, boolean names) throws IOException {
    Seeds.Tree tree = seeds.templateTree(random);
    ObjectNode root = tree.root().deepCopy();
    List<TreeMutator.Slot> slots = new ArrayList<>();
    for (JsonNode resource : root.get("Resources")) {
      slots.addAll(TreeMutator.slots(resource));
    }
    slots.removeIf(slot -> slot.key().equals("Type"));
    for (int i = 1 + random.nextInt(3); i > 0 && !slots.isEmpty(); i--) {
      FuzzTarget.any(random, slots).set(names ? useAsName(random) : use(random));
    }
    if (!root.path("Parameters").isObject()) {
      root.putObject("Parameters");
    }
    ObjectNode parameter = root.withObject("/Parameters").putObject(HIDDEN);
    parameter.put("Type", random.nextInt(4) == 0 ? "CommaDelimitedList" : "String");
    parameter.put("NoEcho", true);
    if (random.nextInt(4) == 0) {
      parameter.put("AllowedPattern", "[a-z]+");
    }
    String name = "template.json";
    List<String> call = new ArrayList<>(List.of("check", "--no-config"));
    switch (random.nextInt(3)) {
      case 0 -> parameter.put("Default", SECRET);
      case 1 -> call.addAll(List.of("--parameter", HIDDEN + "=" + SECRET));
      default -> call.addAll(List.of("--parameters", IN_FOLDER + "parameters.json"));
    }
    byte[] bytes = TreeMutator.bytes(root, random.nextBoolean());
    call.add(IN_FOLDER + name);
    return Specimen.checked(tree.story() + " with a NoEcho parameter", name, bytes)
        .and("parameters.json", Seeds.utf8("{\"" + HIDDEN + "\": \"" + SECRET + "\"}"))
        .calling(call.toArray(String[]::new))
        .hiding(SECRET);
  }

  private static JsonNode use(Random random) {
    JsonNode ref = JSON.createObjectNode().put("Ref", HIDDEN);
    ObjectNode function = JSON.createObjectNode();
    return switch (random.nextInt(6)) {
      case 0 -> function.put("Fn::Sub", "x${" + HIDDEN + "}");
      case 1 ->
          function.set(
              "Fn::Join",
              JSON.createArrayNode().add("-").add(JSON.createArrayNode().add(ref).add("x")));
      case 2 ->
          function.set(
              "Fn::Select",
              JSON.createArrayNode()
                  .add(0)
                  .add(
                      JSON.createObjectNode()
                          .set("Fn::Split", JSON.createArrayNode().add(",").add(ref))));
      case 3 -> JSON.createArrayNode().add(ref);
      default -> ref;
    };
  }

  private static JsonNode useAsName(Random random) {
    JsonNode ref = JSON.createObjectNode().put("Ref", HIDDEN);
    ObjectNode function = JSON.createObjectNode();
    return switch (random.nextInt(6)) {
      case 0 -> function.set("Fn::Base64", ref);
      case 1 -> function.set("Fn::FindInMap", JSON.createArrayNode().add(ref).add("a").add("b"));
      case 2 -> function.set("Fn::ImportValue", ref);
      case 3 -> function.set("Fn::GetAtt", JSON.createArrayNode().add(ref).add("Arn"));
      case 4 -> function.set("Fn::Select", JSON.createArrayNode().add(ref).add(ref));
      default -> function.set("Ref", ref);
    };
  }

  /** A file of parameters, some of them not to be shown, with a fault in it. */
  Specimen parameters(Random random) {
    String file =
        FuzzTarget.any(
            random,
            List.of(
                "[{\"ParameterKey\":\"" + HIDDEN + "\",\"ParameterValue\":\"" + SECRET + "\"}]",
                "{\"Parameters\": {\n\"" + HIDDEN + "\": \"" + SECRET + "\"}}",
                "{\"" + HIDDEN + "\": [\"" + SECRET + "\"]}",
                "[\"" + HIDDEN + "=" + SECRET + "\"]",
                HIDDEN + ": " + SECRET + "\n",
                HIDDEN + ": '" + SECRET + "'\nOther:\n  - " + SECRET + "\n"));
    byte[] bytes = Seeds.utf8(file);
    return Specimen.checked(
            "parameters", "parameters.yaml", ByteMutator.mutated(bytes, List.of(bytes), random))
        .and("template.json", hidden())
        .calling(
            "check",
            "--no-config",
            "--parameters",
            IN_FOLDER + "parameters.yaml",
            IN_FOLDER + "template.json")
        .hiding(SECRET);
  }

  /** A configuration that gives parameters, with a fault in it. */
  Specimen configuration(Random random) {
    byte[] bytes =
        Seeds.utf8(
            "deployments:\n  a:\n    inputs: template.json\n    parameters:\n      "
                + HIDDEN
                + ": "
                + SECRET
                + "\n    region: us-east-1\n");
    return Specimen.checked(
            "configuration", "trailproof.yaml", ByteMutator.mutated(bytes, List.of(bytes), random))
        .and("template.json", hidden())
        .calling("check", "--config", IN_FOLDER + "trailproof.yaml", IN_FOLDER + "template.json")
        .hiding(SECRET);
  }

  private static byte[] hidden() {
    return Seeds.utf8(
        "{\"Parameters\":{\""
            + HIDDEN
            + "\":{\"Type\":\"String\",\"NoEcho\":true,\"AllowedPattern\":\"[a-z]+\"}},"
            + "\"Resources\":{\"T\":{\"Type\":\"AWS::SNS::Topic\",\"Properties\":{\"TopicName\":"
            + "{\"Ref\":\""
            + HIDDEN
            + "\"}}}}}");
  }
}
