package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of the command line that are near one that makes sense. */
final class SlipTest {
  private static String problem(String line) {
    Invocation.Ended ended = Invocation.of(line.split(" "));
    assertEquals(2, ended.status());
    assertEquals("", ended.out());
    assertTrue(ended.err().endsWith("\n1 error\n"), ended.err());
    return ended.err().lines().findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "chek plan.json, command `chek`, check",
    "Check plan.json, command `Check`, check",
    "patern x, command `patern`, pattern",
    "README.md, command `README.md`, trailproof check README.md",
    "check --fromat json plan.json, option `--fromat`, --format",
    "check --fromat=json plan.json, option `--fromat`, --format",
    "check --skip-unrecognized plan.json, option `--skip-unrecognized`, --skip-unrecognised",
    "check -F json plan.json, option `-F`, -f",
    "pattern --sugest, option `--sugest`, --suggest",
    "--versoin, option `--versoin`, --version",
  })
  void nearestWordIsAskedAbout(String line, String word, String meant) {
    assertEquals(
        "error[usage]: there is no " + word + "; did you mean `" + meant + "`?", problem(line));
  }

  @Test
  void wordThatIsNearNothingIsOnlyNamed() {
    assertEquals("error[usage]: there is no command `frobnicate`", problem("frobnicate"));
    assertEquals("error[usage]: there is no option `-x`", problem("check -x"));
    assertEquals("error[usage]: there is no option `--frobnicate`", problem("check --frobnicate"));
  }
}
