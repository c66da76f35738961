package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.trailproof.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code trailproof init} writes stands among the fixtures, with the plan that Terraform makes
 * of it; that the fixtures are proven holds it without Terraform.
 */
final class StarterFixturesTest {
  /** Chains of Terraform that are kept. */
  enum Kept {
    INIT("us-east-1", ""),
    INIT_EVERY_RULE("us-east-1", "--rule *"),
    INIT_EXISTING(
        "eu-central-1",
        "--trail-arn arn:aws:cloudtrail:eu-central-1:111122223333:trail/org"
            + " --log-group-arn arn:aws:logs:eu-central-1:111122223333:log-group:/org/trail:*"
            + " --topic-arn arn:aws:sns:eu-central-1:111122223333:soc");

    private final String region;
    private final String options;

    Kept(String region, String options) {
      this.region = region;
      this.options = options;
    }

    private Path folder() {
      return Path.of(
          "fixtures/terraform", name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    private String written() {
      return init("terraform", options);
    }
  }

  private static String init(String dialect, String options) {
    List<String> words = new ArrayList<>(List.of("init", dialect));
    Stream.of(options.split(" ", -1)).filter(word -> !word.isEmpty()).forEach(words::add);
    Invocation.Ended ended = Invocation.of(words.toArray(String[]::new));
    assertEquals(0, ended.status(), ended.err());
    return ended.out();
  }

  @ParameterizedTest
  @EnumSource
  void sourcesAreWhatItWrites(Kept kept) throws IOException {
    Golden.assertMatches(kept.folder().resolve("main.tf"), kept.written());
  }

  @Test
  void templateIsWhatItWrites() throws IOException {
    Golden.assertMatches(
        Path.of("fixtures/cloudformation/init/template.yaml"),
        init("cloudformation", "--email security@acme.example"));
  }

  @ParameterizedTest
  @EnumSource
  void planOfThemIsWhatTerraformMakes(Kept kept, @TempDir Path folder) throws Exception {
    Path file = kept.folder().resolve("plan.json");
    try (InstalledTerraform terraform = InstalledTerraform.orSkip()) {
      Files.writeString(folder.resolve("main.tf"), kept.written());
      String plan = terraform.plan(folder, kept.region);
      JsonNode made = Lines.read(plan);
      JsonNode held = Lines.read(Files.exists(file) ? Files.readString(file) : "{}");
      boolean isAlike =
          Stream.of("planned_values", "configuration", "variables")
              .allMatch(part -> made.path(part).equals(held.path(part)));
      if (!isAlike) {
        Golden.assertMatches(file, plan);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void planIsProvenForEveryRule(Kept kept) throws IOException {
    Path plan = kept.folder().resolve("plan.json");
    Invocation.Ended ended = FixturesTest.check(plan);
    assertEquals(0, ended.status(), ended.out());
    if (kept == Kept.INIT_EVERY_RULE) {
      Invocation.Ended all = FixturesTest.check(plan, "--rule", "*");
      assertEquals(0, all.status(), all.out());
      assertTrue(all.out().contains("\n22 rules proven"), all.out());
    }
  }

  @Test
  void whatExistsIsDeclaredAsTheCommentSays() throws IOException {
    String comment =
        Kept.INIT_EXISTING
            .written()
            .lines()
            .dropWhile(line -> !line.equals("#     declared:"))
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring("#     ".length()) + "\n")
            .collect(Collectors.joining());
    String stated = Files.readString(Kept.INIT_EXISTING.folder().resolve("trailproof.yaml"));
    assertEquals(stated, comment.replaceFirst("ADDRESS.*", "security@acme.example"));
  }
}
