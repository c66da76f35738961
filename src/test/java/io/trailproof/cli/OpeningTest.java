package io.trailproof.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes in by unusual ways, what is left out of a folder, and what is named in place of an
 * input.
 */
final class OpeningTest {
  private static final Path PLAN = Path.of("fixtures/terraform/compliant/plan.json");
  private static final Path OTHER = Path.of("fixtures/terraform/threshold-100/plan.json");
  private static final Path TEMPLATE = Path.of("fixtures/cloudformation/compliant/template.yaml");

  @TempDir Path folder;

  private static Invocation.Ended check(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "check";
    all[1] = "--rule";
    all[2] = "iam-policy-changes";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Invocation.of(all);
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static void assertEnds(int status, String says, Invocation.Ended ended) {
    String all = ended.out() + ended.err();
    assertEquals(status, ended.status(), all);
    assertTrue(all.contains(says), all);
  }

  @Test
  void aNamedPipeIsReadFromItsFirstByte() throws IOException, InterruptedException {
    for (Path input : List.of(PLAN, TEMPLATE)) {
      Path pipe = folder.resolve("pipe-" + input.getFileName());
      try {
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeTrue(made.waitFor() == 0, "no named pipes here");
      } catch (IOException e) {
        assumeTrue(false, "no named pipes here");
      }
      Process writer =
          new ProcessBuilder("cp", input.toAbsolutePath().toString(), pipe.toString())
              .redirectErrorStream(true)
              .start();
      assertEnds(0, "1 rule proven", check(pipe.toString()));
      assertTrue(writer.waitFor(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void processSubstitutionAndStandardInputAreRead() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/dev/stdin")), "no such device here");
    assertEquals(0, shell("\"$@\" <(cat " + PLAN + ")"));
    assertEquals(0, shell("\"$@\" /dev/stdin < " + PLAN));
    assertEquals(0, shell("cat " + PLAN + " | \"$@\" /dev/stdin"));
    assertEquals(0, shell("cat " + PLAN + " | \"$@\" -"));
    assertEquals(1, shell("\"$@\" <(cat " + OTHER + ")"));
  }

  private static int shell(String script) throws IOException, InterruptedException {
    Path bash = Path.of("/bin/bash");
    assumeTrue(Files.isExecutable(bash), "no bash here");
    Process run =
        new ProcessBuilder(
                bash.toString(),
                "-c",
                script,
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName(),
                "check",
                "--rule",
                "iam-policy-changes")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(run.waitFor(120, TimeUnit.SECONDS));
    return run.exitValue();
  }

  /**
   * Where what the program needs was loaded from; whoever runs the tests has loaders of its own.
   */
  private static String classPath() {
    return Stream.of(
            Main.class,
            picocli.CommandLine.class,
            com.fasterxml.jackson.core.JsonFactory.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            com.fasterxml.jackson.annotation.JsonProperty.class,
            org.yaml.snakeyaml.Yaml.class)
        .map(one -> one.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(joining(File.pathSeparator));
  }

  @Test
  void utf16WithoutAMarkIsRead() throws IOException {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = folder.resolve("plan.json");
      Files.write(file, Files.readString(PLAN).getBytes(charset));
      assertEnds(0, "1 rule proven", check(file.toString()));
    }
  }

  @Test
  void eachOfSeveralPlansIsJudged() throws IOException {
    String plans = Files.readString(PLAN).strip() + "\n" + Files.readString(OTHER).strip() + "\n";
    Invocation.Ended ended = check(write("plans.json", plans));
    assertEnds(1, "in " + folder.resolve("plans.json:1"), ended);
    assertTrue(ended.out().contains(folder.resolve("plans.json:2") + ":2:"), ended.out());
    assertEnds(
        3,
        "several documents stand in this file",
        check(write("one-line.json", plans.replace("\n", ""))));
    assertEnds(
        3,
        "set `terraform_wrapper: false`",
        check(write("behind.json", Files.readString(PLAN).strip() + "\n::debug::exit 0\n")));
  }

  @Test
  void aPlanWithoutItsConfigurationSaysSoOnce() throws IOException {
    String plan = Files.readString(PLAN).replace("\"configuration\":", "\"none\":");
    String out = check(write("plan.json", plan), TEMPLATE.toString()).out();
    assertEquals(2, out.split("this plan has no `configuration`", -1).length, out);
    assertFalse(check(PLAN.toString()).out().contains("no `configuration`"));
  }

  @Test
  void whatIsBrokenIsNeverLeftOut() throws IOException {
    for (String name : List.of("a.json", "a.yaml", "a.yml", "a.template")) {
      Path one = Files.createDirectory(folder.resolve(name + ".d"));
      Files.copy(TEMPLATE, one.resolve("template.yaml"));
      for (byte[] bytes :
          List.of(
              "Resources: {T: caf\u00e9}".getBytes(StandardCharsets.ISO_8859_1),
              "{\"a\": [1, 2}".getBytes(StandardCharsets.UTF_8),
              "a: b: c".getBytes(StandardCharsets.UTF_8),
              "a: 'b".getBytes(StandardCharsets.UTF_8))) {
        Path file = Files.write(one.resolve(name), bytes);
        assertEnds(3, name, check(one.toString()));
        assertEnds(3, name, check("--skip-unrecognised", file.toString()));
        assertEnds(3, name, check("--each", "--skip-unrecognised", file.toString()));
      }
    }
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.copy(TEMPLATE, empty.resolve("template.yaml"));
    write("empty/plan.json", "");
    assertEnds(3, "the file is empty", check(empty.toString()));
  }

  @Test
  void whatIsAnotherToolsIsCounted() throws IOException {
    Path all = Files.createDirectory(folder.resolve("all"));
    Files.copy(TEMPLATE, all.resolve("template.yaml"));
    write("all/chart.yaml", "a: {{ .Values.a }}: x\n");
    write("all/k8s.yaml", "kind: A\n---\nkind: B\n");
    write("all/package.json", "{\"name\": \"x\"}");
    write("all/tsconfig.json", "{\n // strict\n \"a\": 1\n}");
    write("all/serverless.yml", "service: a\nprovider: {name: aws}\nfunctions: {}\n");
    assertEnds(0, "5 files neither plan nor template", check(all.toString()));
    assertEnds(3, "another tool fills in", check(all.resolve("chart.yaml").toString()));
    assertEnds(0, "", check("--skip-unrecognised", all.resolve("chart.yaml").toString()));
  }

  @Test
  void whatWasMeantForUsIsNotLeftOut() throws IOException {
    Path all = Files.createDirectory(folder.resolve("all"));
    Files.copy(TEMPLATE, all.resolve("template.yaml"));
    write("all/log.json", "{\"@level\":\"info\",\"@message\":\"x\"}\n");
    assertEnds(3, "the log of `terraform plan -json`", check(all.toString()));
    assertEnds(
        3,
        "the log of `terraform plan -json`",
        check("--skip-unrecognised", all.resolve("log.json").toString()));
  }

  @Test
  void whatGitIgnoresAndModulesBringIsLeftOut() throws IOException {
    Path all = folder.resolve("all");
    Files.createDirectories(all.resolve(".git"));
    Files.copy(TEMPLATE, all.resolve("template.yaml"));
    write("all/.gitignore", "/out/\n");
    String broken = "a: b: c";
    write("all/out/a.yaml", broken);
    write("all/.terraform/modules/a.yaml", broken);
    write("all/node_modules/x/a.yaml", broken);
    write("all/sub/node_modules/x/a.yaml", broken);
    assertEnds(0, "1 ignored by git", check(all.toString()));
    assertEnds(3, "out/a.yaml", check(all.resolve("out").toString()));
    assertEnds(3, "out/a.yaml", check(all.resolve("out/a.yaml").toString()));
    for (String rule : List.of("out", "/out/*", "/out/**", "*.yaml")) {
      write("all/.gitignore", rule + "\n");
      assertEnds(3, "out/a.yaml", check(all.resolve("out").toString()));
    }
  }

  @Test
  void nothingOfAPlanIsShownThatCannotBeRead() throws IOException {
    String plan =
        "{\"format_version\":\"1.2\",\"planned_values\":{\"password\":\"HUNTER2\" \"x\"}}";
    for (String text : List.of(plan, plan.replace("{", "{\n"), plan.replace("1.2\"", "1.2"))) {
      Invocation.Ended ended = check(write("plan.json", text));
      assertEnds(3, "the last key before it is", ended);
      assertFalse((ended.out() + ended.err()).contains("HUNTER2"), ended.out());
    }
    String values =
        write("values.json", "[{\"ParameterKey\":\"A\",\"ParameterValue\":\"HUNTER2\" x}]");
    Invocation.Ended ended = check("--parameters", values, TEMPLATE.toString());
    assertEnds(3, "the last key before it is `ParameterValue`", ended);
    assertFalse((ended.out() + ended.err()).contains("HUNTER2"), ended.out());
    String latin = folder.resolve("latin.json").toString();
    Files.write(
        Path.of(latin), "{\"A\": \"HUNTER2 caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    ended = check("--parameters", latin, TEMPLATE.toString());
    assertEnds(3, "not UTF-8 text", ended);
    assertFalse((ended.out() + ended.err()).contains("HUNTER2"), ended.out());
  }

  @Test
  void aLinkToAFolderThatIsNamedIsFollowed() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.copy(TEMPLATE, real.resolve("template.yaml"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
    assertEnds(0, "1 rule proven", check(link.toString()));
    assertTrue(check(link.toString()).out().contains(link.resolve("template.yaml").toString()));
    Path outer = Files.createDirectory(folder.resolve("outer"));
    Files.createSymbolicLink(outer.resolve("link"), real);
    assertEnds(3, "below the folder", check(outer.toString()));
  }

  @Test
  void severalPlansThatAConfigurationStatesAreADeploymentEach() throws IOException {
    String one = Files.readString(PLAN).strip();
    String other = one.replace("\"address\":\"", "\"address\":\"module.other.");
    Path here = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "stated");
    Path plans = here.resolve("plans.json");
    try {
      Files.writeString(plans, one + "\n" + other + "\n");
      String config =
          write("trailproof.yaml", "deployments: {prod: {inputs: ['" + plans + "']}}\n");
      String out = check("--config", config).out();
      assertTrue(out.contains("in " + plans + ":1\n"), out);
      assertTrue(out.contains("in " + plans + ":2\n"), out);
    } finally {
      Files.deleteIfExists(plans);
      Files.deleteIfExists(here);
    }
  }

  @Test
  void whatNoFileCanBeCalledIsNotThere() throws IOException {
    for (String glob : List.of("a\\0b", "a\\0b/*.json", "*\\0")) {
      String config =
          write("trailproof.yaml", "deployments: {prod: {inputs: [\"" + glob + "\"]}}\n");
      assertEnds(3, "has no inputs", check("--config", config));
      assertEquals(0, check("--config", config, TEMPLATE.toString()).status());
      assertEnds(3, "", check("--config", config, folder.toString()));
    }
  }
}
