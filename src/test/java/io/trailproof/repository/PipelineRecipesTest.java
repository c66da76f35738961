package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.ProgramJar;
import io.trailproof.document.Node;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of docs/ci as a pipeline runs them, with a stranger's change in the checkout. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are those of bash")
final class PipelineRecipesTest {
  private static final Path RECIPES = Checkout.ROOT.resolve("docs/ci");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{");

  private final Path folder;
  private final Path checkout;
  private final Path temporary;
  private final Map<String, String> environment = new TreeMap<>();

  PipelineRecipesTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    checkout = Files.createDirectory(this.folder.resolve("checkout"));
    temporary = Files.createDirectory(this.folder.resolve("temporary"));
  }

  @BeforeEach
  void pullRequest() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    ProgramJar program = ProgramJar.in(folder);
    script(
        bin.resolve("trailproof"),
        "#!/bin/sh\nexec '" + String.join("' '", program.command()) + "' \"$@\"\n");
    environment.put("PATH", bin + ":" + System.getenv("PATH"));
    environment.put("TRAILPROOF", bin.resolve("trailproof").toString());
    environment.put("RUNNER_TEMP", temporary.toString());
    environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    assumeTrue(sh("git --version >/dev/null 2>&1 && bash --version >/dev/null 2>&1") == 0);
    Files.createDirectory(checkout.resolve("infra"));
    Files.copy(
        Checkout.ROOT.resolve("fixtures/cloudformation/wrong-namespace/template.yaml"),
        checkout.resolve("infra/monitoring.yaml"));
    Files.writeString(
        checkout.resolve("trailproof.yaml"), "deployments:\n  prod:\n    inputs: infra/*.yaml\n");
    assertEquals(
        0,
        sh(
            "git init -q . && git add -A && git -c user.name=t -c user.email=t@corp.test commit -qm"
                + " base && git rev-parse HEAD > ../base"));
    environment.put("BASE_SHA", Files.readString(folder.resolve("base")).strip());
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }

  private int sh(String script) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", script)
            .directory(checkout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().remove("TRAILPROOF_CONFIG");
    builder.environment().remove("GITHUB_STEP_SUMMARY");
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  private int recipe(String name) throws IOException, InterruptedException {
    return sh("'" + RECIPES.resolve(name) + "'");
  }

  @Test
  void everythingIsWrittenAndTheGateComesLast() throws Exception {
    assertEquals(0, recipe("github/check.sh"), said());
    assertTrue(said().contains("::error file=infra/monitoring.yaml"), said());
    String output = Files.readString(folder.resolve("output"));
    assertTrue(output.contains("exit-code=1\n"), output);
    for (String report :
        List.of("result.json", "result.sarif", "junit.xml", "comment.md", "proof.html")) {
      assertTrue(Files.size(temporary.resolve("trailproof").resolve(report)) > 0, report);
    }
    environment.put("EXIT_CODE", "1");
    assertEquals(1, recipe("github/gate.sh"));
    environment.put("FAIL", "false");
    assertEquals(0, recipe("github/gate.sh"));
    environment.put("EXIT_CODE", "3");
    assertEquals(3, recipe("github/gate.sh"), "what could not be read is never let pass");
  }

  @Test
  void changeDoesNotDecideWhatCountsForItself() throws Exception {
    Files.writeString(checkout.resolve("trailproof.yaml"), "deployments: {}\n");
    assertEquals(0, recipe("github/check.sh"), said());
    assertTrue(Files.readString(folder.resolve("output")).contains("exit-code=1\n"), said());
  }

  @Test
  void inputsAreTextAndNoScript() throws Exception {
    environment.put("INPUTS", "infra/monitoring.yaml\n$(touch ../pwned)\n; touch ../pwned\n");
    assertEquals(0, recipe("github/check.sh"), said());
    assertFalse(Files.exists(folder.resolve("pwned")));
    assertTrue(Files.readString(folder.resolve("output")).contains("exit-code=3\n"), said());
  }

  @Test
  void commentIsMadeOnceThenChangedInPlace() throws Exception {
    assertEquals(0, recipe("github/check.sh"), said());
    Path log = folder.resolve("gh.log");
    Path kept = folder.resolve("kept");
    script(
        folder.resolve("bin/gh"),
        """
        #!/bin/sh
        # Stands for GitHub: one comment, kept in a file.
        echo "$*" >> '%s'
        case "$*" in
        *--paginate*) [ -f '%s' ] && printf '7\\t%%s\\n' "$(head -n 1 '%s')" || true ;;
        *"--jq .body"*) cat '%s' ;;
        *-X*) for one in "$@"; do case "$one" in body=@*) cp "${one#body=@}" '%s' ;; esac; done ;;
        esac
        """
            .formatted(log, kept, kept, kept, kept));
    environment.put("GITHUB_REPOSITORY", "acme/infra");
    environment.put("NUMBER", "12");
    environment.put("COMMENT_KEY", "prod");
    environment.put("REPORTS", temporary.resolve("trailproof").toString());
    assertEquals(0, recipe("github/comment.sh"), said());
    assertTrue(Files.readString(kept).startsWith("<!-- trailproof:report:prod -->\n###"));
    assertEquals(0, recipe("github/comment.sh"), said());
    assertTrue(said().contains("the same already"), said());
    Files.writeString(temporary.resolve("trailproof/comment.md"), "<!-- x -->\n### another\n");
    assertEquals(0, recipe("github/comment.sh"), said());
    assertTrue(Files.readString(kept).contains("### another"));
    List<String> changes =
        Files.readAllLines(log).stream().filter(line -> line.contains(" -X ")).toList();
    assertEquals(2, changes.size(), changes.toString());
    assertTrue(changes.get(0).contains("-X POST") && changes.get(1).contains("-X PATCH"));
  }

  @Test
  void scriptOfGitlabRunsAsItStands() throws Exception {
    Node script =
        yaml("gitlab-ci.yml")
            .asMapping()
            .flatMap(all -> all.get("trailproof"))
            .flatMap(Node::asMapping)
            .flatMap(job -> job.get("script"))
            .orElseThrow();
    String lines = script.asSequence().orElseThrow().items().get(1).asString().orElseThrow();
    Path beside = Files.createDirectory(folder.resolve("trailproof"));
    Files.copy(folder.resolve("bin/trailproof"), beside.resolve("trailproof"));
    assertTrue(beside.resolve("trailproof").toFile().setExecutable(true));
    environment.put("CI_PROJECT_DIR", checkout.toString());
    environment.put("TRAILPROOF_INPUTS", "infra/monitoring.yaml");
    assertEquals(1, sh(lines), said());
    for (String report :
        List.of("gl-code-quality-report.json", "trailproof-junit.xml", "trailproof.html")) {
      assertTrue(Files.size(checkout.resolve(report)) > 0, report);
    }
  }

  /** What a pull request holds may not become part of a script (docs.github.com, hardening). */
  @Test
  void nothingOfARunIsPutTogetherFromInputs() throws IOException {
    for (Path file :
        List.of(Checkout.ROOT.resolve("action.yml"), RECIPES.resolve("github/workflow.yml"))) {
      for (String line : Files.readAllLines(file)) {
        boolean runs = line.strip().startsWith("run:") || line.strip().startsWith("- run:");
        assertFalse(runs && EXPRESSION.matcher(line).find(), line);
      }
    }
  }

  @Test
  void recipesAreReadAndNameWhatIsThere() throws IOException {
    Set<String> words = new HashSet<>();
    for (String name :
        List.of("github/workflow.yml", "gitlab-ci.yml", "atlantis.yaml", "azure-pipelines.yml")) {
      assertTrue(yaml(name).asMapping().isPresent(), name);
      words.addAll(List.of(Files.readString(RECIPES.resolve(name)).split("\\s+")));
    }
    assertTrue(words.contains("check"));
    String action = Files.readString(Checkout.ROOT.resolve("action.yml"));
    for (String script : List.of("check.sh", "comment.sh", "gate.sh")) {
      assertTrue(action.contains("docs/ci/github/" + script), script);
      assertTrue(Files.isExecutable(RECIPES.resolve("github").resolve(script)), script);
    }
  }

  private static Node yaml(String name) throws IOException {
    return YamlReader.read(SourceFile.ofText(name, Files.readString(RECIPES.resolve(name))))
        .value()
        .orElseThrow();
  }
}
