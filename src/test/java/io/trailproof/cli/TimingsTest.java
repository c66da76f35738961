package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code --timings} says where the time went, and changes no report. */
final class TimingsTest {
  private static final String GOOD = "fixtures/cloudformation/compliant/template.yaml";
  private static final String PLAN = "fixtures/terraform/compliant/plan.json";

  @Test
  void reportsStayTheSame() {
    for (String format : List.of("text", "json", "sarif")) {
      Invocation.Ended plain =
          Invocation.of("check", "--no-config", "--each", "-f", format, GOOD, PLAN);
      Invocation.Ended timed =
          Invocation.of("check", "--no-config", "--each", "--timings", "-f", format, GOOD, PLAN);
      assertEquals(plain.out(), timed.out());
      assertEquals(plain.status(), timed.status());
      assertFalse(plain.err().contains("timings"), plain.err());
      assertTrue(timed.err().startsWith(plain.err()), timed.err());
    }
  }

  @Test
  void phasesInputsAndRulesAreNamed() {
    String said = Invocation.of("check", "--no-config", "--each", "--timings", GOOD, PLAN).err();
    for (String part :
        List.of("timings: ", "reading inputs", "judging", GOOD, PLAN, "iam-policy-changes")) {
      assertTrue(said.contains(part), said);
    }
  }

  @Test
  void onlyTheSlowestOfManyAreNamed() {
    long[] clock = {0};
    Timings timings = new Timings(() -> clock[0]);
    for (int i = 1; i <= 9; i++) {
      long began = timings.now();
      clock[0] += i * 1_000_000_000L;
      timings.doneWith(List.of("t" + i + ".yaml", "more"), began);
    }
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    timings.say(
        new Terminal(
            java.io.InputStream.nullInputStream(),
            new java.io.PrintStream(err),
            new java.io.PrintStream(err, true),
            java.util.Map.of(),
            java.util.Map.of()));
    String said = err.toString(java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(said.startsWith("timings: 45.00 s in all"), said);
    assertTrue(
        said.contains("the slowest of 9 inputs:\n  9.00 s  t9.yaml and 1 more together\n"), said);
    assertFalse(said.contains("t4.yaml"), said);
  }
}
