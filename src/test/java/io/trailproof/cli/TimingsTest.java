package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code --timings} says where the time went, and changes no report. */
final class TimingsTest {
  private static final String GOOD = "fixtures/cloudformation/compliant/template.yaml";
  private static final String PLAN = "fixtures/terraform/compliant/plan.json";

  /** The ways to say what is judged; {@code -} reads the template. */
  private static final List<List<String>> LINES =
      List.of(
          List.of(GOOD, PLAN),
          List.of("--each", GOOD, PLAN),
          List.of("-"),
          List.of("--each", "-"),
          List.of("fixtures/cloudformation/compliant"),
          List.of("--skip-unrecognised", "README.md", GOOD),
          List.of("--skip-unrecognised", "--each", "README.md", PLAN),
          List.of("--skip-unrecognised", "README.md"),
          List.of("--inputs-from", "-", "--each"),
          List.of("no-such-file.json"));

  private static Invocation.Ended run(String format, boolean isTimed, List<String> more)
      throws IOException {
    List<String> line = new ArrayList<>(List.of("check", "--no-config", "-f", format));
    if (isTimed) {
      line.add("--timings");
    }
    line.addAll(more);
    String piped =
        more.contains("--inputs-from")
            ? GOOD + "\n" + PLAN + "\n"
            : Files.readString(Path.of(GOOD));
    return new Invocation().reading(piped).run(line.toArray(String[]::new));
  }

  @Test
  void reportsStayTheSame() throws IOException {
    for (List<String> line : LINES) {
      for (String format : List.of("text", "json", "jsonl", "sarif")) {
        Invocation.Ended plain = run(format, false, line);
        Invocation.Ended timed = run(format, true, line);
        assertEquals(plain.out(), timed.out(), line::toString);
        assertEquals(plain.status(), timed.status(), line::toString);
        assertFalse(plain.err().contains("timings"), plain.err());
        assertTrue(timed.err().startsWith(plain.err()), timed.err());
        assertTrue(
            timed.err().substring(plain.err().length()).startsWith("timings: "), timed.err());
      }
    }
  }

  @Test
  void inEveryModeItIsSaidWhatWasJudged() throws IOException {
    for (List<String> line : LINES.subList(0, 7)) {
      for (String format : List.of("text", "jsonl")) {
        String said = run(format, true, line).err();
        assertTrue(said.contains("\ninputs:\n"), said);
        assertTrue(said.contains("\nrules:\n"), said);
        assertTrue(said.contains("  iam-policy-changes\n"), said);
        String named = line.get(line.size() - 1);
        assertTrue(said.contains("  " + named) || said.contains(" together\n"), said);
      }
    }
  }

  /** Also where inputs are opened one after another, and written as soon as they are judged. */
  @Test
  void noPhaseIsForgotten() throws IOException {
    for (List<String> line : LINES.subList(0, 7)) {
      for (String format : List.of("text", "jsonl")) {
        String said = run(format, true, line).err();
        for (String phase :
            List.of("reading rules", "finding inputs", "reading inputs", "judging", "writing")) {
          assertTrue(said.contains(" s  " + phase), said);
        }
      }
    }
  }

  @Test
  void ofAnyNumberOfInputsNoNameIsKeptForNobody() {
    long[] clock = {0};
    Timings timings = new Timings(() -> clock[0]++, false);
    timings.doneWith(List.of("t.yaml"), timings.now());
    assertEquals("", said(timings));
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
    Timings timings = new Timings(() -> clock[0], true);
    for (int i = 1; i <= 9; i++) {
      long began = timings.now();
      clock[0] += i * 1_000_000_000L;
      timings.doneWith(List.of("t" + i + ".yaml", "more"), began);
    }
    String said = said(timings);
    assertTrue(said.startsWith("timings: 45.00 s in all"), said);
    assertTrue(
        said.contains("the slowest of 9 inputs:\n  9.00 s  t9.yaml and 1 more together\n"), said);
    assertFalse(said.contains("t4.yaml"), said);
  }

  @Test
  void whatRanSideBySideIsToldApart() {
    long[] clock = {0};
    Timings timings = new Timings(() -> clock[0], true);
    clock[0] = 1_000_000_000L;
    timings.ended(Timings.Phase.READING, 0);
    assertFalse(said(timings).contains("side by side"));
    timings.ended(Timings.Phase.READING, 0);
    assertTrue(said(timings).contains("side by side"));
  }

  private static String said(Timings timings) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    timings.say(new Terminal(InputStream.nullInputStream(), stream, stream, Map.of(), Map.of()));
    return err.toString(StandardCharsets.UTF_8);
  }
}
