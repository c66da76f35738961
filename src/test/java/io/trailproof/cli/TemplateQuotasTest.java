package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.source.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    Invocation.Ended ended = check(RESOURCES + topics(Limits.RESOURCES));
    assertEquals(3, ended.status(), ended.out());
    assertTrue(ended.out().contains("error[too-large]"), ended.out());
    assertTrue(ended.out().contains("no more than 50000 are read"), ended.out());
  }

  /** A list of numbers is no long text, and a turn of a loop takes few steps. */
  @Test
  void whatLoopsWriteOutBeyondTheLimitIsUnknown() throws IOException {
    String turns =
        IntStream.rangeClosed(0, Limits.WRITTEN_RESOURCES)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    isBeyond(
        "\nTransform: AWS::LanguageExtensions"
            + RESOURCES
            + "  Fn::ForEach::Topics: [ One, ["
            + turns
            + "], { \"T${One}\": { Type: AWS::SNS::Topic } } ]\n");
  }

  @Test
  void whatNestedStacksWriteOutBeyondTheLimitIsUnknown() throws IOException {
    Files.writeString(folder.resolve("child.yaml"), "Resources:\n" + topics(100));
    StringBuilder stacks = new StringBuilder(RESOURCES);
    for (int i = 0; i <= Limits.WRITTEN_RESOURCES / 100; i++) {
      stacks.append("  S").append(i).append(": { Type: AWS::CloudFormation::Stack, ");
      stacks.append("Properties: { TemplateURL: child.yaml } }\n");
    }
    isBeyond(stacks.toString());
  }

  private void isBeyond(String resources) throws IOException {
    Invocation.Ended ended = check(resources);
    assertEquals(1, ended.status(), ended.out());
    assertTrue(
        ended.out().contains("the loops and nested stacks write out more than 50000 resources"),
        ended.out());
  }

  private static String topics(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "  T" + i + ": { Type: AWS::SNS::Topic }\n")
        .collect(Collectors.joining());
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
