package io.trailproof.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A checkout in a temporary folder that holds the real launcher; Java and the Maven wrapper are
 * scripts that say what they were told. PATH holds only the tools that the launcher may use, so no
 * Java of this machine is found.
 */
final class LauncherSandbox {
  private static final List<String> TOOLS =
      List.of(
          "sh cat find ls mkdir mv ps readlink rm rmdir sed sha256sum sleep sort tail touch wc"
              .split(" "));

  /** Cuts a process off from the terminal of whoever runs the tests. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      for argument in "$@"; do
        case $argument in
        -XshowSettings:properties)
          printf '    java.home = %s\\n    java.version = %s\\n' '@HOME@' '@VERSION@' >&2
          exit 0 ;;
        -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)
          [ -n "${FAKE_NO_ARCHIVE-}" ] || echo archive >"${argument#*=}"
          echo noise
          exit 0 ;;
        -Xshare:on | -XX:AOTMode=on) exit 0 ;;
        esac
      done
      echo 'java: @NAME@'
      echo "locale: ${LC_ALL-}"
      for argument in "$@"; do printf '<%s>\\n' "$argument"; done
      [ -z "${FAKE_CAT-}" ] || { printf 'stdin: '; cat; }
      exit "${FAKE_EXIT:-0}"
      """;

  private static final String FAKE_MVNW =
      """
      #!/bin/sh
      echo "$@" >>builds
      cat
      sleep 0.3
      echo noise
      mkdir -p target
      echo jar >'@JAR@'
      """;

  private static final String BROKEN_MVNW =
      """
      #!/bin/sh
      i=0
      while [ $i -lt 40 ]; do echo "line $i"; i=$((i + 1)); done
      printf '\\033[1m[ERROR]\\033[m no such symbol\\n' >&2
      exit 1
      """;

  private final Path folder;
  private final Path tools;
  private final Path home;
  private final Path jar;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Instant clock = Instant.now().minus(Duration.ofHours(1));

  LauncherSandbox(Path given) throws IOException {
    folder = given.toRealPath();
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Optional<Path> found = onPath(tool);
      if (found.isPresent()) {
        executable(tools.resolve(tool), "#!/bin/sh\nexec " + found.get() + " \"$@\"\n");
      } else if (!tool.equals("ps")) {
        throw new IllegalStateException("no " + tool + " on PATH");
      }
    }
    home = Files.createDirectories(folder.resolve("the checkout"));
    String script = Files.readString(Checkout.ROOT.resolve("trailproof"));
    jar = home.resolve("target/trailproof-9.8.7-all.jar");
    executable(launcher(), script.replace("/usr/lib/jvm/", folder.resolve("jvm") + "/"));
    buildBy(FAKE_MVNW);
    for (String source :
        List.of("pom.xml", "src/main/java/A.java", "rules/monitoring/a.yaml", "snapshots/a.json")) {
      Files.createDirectories(home.resolve(source).getParent());
      Files.createFile(home.resolve(source));
    }
    Files.writeString(home.resolve("pom.xml"), "<project>\n  <version>9.8.7</version>\n</project>");
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(clock));
      }
    }
    clearPath();
  }

  Path home() {
    return home;
  }

  Path launcher() {
    return home.resolve("trailproof");
  }

  Path jar() {
    return jar;
  }

  /** A Java installation in a subfolder of the test's folder. */
  Path installJava(String name, String version) throws IOException {
    Path jdk = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(jdk.resolve("bin"));
    String java =
        FAKE_JAVA
            .replace("@HOME@", jdk.toString())
            .replace("@VERSION@", version)
            .replace("@NAME@", name);
    executable(jdk.resolve("bin/java"), java);
    executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  /** Is there a {@code ps}, without which the launcher does not see what a build has started? */
  boolean hasPs() {
    return Files.exists(tools.resolve("ps"));
  }

  void putOnPath(String java) {
    environment.put("PATH", folder.resolve(java).resolve("bin") + ":" + tools);
  }

  /** From here on the tools of PATH say when they are called. */
  void countTools() throws IOException {
    for (String tool : TOOLS) {
      Path file = tools.resolve(tool);
      if (Files.exists(file)) {
        String said = "#!/bin/sh\necho " + tool + " >>'" + folder.resolve("counted") + "'\n";
        executable(file, said + Files.readString(file));
      }
    }
  }

  /** The tools that were called since {@link #countTools}. */
  List<String> counted() throws IOException {
    return Files.readAllLines(folder.resolve("counted"));
  }

  void clearPath() {
    environment.put("PATH", tools.toString());
  }

  void env(String name, String value) {
    environment.put(name, value);
  }

  void breakBuild() throws IOException {
    buildBy(BROKEN_MVNW);
  }

  /** Puts a script in the place of the Maven wrapper; it runs in the checkout. */
  void buildBy(String script) throws IOException {
    executable(home.resolve("mvnw"), script.replace("@JAR@", jar.toString()));
  }

  /** Puts a jar in place that is newer than everything it is made of. */
  void build() throws IOException {
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "jar");
    later(jar);
  }

