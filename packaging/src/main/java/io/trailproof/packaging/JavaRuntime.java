package io.trailproof.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A Java that can do no more than trailproof needs, for the system on which it is made. */
final class JavaRuntime {
  private JavaRuntime() {}

  /**
   * Links one, without an archive of Java's own classes: that differs each time it is made, so the
   * launcher makes it where the run-time is installed.
   *
   * @param folder that does not exist yet
   */
  static Path link(Release release, Path folder) throws IOException {
    run(
        "jlink",
        "--add-modules",
        modules(release),
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--compress=2",
        "--output",
        folder.toString());
    return folder;
  }

  /** The modules that our own classes need; what libraries could do beyond is never asked for. */
  private static String modules(Release release) throws IOException {
    TreeSet<String> modules = new TreeSet<>();
    String own = release.jar().toString().replace("-all.jar", ".jar");
    modules.addAll(
        List.of(
            run(
                    "jdeps",
                    "--multi-release",
                    "17",
                    "--ignore-missing-deps",
                    "--print-module-deps",
                    own)
                .strip()
                .split(",")));
    modules.add("java.base");
    return String.join(",", modules);
  }

  private static String run(String tool, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("this Java has no " + tool))
            .run(new PrintWriter(out), new PrintWriter(err), arguments);
    if (status != 0) {
      throw new IllegalStateException(tool + ": " + out + err);
    }
    return out.toString();
  }

  /** The libraries of the system that a run-time needs, by the paths at which it looks for them. */
  static List<Path> libraries(Path runtime) throws IOException, InterruptedException {
    TreeSet<Path> libraries = new TreeSet<>();
    List<String> ldd = new ArrayList<>(List.of("ldd", runtime.resolve("bin/java").toString()));
    try (Stream<Path> all = Files.walk(runtime.resolve("lib"))) {
      all.filter(file -> file.toString().endsWith(".so")).map(Path::toString).forEach(ldd::add);
    }
    Process process = new ProcessBuilder(ldd).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    for (String line : said.split("\n")) {
      int path = line.indexOf(" (0x");
      int arrow = line.indexOf("=> ");
      String library = path < 0 ? "" : line.substring(arrow < 0 ? 0 : arrow + 3, path).strip();
      if (library.startsWith("/") && !Path.of(library).normalize().startsWith(runtime)) {
        libraries.add(Path.of(library));
      }
    }
    return List.copyOf(libraries);
  }
}
