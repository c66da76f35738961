package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that is named in the place of another may be one of secrets: what is wrong with it is said
 * by its place, in every command, and never by its text.
 */
final class NamedByMistakeTest {
  private static final String SECRET = "S3CR3T";

  /** Files of secrets, whole and broken. */
  private static final List<String> SECRETS =
      List.of(
          "password: S3CR3T\n",
          "password: S3CR3T: x\n",
          "- ParameterKey: Password\n  ParameterValue: S3CR3T\n",
          "{\"Parameters\": {\"Password\": \"S3CR3T\"}}\n",
          "{\"Parameters\": {\"Password\": \"S3CR3T\",, }}\n",
          "password: { S3CR3T\n",
          "deployments: { a: { inputs: t.yaml, parameters: { Key: S3CR3T } } }\n",
          "password: &S3CR3T x\nother: *S3CR3T-too\n",
          "password: S3CR3T\npassword: S3CR3T\n");

  @TempDir private Path folder;

  private void nothingIsShown(Path file, String text, List<String> line) throws IOException {
    Files.writeString(file, text);
    Invocation.Ended ended = Invocation.of(line.toArray(String[]::new));
    String all = ended.out() + ended.err();
    assertEquals(3, ended.status(), all);
    assertTrue(all.contains("error"), all);
    assertTrue(all.contains("" + file.getFileName()), all);
    assertFalse(all.contains(SECRET), line + " shows\n" + all);
  }

  private void nothingIsShown(String name, List<String> line) throws IOException {
    Path file = folder.resolve(name);
    for (String text : SECRETS) {
      nothingIsShown(file, text, line.stream().map(word -> word.replace("%", "" + file)).toList());
    }
    Files.delete(file);
  }

  @Test
  void aFolderOfOwnRulesMayHoldOtherThings() throws IOException {
    nothingIsShown("a.yaml", List.of("test", "-f", "junit", folder.toString()));
    nothingIsShown("a.yaml", List.of("check", "--no-config", "-f", "json", "--rules", "%", "x"));
    nothingIsShown("a.yml", List.of("explain", "--rules", "%", "alarm-threshold"));
    nothingIsShown("a.chain.yaml", List.of("rules", "--rules", "%"));
    nothingIsShown("a.catalog.yaml", List.of("pattern", "--rules", folder.toString(), "x"));
    nothingIsShown("a.test.yaml", List.of("test", folder.toString()));
  }

  @Test
  void whatIsNoListOfVectorsAndNoResultIsNotShown() throws IOException {
    nothingIsShown("a.json", List.of("pattern", "--vectors", "%"));
    for (String format : List.of("text", "json", "sarif", "html")) {
      nothingIsShown("a.json", List.of("report", "-f", format, "%"));
    }
  }

  /** What is wrong with a rule that is one is shown: its author has to find it. */
  @Test
  void aRuleIsQuoted() throws IOException {
    Path file = folder.resolve("a.yaml");
    for (String text : List.of("claim: fires\nother: x\n", "id: a\nchain: cloudtrail-alarm: x\n")) {
      Files.writeString(file, text);
      String all = Invocation.of("rules", "--rules", file.toString()).err();
      assertTrue(all.contains(" 2 │ "), all);
    }
  }

  @Test
  void recordsAreNotRepeated() throws IOException {
    Path records = folder.resolve("records.json");
    for (String text :
        List.of(
            "S3CR3T\n",
            "{\"password\": \"S3CR3T\"}",
            "{\"Records\": [{\"eventName\": \"PutUserPolicy\", \"password\": \"S3CR3T\"}]}",
            "{\"events\": [{\"message\": \"S3CR3T\"}]}",
            "{\"password\": \"S3CR3T\"")) {
      Files.writeString(records, text);
      for (String language : List.of("filter", "insights")) {
        for (String format : List.of("text", "json")) {
          String pattern =
              language.equals("filter")
                  ? "{ $.eventName = \"PutUserPolicy\" }"
                  : "filter eventName = \"PutUserPolicy\"";
          Invocation.Ended ended =
              Invocation.of(
                  "pattern",
                  "--language",
                  language,
                  "-f",
                  format,
                  "--record",
                  records.toString(),
                  pattern);
          assertEquals(1, ended.status(), ended.err());
          assertFalse((ended.out() + ended.err()).contains(SECRET), ended.out() + ended.err());
        }
      }
    }
  }

  @Test
  void aConfigurationToAcceptInIsNotShown() throws IOException {
    Path config = folder.resolve("c.yaml");
    for (String text :
        List.of("accept: { S3CR3T\n", "accept: [ { reason: S3CR3T } ]\n", "accept: S3CR3T\n")) {
      Files.writeString(config, text);
      Invocation.Ended ended =
          Invocation.of(
              "accept",
              "--config",
              config.toString(),
              "--reason",
              "r",
              "--until",
              "2030-01-01",
              "iam-policy-changes/trail",
              "x");
      assertFalse((ended.out() + ended.err()).contains(SECRET), ended.out() + ended.err());
    }
  }

  /** A value on the command line is in the log of a build as soon as a message repeats it. */
  @Test
  void aParameterThatIsNoPairIsNotRepeated() {
    for (List<String> line :
        List.of(
            List.of("check", "x.json", "--parameter", SECRET),
            List.of("check", "x.json", "--parameter=" + SECRET),
            List.of("check", "--paramter", "Key=" + SECRET, "x.json"),
            List.of("check", "--paramter=Key=" + SECRET, "x.json"))) {
      Invocation.Ended ended = Invocation.of(line.toArray(String[]::new));
      assertEquals(2, ended.status(), ended.err());
      assertFalse((ended.out() + ended.err()).contains(SECRET), ended.out() + ended.err());
    }
  }
}
