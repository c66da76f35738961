package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A YAML file of the folder {@code rules}, as it was packed into the jar. */
public final class PackedFile {
  private PackedFile() {}

  /**
   * Reads one.
   *
   * @param path below {@code rules}
   * @throws IllegalStateException if it is missing or broken: the tests left it whole
   */
  public static Node read(String path) {
    String name = "rules/" + path;
    try (InputStream in = PackedFile.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return sound(name, YamlReader.read(SourceFile.of(name, in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnreadableSource e) {
      throw new IllegalStateException("not text: " + name, e);
    }
  }

  /** The files of one kind that {@code rules/index.yaml} lists. */
  public static List<String> index(String kind) {
    return new MappingReader(read("index.yaml"), "invalid-index", new ArrayList<>()).texts(kind);
  }

  /**
   * What was read from a packed file.
   *
   * @throws IllegalStateException if anything was said against it
   */
  public static <T> T sound(String path, Outcome<T> outcome) {
    for (Diagnostic diagnostic : outcome.diagnostics()) {
      throw new IllegalStateException(path + ": " + diagnostic.message());
    }
    return outcome.value().orElseThrow(() -> new IllegalStateException("nothing in " + path));
  }
}
