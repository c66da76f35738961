package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.Catalog;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The hooks through a real {@code pre-commit}, where there is one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script follows the hooks")
final class PreCommitTest {
  private static final Path SCRIPT = Checkout.ROOT.resolve("src/test/sh/pre-commit.sh");
  private static final int NOT_INSTALLED = 77;

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

  @Test
  void hooksDoWhatTheyPromise(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("trailproof.jar");
    writeJar(jar);
    Process script =
        new ProcessBuilder(SCRIPT.toString(), jar.toString())
            .redirectErrorStream(true)
            .redirectInput(new java.io.File("/dev/null"))
            .start();
    List<String> said = script.inputReader().lines().toList();
    int exit = script.waitFor();
    assumeTrue(exit != NOT_INSTALLED, () -> String.join("\n", said));
    assertEquals(0, exit, () -> String.join("\n", said));
    assertTrue(said.stream().filter(line -> line.startsWith("ok: ")).count() >= 12, said::toString);
  }

  /** A jar without classes of its own; its manifest says where those of this run are. */
  private static void writeJar(Path jar) throws IOException, URISyntaxException {
    Set<String> parts = new LinkedHashSet<>();
    for (Class<?> part : PARTS) {
      parts.add(part.getProtectionDomain().getCodeSource().getLocation().toURI().toString());
    }
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "io.trailproof.cli.Main");
    main.put(Attributes.Name.CLASS_PATH, String.join(" ", parts));
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
