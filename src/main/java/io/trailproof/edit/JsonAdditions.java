package io.trailproof.edit;

import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Hcl;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources more in one {@code .tf.json} file. */
final class JsonAdditions {
  private static final String RESOURCE = "resource";

  private final SourceFile file;
  private final JsonMembers members;

  /** Types to labels to the text of the object. */
  private final Map<String, Map<String, Text>> added = new LinkedHashMap<>();

  /** What is written with an indentation that is known only later. */
  private interface Text {
    String of(String indent);
  }

  JsonAdditions(SourceFile file) {
    this.file = file;
    this.members = new JsonMembers(new SourceLines(file));
  }

  /** A resource more. */
  void add(Block beside, Alteration.Add add, Hcl hcl) {
    String address = hcl.relative(add.resource());
    int dot = address.indexOf('.');
    added
        .computeIfAbsent(address.substring(0, dot), any -> new LinkedHashMap<>())
        .put(address.substring(dot + 1), indent -> object(beside, add, hcl, indent));
  }

  private String object(Block beside, Alteration.Add add, Hcl hcl, String indent) {
    TerraformJson json = new TerraformJson(hcl);
    List<String> all = new ArrayList<>();
    beside
        .body()
        .attribute("provider")
        .ifPresent(
            one -> all.add("\"provider\": " + file.text(one.whole().start(), one.whole().end())));
    Value.Fields written = hcl.spellings().written(add);
    written
        .fields()
        .forEach(
            (name, value) ->
                all.add(
                    "\""
                        + name
                        + "\": "
                        + (hcl.spellings().policies(add.resource()).contains(name)
                            ? json.policy(value)
                            : json.value(value, indent + "  "))));
    if (!add.after().isEmpty()) {
      List<String> after = new ArrayList<>();
      add.after().forEach(one -> after.add("\"" + hcl.relative(one) + "\""));
      all.add("\"depends_on\": [" + String.join(", ", after) + "]");
    }
    return all.isEmpty()
        ? "{}"
        : "{\n" + indent + "  " + String.join(",\n" + indent + "  ", all) + "\n" + indent + "}";
  }

  List<TextEdit> edits() {
    Optional<Node.Mapping> root = JsonStream.read(file).value().flatMap(Node::asMapping);
    Optional<Node> resources = root.flatMap(one -> one.get(RESOURCE));
    for (Map.Entry<String, Map<String, Text>> one : added.entrySet()) {
      if (resources.isPresent() && resources.get() instanceof Node.Mapping types) {
        ofType(types, one.getKey(), one.getValue());
      } else if (resources.isPresent() && resources.get() instanceof Node.Sequence list) {
        String indent = members.indent(list.span());
        members.append(
            list.span(),
            list.items().isEmpty(),
            List.of("{ \"" + one.getKey() + "\": " + labels(one.getValue(), indent) + " }"));
      } else if (root.isPresent()) {
        String indent = members.indent(root.get().span());
        members.add(
            root.get().span(),
            RESOURCE,
            "{ \"" + one.getKey() + "\": " + labels(one.getValue(), indent) + " }");
      }
    }
    return members.edits();
  }

  private void ofType(Node.Mapping types, String type, Map<String, Text> labels) {
    Optional<Node.Mapping> there = types.get(type).flatMap(Node::asMapping);
    if (there.isPresent()) {
      String indent = members.indent(there.get().span());
      labels.forEach((label, text) -> members.add(there.get().span(), label, text.of(indent)));
    } else {
      members.add(types.span(), type, labels(labels, members.indent(types.span())));
    }
  }

  private static String labels(Map<String, Text> labels, String indent) {
    List<String> all = new ArrayList<>();
    labels.forEach((label, text) -> all.add("\"" + label + "\": " + text.of(indent + "  ")));
    return "{\n" + indent + "  " + String.join(",\n" + indent + "  ", all) + "\n" + indent + "}";
  }
}
