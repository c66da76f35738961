package io.trailproof.diagnostic;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that is assumed can be confirmed by somebody, and is assumed somewhere. */
final class AssumedTest {
  @Test
  void everyOneSaysInOneLineHowItCanBeConfirmed() {
    for (Assumed one : Assumed.values()) {
      String line = one.confirm();
      assertTrue(line.length() > 20 && line.length() < 160, line);
      assertFalse(line.contains("\n") || line.endsWith("."), line);
      assertEquals(0, line.chars().filter(c -> c == '`').count() % 2, line);
      assertTrue(one.code().matches("[a-z]+(-[a-z]+)*"), one.code());
    }
    assertEquals(
        Assumed.values().length,
        Arrays.stream(Assumed.values()).map(Assumed::code).collect(toSet()).size());
  }

  @Test
  void noneIsThereThatNothingAssumes() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/trailproof"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      for (Path source : sources) {
        code.append(Files.readString(source));
      }
    }
    for (Assumed one : Assumed.values()) {
      assertTrue(code.indexOf("Assumed." + one.name()) >= 0, one.code());
    }
  }
}
