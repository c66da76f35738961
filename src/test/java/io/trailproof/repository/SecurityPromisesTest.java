package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of SECURITY.md names a test that there is. */
final class SecurityPromisesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z][^|]+) \\| ([^|]+) \\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  @Test
  void everyPromiseIsHeldByATestThatThereIs() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve("src/test/java"))) {
      tests =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.matches("\\w+(Test|Properties)\\.java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    List<MatchResult> promises =
        ROW.matcher(Files.readString(Checkout.ROOT.resolve("SECURITY.md"))).results().toList();
    assertTrue(promises.size() >= 10, "the table of promises is not where it was");
    for (MatchResult promise : promises) {
      List<String> held =
          QUOTED.matcher(promise.group(2)).results().map(name -> name.group(1)).toList();
      assertTrue(held.stream().anyMatch(tests::contains), promise.group(1) + " nobody holds");
      for (String name : held) {
        assertTrue(
            tests.contains(name) || Files.isExecutable(Checkout.ROOT.resolve(name)),
            promise.group(1) + " " + name + " is not there");
      }
    }
  }
}
