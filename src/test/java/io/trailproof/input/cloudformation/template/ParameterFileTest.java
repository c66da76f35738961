package io.trailproof.input.cloudformation.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ParameterFileTest {
  @Test
  void everyFormThatToolsWriteIsRead() {
    Map<String, String> expected = Map.of("A", "x", "B", "1,2");
    assertEquals(
        expected,
        read(
            "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"x\"}, {\"ParameterKey\": \"B\","
                + " \"ParameterValue\": \"1,2\"}, {\"ParameterKey\": \"C\","
                + " \"UsePreviousValue\": true}]"));
    assertEquals(expected, read("[\"A=x\", \"B=1,2\"]"));
    assertEquals(expected, read("{\"Parameters\": {\"A\": \"x\", \"B\": [1, 2]}, \"Tags\": {}}"));
    assertEquals(expected, read("A: x\nB: 1,2\n"));
    assertEquals(
        expected,
        read("template-file-path: t.yaml\nparameters:\n  A: x\n  B: [1, 2]\ntags: {T: x}\n"));
    assertEquals(Map.of(), read("template-file-path: t.yaml\ntags: {T: x}\n"));
    assertEquals(Map.of("parameters", "x"), read("parameters: x\n"));
  }

  @Test
  void whatIsNoValueIsReportedWhereItStands() {
    Outcome<Map<String, String>> outcome =
        ParameterFile.read(SourceFile.ofText("p", "[{\"ParameterKey\": \"A\"}, \"x\"]"));
    assertEquals(2, outcome.diagnostics().size());
    assertEquals("invalid-parameters", outcome.diagnostics().get(0).code());
  }

  @Test
  void noValueIsShownByWhatIsSaidOfIt() {
    for (String text :
        new String[] {
          "[{\"ParameterKey\": \"A\"}, \"x\"]",
          "A: HUNTER2: x\n",
          "[{\"ParameterKey\": \"A\", \"ParameterValue\": \"HUNTER2\" 1}]"
        }) {
      ParameterFile.read(SourceFile.ofText("p", text))
          .diagnostics()
          .forEach(
              one -> {
                assertFalse(Objects.requireNonNull(one.primary()).isQuoted(), text);
                assertFalse(one.toString().contains("HUNTER2"), one::toString);
              });
    }
  }

  private static Map<String, String> read(String text) {
    return ParameterFile.read(SourceFile.ofText("p", text)).value().orElseThrow();
  }
}
