package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --parameter} and {@code --parameters}. */
final class ParametersTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Threshold: {Type: Number, AllowedValues: [1, 5]}
        Email: {Type: String, Default: security@acme.test}
      """
          + Chains.template("Threshold: 1", "Threshold: !Ref Threshold");

  @TempDir Path folder;

  @Test
  void aFileGivesParametersAndTheCommandLineWins() throws IOException {
    String template = write("t.yaml", TEMPLATE);
    String cli =
        write("cli.json", "[{\"ParameterKey\": \"Threshold\", \"ParameterValue\": \"5\"}]");
    String pipeline = write("pipeline.json", "{\"Parameters\": {\"Threshold\": 1}}");
    assertEquals("unknown", Checked.of(template).verdict());
    assertEquals("fail", Checked.of("--parameters", cli, template).verdict());
    assertEquals("pass", Checked.of("--parameters", pipeline, template).verdict());
    assertEquals(
        "pass", Checked.of("--parameters", cli, "--parameters", pipeline, template).verdict());
    assertEquals(
        "pass", Checked.of("--parameters", cli, "--parameter", "Threshold=1", template).verdict());
  }

  @Test
  void aNameThatNoTemplateHasIsNoted() throws IOException {
    String template = write("t.yaml", TEMPLATE);
    String other = write("u.yaml", "Resources: {T: {Type: 'AWS::SNS::Topic'}}");
    Checked wrong = Checked.of("--parameter", "Treshold=1", template);
    assertEquals(List.of("unknown-parameter 2:3"), wrong.diagnostics());
    assertTrue(wrong.text().contains("did you mean `Threshold`?"), wrong.text());
    assertEquals(1, wrong.status());
    assertEquals(
        List.of(),
        Checked.of("--each", "--parameter", "Threshold=1", template, other).diagnostics());
    assertEquals(
        List.of("unknown-parameter 1:1"),
        Checked.of("--each", "--parameter", "Nothing=1", other, template).diagnostics());
  }

  @Test
  void aFileThatIsNoneIsAnErrorWithItsPlace() throws IOException {
    String template = write("t.yaml", TEMPLATE);
    String broken = write("broken.json", "[{\"ParameterKey\": \"Threshold\"},\n 12]");
    Checked checked = Checked.of("--parameters", broken, template);
    assertEquals(
        List.of("invalid-parameters 1:2", "invalid-parameters 2:2"), checked.diagnostics());
    assertEquals(3, checked.status());
    assertEquals(3, Checked.of("--parameters", folder + "/none.json", template).status());
  }

  @Test
  void aValueThatTheTemplateRefusesIsNoted() throws IOException {
    String template = write("t.yaml", TEMPLATE);
    assertEquals(
        List.of("refused-value 2:3"),
        Checked.of("--parameter", "Threshold=3", template).diagnostics());
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
