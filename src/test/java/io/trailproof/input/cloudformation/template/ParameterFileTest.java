package io.trailproof.input.cloudformation.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import java.util.Map;
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
  }

  @Test
  void whatIsNoValueIsReportedWhereItStands() {
    Outcome<Map<String, String>> outcome =
        ParameterFile.read(SourceFile.ofText("p", "[{\"ParameterKey\": \"A\"}, \"x\"]"));
    assertEquals(2, outcome.diagnostics().size());
    assertEquals("invalid-parameters", outcome.diagnostics().get(0).code());
  }

  private static Map<String, String> read(String text) {
    return ParameterFile.read(SourceFile.ofText("p", text)).value().orElseThrow();
  }
}
