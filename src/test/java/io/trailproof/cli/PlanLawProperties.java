package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verdict of a plan does not hang on, and what less knowledge may not do to it. */
final class PlanLawProperties {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SOME_VALUES = 2;

  /** Bystanders: of types that the catalog knows, and of some that it does not. */
  private static final List<String> BYSTANDERS =
      List.of(
          "aws_cloudwatch_log_group",
          "aws_sns_topic",
          "aws_sqs_queue",
          "aws_iam_role",
          "aws_kms_key",
          "aws_instance",
          "random_pet");

  /** What a value that is not known may mean, so that a finding may be told in other words. */
  private static final Set<String> MAY_BE_MEANT =
      Set.of("aws_cloudwatch_log_group", "aws_sns_topic", "aws_iam_role");

  @TempDir Path folder;

  private record Input(String name, ObjectNode plan) {
    ObjectNode copy() {
      return plan.deepCopy();
    }
  }

  private static List<Input> inputs(Random random) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (Path path : Answer.inputs("terraform", Set.of("plan.json"), random)) {
      JsonNode root = read(path);
      if (root.path("configuration").path("root_module").path("resources").isArray()
          && root.path("planned_values").path("root_module").path("resources").isArray()) {
        inputs.add(new Input(path.toString(), (ObjectNode) root));
      }
    }
    assertTrue(inputs.size() >= Math.min(20, Answer.INPUTS / 2), "only " + inputs.size());
    return inputs;
  }

  /** Nothing for a file that is no JSON, of which the corpora hold some. */
  static JsonNode read(Path path) throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(path));
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private Answer answer(JsonNode plan) throws IOException {
    return Answer.of(folder, "plan.json", plan);
  }

  @Test
  void anUnrelatedResourceChangesNothing() throws IOException {
    Random random = new Random(11);
    List<String> broken = new ArrayList<>();
    for (Input input : inputs(random)) {
      Answer before = answer(input.plan());
      for (String type : List.of(any(random, BYSTANDERS), any(random, BYSTANDERS))) {
        ObjectNode more = input.copy();
        addBystander(more, type);
        Answer after = answer(more);
        if (MAY_BE_MEANT.contains(type) ? !before.agrees(after) : !before.same(after)) {
          broken.add(input.name() + " beside " + type + ": " + before + " becomes " + after);
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  private static void addBystander(ObjectNode plan, String type) {
    ObjectNode resource = JSON.createObjectNode();
    String provider = type.startsWith("aws_") ? "aws" : "random";
    resource.put("address", type + ".bystander").put("mode", "managed").put("type", type);
    resource.put("name", "bystander");
    resource.put("provider_name", "registry.terraform.io/hashicorp/" + provider);
    ObjectNode values = JSON.createObjectNode();
    if (!type.equals("aws_kms_key") && !type.equals("aws_instance")) {
      values.put("name", "the-bystander");
    }
    if (type.equals("aws_iam_role")) {
      values.put("assume_role_policy", "{\"Version\":\"2012-10-17\",\"Statement\":[]}");
    }
    ObjectNode planned = resource.deepCopy();
    planned.set("values", values);
    ((ArrayNode) plan.at("/planned_values/root_module/resources")).add(planned);
    ObjectNode changed = resource.deepCopy();
    ObjectNode change = changed.putObject("change");
    change.putArray("actions").add("create");
    change.putNull("before");
    change.set("after", values.deepCopy());
    change.putObject("after_unknown").put("arn", true).put("id", true);
    plan.withArray("resource_changes").add(changed);
    ObjectNode written = resource.deepCopy();
    written.put("address", type + ".bystander");
    written.put("provider_config_key", provider(plan, provider));
    written.remove("provider_name");
    ObjectNode expressions = written.putObject("expressions");
    values
        .properties()
        .forEach(one -> expressions.putObject(one.getKey()).set("constant_value", one.getValue()));
    ((ArrayNode) plan.at("/configuration/root_module/resources")).add(written);
  }

  /** A provider of the plan that others use too, if there is one. */
  private static String provider(ObjectNode plan, String provider) {
    for (JsonNode one : plan.at("/configuration/root_module/resources")) {
      String key = one.path("provider_config_key").asText();
      if (key.startsWith(provider)) {
        return key;
      }
    }
    return provider;
  }

  @Test
  void renamingEverythingChangesNothing() throws IOException {
    Random random = new Random(13);
    List<String> broken = new ArrayList<>();
    for (Input input : inputs(random)) {
      Set<String> addresses = new TreeSet<>();
      collect(input.plan().get("configuration").get("root_module"), addresses);
      List<String> names = List.copyOf(addresses);
      ObjectNode renamed = input.copy();
      rename(renamed, names, "r" + random.nextInt(100) + "_", "");
      Answer before = answer(input.plan());
      Answer after = answer(renamed);
      if (!before.same(after)) {
        broken.add(input.name() + ": " + before + " becomes " + after);
      }
    }
    assertEquals(List.of(), broken);
  }

  private static void collect(JsonNode module, Set<String> into) {
    for (JsonNode resource : module.path("resources")) {
      into.add(resource.path("type").asText() + "." + resource.path("name").asText());
    }
    module.path("module_calls").forEach(call -> collect(call.path("module"), into));
  }

  /** Renames in every address and reference; what things are called in AWS stays. */
  private static void rename(JsonNode node, List<String> names, String prefix, String key) {
    if (node instanceof ObjectNode object) {
      if (object.path("mode").isTextual() && object.path("name").isTextual()) {
        object.put("name", prefix + object.get("name").asText());
      }
      for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
        boolean ofAws = Set.of("before", "after", "constant_value").contains(member.getKey());
        if (ofAws || (member.getKey().equals("values") && object.has("address"))) {
          continue;
        }
        if (member.getValue().isTextual()
            && Set.of("address", "previous_address", "resource").contains(member.getKey())) {
          object.put(member.getKey(), renamed(member.getValue().asText(), names, prefix));
        } else {
          rename(member.getValue(), names, prefix, member.getKey());
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isTextual() && Set.of("references", "depends_on").contains(key)) {
          array.set(i, TextNode.valueOf(renamed(array.get(i).asText(), names, prefix)));
        } else {
          rename(array.get(i), names, prefix, key);
        }
      }
    }
  }

  private static String renamed(String address, List<String> names, String prefix) {
    for (String name : names) {
      String[] parts = name.split("\\.", 2);
      String found = "(?<![\\w-])" + parts[0] + "\\." + parts[1] + "(?![\\w-])";
      String changed = address.replaceFirst(found, parts[0] + "." + prefix + parts[1]);
      if (!changed.equals(address)) {
        return changed;
      }
    }
    return address;
  }

  /** With the expression as it was, and with one that refers to something of later on. */
  @Test
  void lessKnowledgeNeverTurnsAVerdict() throws IOException {
    Random random = new Random(17);
    List<String> broken = new ArrayList<>();
    int certain = 0;
    for (Input input : inputs(random)) {
      Answer known = answer(input.plan());
      for (int i = 0; i < SOME_VALUES; i++) {
        ObjectNode open = input.copy();
        String what = PlanForgetting.forget(open, random);
        if (what.isEmpty()) {
          break;
        }
        Answer told = answer(open);
        certain += told.events().containsValue("unknown") ? 0 : 1;
        List<String> against = told.contradicts(known);
        if (!against.isEmpty()) {
          broken.add(
              input.name()
                  + " without "
                  + what
                  + ": "
                  + against
                  + " "
                  + known.codes()
                  + " "
                  + told.codes());
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(certain > 5, "only " + certain + " answers were certain");
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
