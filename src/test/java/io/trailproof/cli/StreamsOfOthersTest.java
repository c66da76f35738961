package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role that may write to streams which no trail makes lets none write (F17). */
final class StreamsOfOthersTest {
  private static final Path GOOD = Path.of("fixtures/cloudformation/compliant/template.yaml");
  private static final String RESOURCE = "                Resource: !GetAtt TrailLogGroup.Arn\n";

  private static final String NAME = "      LogGroupName: ";
  private static final String PARAMETERS = "Parameters:\n";

  @TempDir Path folder;

  /** The name of the log group holds the stack's, which nobody knows and which has no colon. */
  @Test
  void nameOfAStackHidesNoStream() throws IOException {
    String good = Files.readString(GOOD);
    assertTrue(good.contains(RESOURCE) && good.contains("AWS::StackName"), "the fixture's role");
    assertEquals("fail", verdict(good, "app-*"));
    assertEquals("pass", verdict(good, "*_CloudTrail_*"));
  }

  /** Nor does any other name of a log group, whatever a parameter gives it or a part of it. */
  @Test
  void nameOfALogGroupHidesNoStream() throws IOException {
    String good = Files.readString(GOOD);
    assertTrue(good.contains(NAME) && good.contains(PARAMETERS), "the fixture's log group");
    for (String name : List.of("!Ref Group", "!Sub '${Group}-trail'", "!Sub '${Group}${Group}'")) {
      String open =
          good.replace(PARAMETERS, PARAMETERS + "  Group: { Type: String }\n")
              .replaceFirst(NAME + ".*", NAME + Matcher.quoteReplacement(name));
      assertEquals("fail", verdict(open, "app-*"), name);
      assertEquals("pass", verdict(open, "*_CloudTrail_*"), name);
    }
  }

  private String verdict(String template, String streams) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(
        file,
        template.replace(
            RESOURCE,
            "                Resource: !Sub"
                + " 'arn:aws:logs:*:*:log-group:${TrailLogGroup}:log-stream:"
                + streams
                + "'\n"));
    return Checked.of(file.toString()).verdict();
  }
}
