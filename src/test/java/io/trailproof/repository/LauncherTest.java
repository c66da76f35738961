package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.trailproof.repository.LauncherSandbox.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherTest {
  private final Path folder;
  private final LauncherSandbox sandbox;

  LauncherTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    sandbox = new LauncherSandbox(folder);
  }

  @BeforeEach
  void suitableJavaOnPath() throws IOException {
    sandbox.installJava("jdk-17", "17.0.15");
    sandbox.putOnPath("jdk-17");
  }

  @Test
  void noJavaAtAllIsAUsageError() throws Exception {
    sandbox.clearPath();
    Run run = sandbox.run("check");
    assertEquals(2, run.exit());
    assertEquals("", run.stdout());
    assertTrue(run.stderr().contains("no Java 17 or newer"), run.stderr());
    assertTrue(run.stderr().contains("JAVA_HOME or TRAILPROOF_JAVA"), run.stderr());
  }

  @Test
  void javaThatIsTooOldIsNamed() throws Exception {
    Path old = sandbox.installJava("jdk-11", "11.0.2");
    sandbox.clearPath();
    sandbox.env("JAVA_HOME", old.toString());
    Run run = sandbox.run("check");
    assertEquals(2, run.exit());
    assertEquals("", run.stdout());
    assertTrue(run.stderr().contains("Java 11.0.2 at " + old + "/bin/java"), run.stderr());
  }

  @Test
  void versionSchemeBeforeNineIsUnderstood() throws Exception {
    Path old = sandbox.installJava("jdk-8", "1.8.0_412");
    sandbox.env("TRAILPROOF_JAVA", old.resolve("bin/java").toString());
    Run run = sandbox.run("check");
    assertEquals(2, run.exit());
    assertTrue(run.stderr().contains("Java 1.8.0_412 at"), run.stderr());
  }

  @Test
  void javaThatIsTooOldIsPassedOverForOneThatIsNot() throws Exception {
    sandbox.env("JAVA_HOME", sandbox.installJava("jdk-11", "11.0.2").toString());
    Run run = sandbox.runBuilt("check");
    assertEquals(0, run.exit());
    assertEquals("jdk-17", run.java());
  }

  @Test
  void javaInTheUsualPlaceIsFound() throws Exception {
    sandbox.clearPath();
    sandbox.installJava("jvm/java-21", "21.0.1");
    Run run = sandbox.runBuilt("check");
    assertEquals(0, run.exit());
    assertEquals("jvm/java-21", run.java());
  }

  @Test
  void javaWithoutAReleaseFileIsAsked() throws Exception {
    Path jdk = sandbox.installJava("shim", "18-ea");
    Files.delete(jdk.resolve("release"));
    sandbox.env("TRAILPROOF_JAVA", jdk.resolve("bin/java").toString());
    assertEquals("shim", sandbox.runBuilt("check").java());
  }

  @Test
  void namedJavaThatDoesNotExistIsNotReplacedByAnother() throws Exception {
    sandbox.env("TRAILPROOF_JAVA", "/nowhere/java");
    Run run = sandbox.runBuilt("check");
    assertEquals(2, run.exit());
    assertTrue(run.stderr().contains("TRAILPROOF_JAVA is /nowhere/java"), run.stderr());
  }

  @Test
  void missingJarIsBuiltFirst() throws Exception {
    Run run = sandbox.run("check", "plan.json");
    assertEquals(0, run.exit());
    assertEquals(List.of("check", "plan.json"), run.arguments());
    assertEquals("trailproof: building (first use; this takes a minute)...\n", run.stderr());
    assertEquals(List.of("-B -q -Plauncher package"), sandbox.builds());
  }

  @Test
  void jarThatIsUpToDateIsNotBuilt() throws Exception {
    Run run = sandbox.runBuilt("check");
    assertEquals(0, run.exit());
    assertEquals("", run.stderr());
    assertEquals(List.of(), sandbox.builds());
  }

  @Test
  void jarOlderThanASourceIsBuiltAgain() throws Exception {
    for (String changed :
        List.of("pom.xml", "src/main/java/A.java", "rules/monitoring/a.yaml", "snapshots/a.json")) {
      sandbox.build();
      sandbox.touchLater(changed);
      Run run = sandbox.run("check");
      assertEquals("trailproof: building (the sources have changed)...\n", run.stderr(), changed);
    }
    assertEquals(4, sandbox.builds().size());
  }

  @Test
  void jarIsBuiltAgainWhenARuleWasRemoved() throws Exception {
    sandbox.build();
    Files.delete(sandbox.home().resolve("rules/monitoring/a.yaml"));
    sandbox.touchLater("rules/monitoring");
    assertEquals(0, sandbox.run("check").exit());
    assertEquals(1, sandbox.builds().size());
  }

  /** All files are looked at by one process; what is named is not taken for what is ours. */
  @Test
  void inputThatIsNewerThanTheJarIsNoSource() throws Exception {
    Path input = sandbox.home().resolve("fixtures/plan.json");
    Files.createDirectories(input.getParent());
    Files.createFile(input);
    Files.createSymbolicLink(folder.resolve("link.json"), input);
    for (String named :
        List.of(input.toString(), folder.relativize(input).toString(), "link.json")) {
      assertEquals("", sandbox.runBuilt("check", named).stderr(), named);
    }
    assertEquals(List.of(), sandbox.builds());
  }

  @Test
  void largeInputIsWorthCompilingWell() throws Exception {
    for (String name : List.of("plan.json", "launcher-17.0.15.jsa", "-plan.json", "a b\nc")) {
      Path input = folder.resolve(name);
      try (RandomAccessFile file = new RandomAccessFile(input.toFile(), "rw")) {
        file.setLength((32 << 20) + 1);
      }
      Files.createSymbolicLink(folder.resolve("link to " + name), input);
      for (String named : List.of("./" + name, input.toString(), "link to " + name)) {
        List<String> options = sandbox.runBuilt("check", named).options();
        assertFalse(options.contains("-XX:TieredStopAtLevel=1"), named);
      }
      Files.delete(input);
    }
    Files.createFile(folder.resolve("small.json"));
    assertTrue(
        sandbox.runBuilt("check", "small.json").options().contains("-XX:TieredStopAtLevel=1"));
  }

  @Test
  void failedBuildShowsTheEndOfItsOutputAndIsNotAFinding() throws Exception {
    sandbox.breakBuild();
    Run run = sandbox.run("check");
    assertEquals(70, run.exit());
    assertEquals("", run.stdout());
    assertTrue(run.stderr().contains("the build failed"), run.stderr());
    assertTrue(run.stderr().endsWith("line 39\n[ERROR] no such symbol\n"), run.stderr());
    assertFalse(run.stderr().contains("line 9\n"), run.stderr());
    assertFalse(Files.exists(sandbox.home().resolve("target/.launcher-build")));
  }

  @Test
  void runtimeWithoutACompilerCannotBuild() throws Exception {
    Files.delete(folder.resolve("jdk-17/bin/javac"));
    Run run = sandbox.run("check");
    assertEquals(2, run.exit());
    assertTrue(run.stderr().contains("without a compiler"), run.stderr());
    assertEquals(0, sandbox.runBuilt("check").exit());
  }

  @Test
  void argumentsArriveAsTheyWereGiven() throws Exception {
    String[] arguments = {
      "check", "a b", "", "it's", "\"q\"", "-dash.json", "*", "$HOME", "é", "--"
    };
    assertEquals(List.of(arguments), sandbox.runBuilt(arguments).arguments());
  }

  @Test
  void exitCodePassesThrough() throws Exception {
    for (int code : new int[] {0, 1, 2, 3, 70}) {
      sandbox.env("FAKE_EXIT", Integer.toString(code));
      assertEquals(code, sandbox.runBuilt("check").exit());
    }
  }

  @Test
  void standardInputIsTheToolsEvenWhenItIsBuiltFirst() throws Exception {
    sandbox.env("FAKE_CAT", "true");
    Run run = sandbox.runWithInput("{\"a\": 1}", "check", "-");
    assertEquals(1, sandbox.builds().size());
    assertTrue(run.stdout().endsWith("stdin: {\"a\": 1}"), run.stdout());
  }

  @Test
  void linksAreFollowedToTheCheckout() throws Exception {
    sandbox.build();
    Path bin = Files.createDirectories(folder.resolve("some bin"));
    Path absolute = Files.createSymbolicLink(bin.resolve("abs"), sandbox.launcher());
    Path relative = Files.createSymbolicLink(bin.resolve("trailproof"), Path.of("abs"));
    Path onward =
        Files.createSymbolicLink(folder.resolve("again"), Path.of("some bin", "trailproof"));
    for (Path link : List.of(absolute, relative, onward)) {
      Run run = sandbox.runAs(link, "", "check", "x");
      assertEquals(0, run.exit(), run.stderr());
      assertEquals(List.of("check", "x"), run.arguments());
      assertEquals(sandbox.jar().toString(), run.jar());
    }
    Files.createSymbolicLink(folder.resolve("way"), sandbox.home());
    for (String way : List.of("way/trailproof", "./way/./trailproof", "way/target/../trailproof")) {
      for (Path command : List.of(Path.of(way), Path.of(folder + "/" + way))) {
        assertEquals(sandbox.jar().toString(), sandbox.runAs(command, "", "check").jar());
      }
    }
  }

  @Test
  void terminalAndEncodingArePassedOn() throws Exception {
    Run plain = sandbox.runBuilt("check");
    assertTrue(plain.options().contains("-Dtrailproof.stdout.tty=false"), plain.stdout());
    assertTrue(plain.options().contains("-Dtrailproof.stderr.tty=false"), plain.stdout());
    assertTrue(plain.options().contains("-Dtrailproof.terminal.utf8=true"), plain.stdout());
    assertEquals("C.UTF-8", plain.locale());
    sandbox.env("LANG", "C");
    Run ascii = sandbox.runBuilt("check");
    assertTrue(ascii.options().contains("-Dtrailproof.terminal.utf8=false"), ascii.stdout());
    assertEquals("C.UTF-8", ascii.locale());
    sandbox.env("LANG", "de_DE.UTF-8");
    Run german = sandbox.runBuilt("check");
    assertTrue(german.options().contains("-Dtrailproof.terminal.utf8=true"), german.stdout());
    assertEquals("", german.locale());
  }

  @Test
  void usersOptionsComeLastAndAreNotExpanded() throws Exception {
    sandbox.env("TRAILPROOF_JAVA_OPTS", " -Xmx2g  -Dglob=/* ");
    List<String> options = sandbox.runBuilt("check").options();
    assertEquals(
        List.of("-Xmx2g", "-Dglob=/*"), options.subList(options.size() - 2, options.size()));
  }

  @Test
  void manyInputsGetOptionsOfTheirOwn() throws Exception {
    Files.createDirectories(folder.resolve("plans"));
    String[] files = Collections.nCopies(51, "plan.json").toArray(String[]::new);
    for (String[] many :
        List.of(
            files,
            new String[] {"check", "--each", "plans"},
            new String[] {"check", "--inputs-from", "list"},
            new String[] {"check", "--inputs-from=list"})) {
      List<String> options = sandbox.runBuilt(many).options();
      assertFalse(options.contains("-XX:Tier3InvocationThreshold=1000"), options.toString());
      assertTrue(options.contains("-XX:Tier3InvocationThreshold=60"), options.toString());
      assertTrue(options.indexOf("-Xmn64m") > options.indexOf("-Xmn16m"), options.toString());
    }
    for (String[] few :
        List.of(
            Arrays.copyOf(files, 50),
            new String[] {"check", "plans"},
            new String[] {"check", "--each", "plan.json"})) {
      List<String> options = sandbox.runBuilt(few).options();
      assertTrue(options.contains("-XX:Tier3InvocationThreshold=1000"), options.toString());
      assertFalse(options.contains("-Xmn64m"), options.toString());
    }
  }

  @Test
  void classArchiveIsMadeOnceForAJar() throws Exception {
    Run first = sandbox.runBuilt("check");
    Path archive = sandbox.home().resolve("target/launcher-17.0.15.jsa");
    assertTrue(first.options().contains("-XX:SharedArchiveFile=" + archive), first.stdout());
    Files.writeString(archive, "archive!");
    sandbox.run("check");
    assertEquals("archive!", Files.readString(archive));
    sandbox.touchLater("target/launcher-17.0.15.jsa.record");
    sandbox.touchLater("target/" + sandbox.jar().getFileName());
    sandbox.run("check");
    assertEquals("archive\n", Files.readString(archive));
  }

  @Test
  void classArchiveOfAJarAtAnotherPlaceOrOfAnotherSizeIsReplaced() throws Exception {
    sandbox.runBuilt("check");
    Path archive = sandbox.home().resolve("target/launcher-17.0.15.jsa");
    Path record = sandbox.home().resolve("target/launcher-17.0.15.jsa.record");
    String made = Files.readString(record);
    assertEquals("8\n3\n" + sandbox.jar() + "\nbeside\n", made);
    Files.writeString(record, made.replace(sandbox.jar().toString(), "/elsewhere.jar"));
    Files.writeString(archive, "archive!");
    sandbox.run("check");
    assertEquals("archive\n", Files.readString(archive));
    assertEquals(made, Files.readString(record));
    Files.writeString(record, made.replace("\n3\n", "\n4\n"));
    assertFalse(sandbox.run("check").stdout().contains("SharedArchiveFile"));
    assertTrue(sandbox.run("check").stdout().contains("SharedArchiveFile"));
    assertEquals(made, Files.readString(record));
  }

  /** As earlier launchers left it, whose classes stood on a class path. */
  @Test
  void classArchiveOfClassesThatStoodElsewhereIsReplaced() throws Exception {
    sandbox.runBuilt("check");
    Path archive = sandbox.home().resolve("target/launcher-17.0.15.jsa");
    Path record = sandbox.home().resolve("target/launcher-17.0.15.jsa.record");
    String made = Files.readString(record);
    Files.writeString(record, made.replace("beside\n", ""));
    Files.writeString(archive, "archive!");
    sandbox.run("check");
    assertEquals("archive\n", Files.readString(archive));
    assertEquals(made, Files.readString(record));
  }

  @Test
  void aPathWithAColonIsOnePath() throws Exception {
    sandbox.runBuilt("check");
    Path moved = sandbox.home().resolveSibling("a:b");
    Files.move(sandbox.home(), moved);
    Files.createSymbolicLink(sandbox.home(), moved);
    String words = sandbox.run("check", "x").stdout();
    Path jar = moved.resolve("target").resolve(sandbox.jar().getFileName());
    assertTrue(words.contains("<-jar>\n<" + jar.toRealPath() + ">\n<check>\n<x>\n"), words);
    assertFalse(words.contains("Xbootclasspath"), words);
  }

  @Test
  void laterJavaGetsTheArchiveThatItHasForAStart() throws Exception {
    sandbox.installJava("jdk-25", "25.0.1");
    sandbox.env("TRAILPROOF_JAVA", folder.resolve("jdk-25/bin/java").toString());
    Run run = sandbox.runBuilt("check");
    Path archive = sandbox.home().resolve("target/launcher-25.0.1.aot");
    assertTrue(run.options().contains("-XX:AOTCache=" + archive), run.stdout());
    assertFalse(run.stdout().contains("SharedArchiveFile"), run.stdout());
  }

  @Test
  void failedBuildIsNotTriedAgainUntilTheSourcesChange() throws Exception {
    sandbox.breakBuild();
    sandbox.run("check");
    sandbox.buildBy("#!/bin/sh\necho again >>builds\nexit 1\n");
    Run run = sandbox.run("check");
    assertEquals(70, run.exit());
    assertTrue(run.stderr().contains("the build failed before"), run.stderr());
    assertTrue(run.stderr().endsWith("line 39\n[ERROR] no such symbol\n"), run.stderr());
    assertEquals(List.of(), sandbox.builds());
    sandbox.changeSource();
    assertEquals(70, sandbox.run("check").exit());
    assertEquals(List.of("again"), sandbox.builds());
  }

  @Test
  void aStartTakesFewProcesses() throws Exception {
    sandbox.runBuilt("check");
    sandbox.countTools();
    sandbox.run("check", "plan.json");
    assertEquals(List.of("sh", "find"), sandbox.counted()); // sh runs the launcher itself
  }

  @Test
  void truncatedClassArchiveIsNotUsed() throws Exception {
    sandbox.runBuilt("check");
    Files.writeString(sandbox.home().resolve("target/launcher-17.0.15.jsa"), "arch");
    Run run = sandbox.run("check");
    assertFalse(run.stdout().contains("SharedArchiveFile"), run.stdout());
    assertTrue(sandbox.run("check").stdout().contains("SharedArchiveFile"));
  }

  @Test
  void javaThatCannotMakeAClassArchiveRunsWithoutAndIsNotAskedAgain() throws Exception {
    sandbox.env("FAKE_NO_ARCHIVE", "true");
    Run run = sandbox.runBuilt("check");
    assertEquals(0, run.exit());
    assertFalse(run.stdout().contains("SharedArchiveFile"), run.stdout());
    sandbox.env("FAKE_NO_ARCHIVE", "");
    assertFalse(sandbox.run("check").stdout().contains("SharedArchiveFile"));
  }

  @Test
  void severalAtOnceBuildOnce() throws Exception {
    List<LauncherSandbox.Started> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(sandbox.start(sandbox.launcher(), "check", "file" + i));
    }
    for (int i = 0; i < 4; i++) {
      Run run = started.get(i).finish("");
      assertEquals(0, run.exit(), run.stderr());
      assertEquals(List.of("check", "file" + i), run.arguments());
    }
    assertEquals(1, sandbox.builds().size());
  }

  @Test
  void lockOfAProcessThatIsGoneIsClearedAway() throws Exception {
    Path lock = Files.createDirectories(sandbox.home().resolve("target/.launcher-build"));
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createFile(lock.resolve(Long.toString(gone.pid())));
    Run run = sandbox.run("check");
    assertEquals(0, run.exit(), run.stderr());
    assertFalse(Files.exists(lock));
  }

  @Test
  void checkoutThatCannotBeWrittenToIsUsedAsItIs() throws Exception {
    sandbox.build();
    sandbox.touchLater("pom.xml");
    Path target = sandbox.home().resolve("target");
    assertTrue(target.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(target), "the superuser may write everywhere");
      Run run = sandbox.run("check");
      assertEquals(0, run.exit());
      assertEquals("", run.stderr());
    } finally {
      assertTrue(target.toFile().setWritable(true));
    }
  }

  @Test
  void versionStandsInThePomAlone() throws Exception {
    Matcher first =
        Pattern.compile("(?m)^ *<version>([^<]+)</version>$")
            .matcher(Files.readString(Checkout.ROOT.resolve("pom.xml")));
    assertTrue(first.find());
    for (String other : List.of("trailproof", "benchmarks/pom.xml", "packaging/pom.xml")) {
      assertFalse(Files.readString(Checkout.ROOT.resolve(other)).contains(first.group(1)), other);
    }
  }
}
