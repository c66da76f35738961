package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a platform reads of ours is what the schema for it asks for (src/test/resources/schemas).
 */
final class PublishedSchemasTest {
  private static final Path SCHEMAS = Checkout.ROOT.resolve("src/test/resources/schemas");

  @Test
  void actionIsOne() throws IOException {
    String action = read("action.yml");
    holds("github-actions.json", action);
    breaks("github-actions.json", action.replace("using: composite", "using: composit"));
    breaks("github-actions.json", action.replace("shell: bash", "shel: bash"));
  }

  @Test
  void workflowIsOne() throws IOException {
    String workflow = read("docs/ci/github/workflow.yml");
    holds("github-workflows.json", workflow);
    breaks("github-workflows.json", workflow.replace("runs-on", "run-on"));
    breaks("github-workflows.json", workflow.replace("contents: read", "contents: reads"));
  }

  @Test
  void pipelineOfGitlabIsOne() throws IOException {
    String pipeline = read("docs/ci/gitlab-ci.yml");
    holds("gitlab-ci.json", pipeline);
    breaks("gitlab-ci.json", pipeline.replace("when: always", "when: ever"));
    breaks("gitlab-ci.json", pipeline.replace("codequality:", "code-quality:"));
  }

  private static String read(String file) throws IOException {
    return Files.readString(Checkout.ROOT.resolve(file));
  }

  private static void holds(String schema, String yaml) throws IOException {
    assertEquals(List.of(), problems(schema, yaml));
  }

  private static void breaks(String schema, String yaml) throws IOException {
    assertFalse(problems(schema, yaml).isEmpty(), yaml);
  }

  private static List<String> problems(String schema, String yaml) throws IOException {
    Node document = YamlReader.read(SourceFile.ofText("file", yaml)).value().orElseThrow();
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(Files.readString(SCHEMAS.resolve(schema)))
        .validate(new ObjectMapper().writeValueAsString(plain(document)), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** The values alone; what is no number or word of YAML's is text. */
  private static Object plain(Node node) {
    return node.match(
        PublishedSchemasTest::plain,
        sequence -> {
          List<Object> items = new ArrayList<>();
          sequence.items().forEach(item -> items.add(plain(item)));
          return items;
        },
        mapping -> {
          Map<String, Object> members = new LinkedHashMap<>();
          mapping.members().forEach(member -> members.put(member.key(), plain(member.value())));
          return members;
        });
  }

  private static Object plain(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case NUMBER -> Double.valueOf(scalar.text());
      case BOOLEAN -> Boolean.valueOf(scalar.text());
      case NULL -> NullNode.getInstance();
      case STRING -> scalar.text();
    };
  }
}
