package io.trailproof.cli;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as a process of its own, for what only a process has: streams, limits, a folder. */
final class Program {
  private final Path folder;
  private final List<String> options;
  private final Class<?> main;

  /** A program that runs in a folder, which takes the files of its streams as well. */
  Program(Path folder) {
    this(folder, List.of(), Main.class);
  }

  /** The same with another start, and options of Java. */
  Program(Path folder, List<String> options, Class<?> main) {
    this.folder = folder;
    this.options = List.copyOf(options);
    this.main = main;
  }

  /** Runs it with streams and limits as the shell sets them: {@code "$@" >/dev/full}. */
  Invocation.Ended shell(String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("sh", "-c", script, "sh"));
    line.addAll(command());
    line.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, ".stdout", "");
    Path err = Files.createTempFile(folder, ".stderr", "");
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end");
    }
    Invocation.Ended ended =
        new Invocation.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  private List<String> command() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    line.addAll(options);
    line.addAll(List.of("-cp", classes(), main.getName()));
    return line;
  }

  /** What this process runs from, whoever started it. */
  private static String classes() {
    if (Main.class.getClassLoader() instanceof URLClassLoader loader) {
      return Arrays.stream(loader.getURLs())
          .map(Program::path)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private static String path(URL url) {
    try {
      return Path.of(url.toURI()).toAbsolutePath().toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
