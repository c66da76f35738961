package io.trailproof.aws.filterpattern;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trailproof.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The corpus beside the checkout, which not every machine has. */
public final class Corpus {
  private Corpus() {}

  public static Path root() {
    return Path.of(System.getProperty("trailproof.root", "."));
  }

  /** A JSON array of objects; skips the test if the corpus is missing. */
  public static List<Map<String, Json>> read(String file) {
    Path path = path(file);
    try {
      Json json = requireNonNull(Json.read(Files.readString(path)).value());
      return ((Json.Arr) json).elements().stream().map(e -> ((Json.Obj) e).members()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path path(String file) {
    String home = System.getenv("TRAILPROOF_CORPUS");
    Path corpus = home == null ? root().resolve("../shared/corpus") : Path.of(home);
    Path path = corpus.resolve(file);
    if (!Files.exists(path)) {
      System.out.println("skipped: no corpus file " + file);
    }
    assumeTrue(Files.exists(path), "no corpus file " + file);
    return path;
  }

  public static String text(Map<String, Json> entry, String name) {
    return ((Json.Str) get(entry, name)).value();
  }

  public static Json get(Map<String, Json> entry, String name) {
    return requireNonNull(entry.get(name), name);
  }
}
