package io.trailproof.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trailproof.check.Checker;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.ReadSettings;
import io.trailproof.rule.Verdict;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Good templates with one value changed: none that the schema of its type forbids is proven, and
 * what means the same stays proven (F253, F255).
 */
final class SchemaMutantsTest {
  private static final Path ROOT = Path.of(System.getProperty("trailproof.root", "."));
  private static final List<String> GOOD =
      List.of("compliant", "compliant-helpers", "chat-channel");

  private final Corpus reader = new Corpus();
  private final Checker checker = new Checker(reader.catalog());
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void noTemplateThatASchemaForbidsIsProven() throws IOException, UnreadableSource {
    JsonNode schemas =
        json.readTree(ROOT.resolve("snapshots/cloudformation/schemas.json").toFile());
    List<String> wrong = new ArrayList<>();
    Map<Verdict, Integer> forbidden = new EnumMap<>(Verdict.class);
    int allowed = 0;
    for (String name : GOOD) {
      ObjectNode template =
          PlainTemplate.read(ROOT.resolve("fixtures/cloudformation/" + name + "/template.yaml"));
      template
          .withObject("/Conditions")
          .set("Always", json.readTree("{\"Fn::Equals\": [\"a\", \"a\"]}"));
      assertEquals(Verdict.PASS, verdict(template), name);
      for (TemplateMutants.Mutant mutant :
          TemplateMutants.of(template, schemas, reader.catalog().leeway())) {
        Verdict verdict = verdict(mutant.template());
        if (mutant.forbidden()) {
          forbidden.merge(verdict, 1, Integer::sum);
        } else {
          allowed++;
        }
        if (mutant.forbidden() == (verdict == Verdict.PASS)) {
          wrong.add(name + " " + mutant.name() + ": " + verdict);
        }
      }
    }
    System.out.printf("schema mutants: forbidden %s, allowed %d%n", forbidden, allowed);
    assertEquals(List.of(), wrong);
    assertTrue(forbidden.getOrDefault(Verdict.FAIL, 0) > 500, "only " + forbidden);
    assertTrue(allowed > 80, "only " + allowed);
  }

  private Verdict verdict(ObjectNode template) {
    SourceFile file = SourceFile.ofText("template.json", template.toString());
    Outcome<DeploymentGraphs> read = reader.graph(file, ReadSettings.NONE);
    assertTrue(
        read.diagnostics().stream().noneMatch(Diagnostic::isError),
        () -> read.diagnostics().toString());
    return checker.check(reader.rule(), read.value().orElseThrow()).verdict();
  }
}
