package io.trailproof.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.cli.TemplateAsJson;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.json.Json;
import io.trailproof.remedy.Alteration;
import io.trailproof.rule.RulesFolder;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever one change does to half of the templates of the fixtures, be it in brackets or with
 * other ends of lines: read again, only the property that it is about is another one.
 */
final class TemplateEditProperties {
  private static final Value WANTED = Value.text("a: \"b\" # {c}", Origin.NOWHERE);

  private int written;

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("fixtures/cloudformation"), 2)) {
      return files
          .filter(one -> one.toString().matches(".*template\\.(yaml|json)"))
          .sorted()
          .toList();
    }
  }

  @Test
  void onlyThatPropertyIsAnother() throws IOException {
    int count = 0;
    for (Path path : templates()) {
      String text = Files.readString(path);
      String name = path.toString();
      switch (count++ % 8) {
        case 1 -> changed(name, text.strip().replace("\n", "\r\n"));
        case 3 -> changed(name, TemplateAsJson.read(path).orElseThrow().toString());
        case 5 -> changed(name, TemplateAsJson.read(path).orElseThrow().toPrettyString());
        case 7 -> changed(name, text);
        default -> {}
      }
    }
    assertTrue(written > 500, () -> "only " + written);
  }

  private void changed(String name, String text) {
    SourceFile file = SourceFile.ofText("t", text);
    ResourceGraph graph =
        new DeploymentReader(RulesFolder.CATALOG)
            .read(Map.of(file, CloudFormationFormat.alone(RulesFolder.CATALOG)), ReadSettings.NONE)
            .value()
            .orElseThrow()
            .graph();
    for (Resource resource : graph.resources()) {
      if (resource.dialect() == Dialect.CLOUDFORMATION
          && resource.existence() == Existence.MANAGED) {
        for (String property : properties(resource)) {
          one(name, graph, file, new Alteration.Set(resource.id(), property, WANTED));
          one(name, graph, file, new Alteration.Unset(resource.id(), property));
        }
      }
    }
  }

  private static Set<String> properties(Resource resource) {
    Set<String> names = new LinkedHashSet<>();
    RulesFolder.CATALOG
        .type(resource.type())
        .ifPresent(type -> type.properties().forEach(one -> names.add(one.name())));
    return names;
  }

  private void one(String name, ResourceGraph graph, SourceFile file, Alteration change) {
    Edits edits =
        new TemplateEditor(RulesFolder.CATALOG, graph, List.of(change)).edits(List.of(change));
    if (edits.edits().isEmpty()) {
      return;
    }
    written++;
    String text = EditedFile.of(edits.edits()).get(0).text();
    String what = name + " " + change + "\n" + text;
    Json before = json(file);
    Json after = json(SourceFile.ofText("t", text));
    List<String> differing = new ArrayList<>();
    differ("", before, after, differing);
    assertEquals(1, differing.size(), () -> differing + " " + what);
    String logical = "/Resources/" + change.resource().address().split("\\.", -1)[0];
    assertTrue(differing.get(0).startsWith(logical), () -> differing + " " + what);
    assertEquals(ends(file.text()), ends(text), what);
    if (change instanceof Alteration.Set) {
      assertEquals(comments(file.text()), comments(text), what);
    }
  }

  /** Carriage returns for each line but for one of none, and whether the last line has an end. */
  private static String ends(String text) {
    boolean isMixed = text.contains("\r\n") && text.replace("\r\n", "").contains("\n");
    return (text.contains("\r\n") ? "with" : "without") + isMixed + text.endsWith("\n");
  }

  private static List<String> comments(String text) {
    return text.lines().filter(line -> line.strip().startsWith("#")).toList();
  }

  private static Json json(SourceFile file) {
    Node root = Documents.read(file).value().orElseThrow();
    return WrittenNode.of(root);
  }

  /** The places in which two trees differ; what one of them lacks is one place. */
  private static void differ(String path, Json one, Json other, List<String> all) {
    if (one.equals(other)) {
      return;
    }
    if (one instanceof Json.Obj a && other instanceof Json.Obj b) {
      Set<String> names = new LinkedHashSet<>(a.members().keySet());
      names.addAll(b.members().keySet());
      for (String name : names) {
        Json left = a.members().get(name);
        Json right = b.members().get(name);
        if (left == null || right == null) {
          all.add(path + "/" + name);
        } else {
          differ(path + "/" + name, left, right, all);
        }
      }
    } else if (one instanceof Json.Arr a
        && other instanceof Json.Arr b
        && a.elements().size() == b.elements().size()) {
      for (int i = 0; i < a.elements().size(); i++) {
        differ(path + "/" + i, a.elements().get(i), b.elements().get(i), all);
      }
    } else {
      all.add(path);
    }
  }
}
