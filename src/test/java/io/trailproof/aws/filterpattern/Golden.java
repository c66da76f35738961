package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reviewed answers in {@code fixtures/filterpattern}; {@code -Dbless=true} rewrites them. */
public final class Golden {
  private Golden() {}

  public static Path file(String name) {
    return Corpus.root().resolve("fixtures/filterpattern").resolve(name);
  }

  public static String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void assertGolden(String name, String actual) {
    if (Boolean.getBoolean("bless")) {
      try {
        Files.writeString(file(name), actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertEquals(read(name), actual);
  }
}
