package io.trailproof.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is released.
 *
 * @param checkout the root of the sources
 * @param jar with everything in it
 * @param sbom of the jar, as CycloneDX spells it
 * @param time that every file gets
 */
record Release(Path checkout, String version, Path jar, Path sbom, Instant time) {
  private static final Pattern TIME =
      Pattern.compile("<project.build.outputTimestamp>([^<]+)</project.build.outputTimestamp>");

  /** The release of a jar; its version stands in its manifest. */
  static Release of(Path checkout, Path jar) throws IOException {
    String version;
    try (JarFile opened = new JarFile(jar.toFile())) {
      version = opened.getManifest().getMainAttributes().getValue("Implementation-Version");
    }
    Matcher time = TIME.matcher(Files.readString(checkout.resolve("pom.xml")));
    if (!time.find()) {
      throw new IllegalStateException("the pom states no time of the build");
    }
    Path sbom = jar.resolveSibling("trailproof-" + version + ".cdx.json");
    return new Release(checkout, version, jar, sbom, Instant.parse(time.group(1)));
  }

  Archives archives() {
    return new Archives(time);
  }

  byte[] jarBytes() throws IOException {
    return Files.readAllBytes(jar);
  }

  /** A file of the checkout. */
  String source(String path) throws IOException {
    return Files.readString(checkout.resolve(path));
  }

  /** A template beside this class, with the version in its place. */
  String template(String name) throws IOException {
    try (InputStream stream = Release.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no template " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .replace("@VERSION@", version);
    }
  }

  /** What a command of the jar prints. */
  String printed(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-Xss4m");
    line.add("-jar");
    line.add(jar.toString());
    line.addAll(List.of(command));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the jar fails at " + String.join(" ", command));
    }
    return printed;
  }
}
