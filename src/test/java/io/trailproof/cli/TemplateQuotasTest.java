package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CloudFormation takes no more of is said, and no verdict rests on it. */
final class TemplateQuotasTest {
  private static final Path GOOD = Path.of("fixtures/cloudformation/compliant/template.yaml");
  private static final String RESOURCES = "\nResources:\n";

  @TempDir Path folder;

  @Test
  void resourcesBeyondTheQuotaAreSaid() throws IOException {
    StringBuilder topics = new StringBuilder(RESOURCES);
    for (int i = 0; i < 501; i++) {
      topics.append("  Topic").append(i).append(": { Type: AWS::SNS::Topic }\n");
    }
    Invocation.Ended ended = check(topics.toString());
    assertEquals(0, ended.status(), ended.out());
    assertTrue(ended.out().contains("resources, and CloudFormation takes 500 in one"), ended.out());
  }

  @Test
  void farBeyondItNothingIsRead() throws IOException {
    StringBuilder topics = new StringBuilder(RESOURCES);
    for (int i = 0; i < Limits.RESOURCES; i++) {
      topics.append("  T").append(i).append(": { Type: AWS::SNS::Topic }\n");
    }
    Invocation.Ended ended = check(topics.toString());
    assertEquals(3, ended.status(), ended.out());
    assertTrue(ended.out().contains("error[too-large]"), ended.out());
    assertTrue(ended.out().contains("no more than 50000 are read"), ended.out());
  }

  @Test
  void bytesBeyondTheQuotaAreSaid() throws IOException {
    Invocation.Ended ended = check(("\n# " + "a".repeat(1000)).repeat(1050) + RESOURCES);
    assertEquals(0, ended.status(), ended.out());
    assertTrue(ended.out().contains("the template is larger than 1048576 bytes"), ended.out());
  }

  @Test
  void nothingIsSaidWithinThem() throws IOException {
    assertFalse(check(RESOURCES).out().contains("refused-template"));
  }

  private Invocation.Ended check(String resources) throws IOException {
    String good = Files.readString(GOOD);
    assertTrue(good.contains(RESOURCES));
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, good.replace(RESOURCES, resources));
    return Invocation.of("check", "--no-config", file.toString());
  }
}
