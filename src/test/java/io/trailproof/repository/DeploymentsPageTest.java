package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/deployments.md shows of a configuration is the file that its commands run with. */
final class DeploymentsPageTest {
  private static final Path EXAMPLE = Path.of("docs/examples/deployments.yaml");

  private static String read(Path file) throws IOException {
    return Files.readString(Checkout.ROOT.resolve(file));
  }

  @Test
  void configurationThatIsShownIsTheOneThatIsRun() throws IOException {
    String page = read(Path.of("docs/deployments.md"));
    assertTrue(page.contains("```yaml\n" + read(EXAMPLE) + "```\n"), "the page shows another");
    assertTrue(page.contains("--config " + EXAMPLE + "\n"));
  }

  @Test
  void everyKeyIsExplainedAndShown() throws IOException {
    String page = read(Path.of("docs/deployments.md"));
    JsonNode schema =
        new ObjectMapper().readTree(read(Path.of("rules/schema/trailproof.schema.json")));
    schema
        .at("/definitions/deployment/properties")
        .fieldNames()
        .forEachRemaining(
            key -> {
              assertTrue(page.contains("\n| `" + key + "` | "), key);
              assertTrue(page.contains("\n    " + key + ":"), key);
            });
  }
}
