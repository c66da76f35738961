package io.trailproof;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.yaml.snakeyaml.Yaml;

/**
 * The program as a jar without classes of its own, whose manifest says where those under test are:
 * for what takes a process, such as a run in another folder.
 */
public final class ProgramJar {
  /** One class of all that the program is made of at run time. */
  private static final List<Class<?>> PARTS =
      List.of(
          Catalog.class,
          picocli.CommandLine.class,
          Yaml.class,
          JsonFactory.class,
          ObjectMapper.class,
          JsonProperty.class,
          com.networknt.schema.Schema.class,
          org.slf4j.Logger.class);

  private final Path file;

  /** What came of a run. */
  public record Ended(int status, String out, String err) {}

  private ProgramJar(Path file) {
    this.file = file;
  }

  /** Writes the jar into a folder. */
  public static ProgramJar in(Path folder) throws IOException {
    Set<String> parts = new LinkedHashSet<>();
    for (Class<?> part : PARTS) {
      try {
        parts.add(part.getProtectionDomain().getCodeSource().getLocation().toURI().toString());
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "io.trailproof.cli.Main");
    main.put(Attributes.Name.CLASS_PATH, String.join(" ", parts));
    Path file = folder.resolve("trailproof.jar");
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
    return new ProgramJar(file);
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** The words of a command line that runs it. */
  public List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-jar",
        file.toString());
  }

  /** Runs it in a folder. */
  public Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command());
    line.addAll(List.of(arguments));
    Path err = Files.createTempFile("trailproof", "err");
    try {
      Process process =
          new ProcessBuilder(line).directory(folder.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }
}
