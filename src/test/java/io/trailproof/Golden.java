package io.trailproof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say to the letter what is expected; {@code -Dbless} writes them anew. */
public final class Golden {
  private static final boolean BLESS = System.getProperty("bless") != null;

  private Golden() {}

  /** Holds a text against a file. */
  public static void assertMatches(Path file, String actual) throws IOException {
    if (BLESS) {
      Files.writeString(file, actual);
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertEquals(expected, actual, file + " differs; -Dbless writes it anew");
  }
}