  /** Makes a source newer than all that was built or failed to be built. */
  void changeSource() throws IOException {
    Files.setLastModifiedTime(
        home.resolve("rules/monitoring/a.yaml"), FileTime.from(Instant.now()));
  }

  void touchLater(String path) throws IOException {
    later(home.resolve(path));
  }

  private void later(Path path) throws IOException {
    clock = clock.plusSeconds(60);
    Files.setLastModifiedTime(path, FileTime.from(clock));
  }

  /** The arguments of each call of the Maven wrapper so far. */
  List<String> builds() throws IOException {
    Path log = home.resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return runAs(launcher(), "", arguments);
  }

  Run runBuilt(String... arguments) throws IOException, InterruptedException {
    build();
    return run(arguments);
  }

  Run runWithInput(String input, String... arguments) throws IOException, InterruptedException {
    return runAs(launcher(), input, arguments);
  }

  Run runAs(Path command, String input, String... arguments)
      throws IOException, InterruptedException {
    return start(command, arguments).finish(input);
  }

  /** Starts the launcher in a folder that is not the checkout. */
  Started start(Path command, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      line.add(SETSID.toString());
    }
    line.add(command.toString());
    line.addAll(List.of(arguments));
    Path stdout = Files.createTempFile(folder, "stdout", "");
    Path stderr = Files.createTempFile(folder, "stderr", "");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Started(builder.start(), stdout, stderr);
  }

  private static Optional<Path> onPath(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(Path::of)
        .map(directory -> directory.resolve(tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A launcher that is running. */
  record Started(Process process, Path stdout, Path stderr) {
    Run finish(String input) throws IOException, InterruptedException {
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(UTF_8));
      } catch (IOException closed) {
        // The launcher has ended without reading its input, which is its good right.
      }
      int exit = process.waitFor();
      return new Run(exit, Files.readString(stdout), Files.readString(stderr));
    }
  }

  /**
   * What came of one run of the launcher: standard output is that of the fake Java, if it was
   * reached.
   */
  record Run(int exit, String stdout, String stderr) {
    String java() {
      return after("java: ");
    }

    String locale() {
      return after("locale: ");
    }

    String jar() {
      String beside = words().get(words().indexOf("-cp") - 1);
      String jar = words().get(words().indexOf("-cp") + 1);
      assertEquals("-Xbootclasspath/a:" + jar, beside);
      return jar;
    }

    List<String> options() {
      return words().subList(0, words().indexOf("-cp") - 1);
    }

    List<String> arguments() {
      return words().subList(words().indexOf("io.trailproof.cli.Main") + 1, words().size());
    }

    private List<String> words() {
      return stdout
          .lines()
          .filter(line -> line.startsWith("<"))
          .map(line -> line.substring(1, line.length() - 1))
          .toList();
    }

    private String after(String label) {
      return stdout
          .lines()
          .filter(line -> line.startsWith(label))
          .map(line -> line.substring(label.length()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("java was not reached: " + stdout + stderr));
    }
  }
}
