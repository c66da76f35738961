package io.trailproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final long MIB = 1L << 20;
  private static final String CLEARED = "\r\u001b[K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm"));
  private final Map<String, String> facts = new HashMap<>(Map.of("trailproof.stderr.tty", "true"));
  private long millis;

  private Progress progress(boolean quiet) {
    PrintStream stream = new PrintStream(err, false, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), stream, stream, environment, facts);
    return new Progress(terminal, quiet, () -> TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private void read(Progress progress, long atMillis, long mebibytes) {
    millis = atMillis;
    progress.read("plan.json", mebibytes * MIB, 1193 * MIB);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysNothingBeforeASecondHasPassed() {
    try (Progress progress = progress(false)) {
      read(progress, 0, 1);
      read(progress, 999, 900);
    }
    assertEquals("", shown());
  }

  @Test
  void saysHowMuchIsReadFromTimeToTimeAndClearsItAtTheEnd() {
    try (Progress progress = progress(false)) {
      read(progress, 1000, 312);
      read(progress, 1100, 350);
      read(progress, 1200, 380);
    }
    assertEquals(
        CLEARED
            + "reading plan.json: 312 of 1193 MiB"
            + CLEARED
            + "reading plan.json: 380 of 1193 MiB"
            + CLEARED,
        shown());
  }

  @Test
  void shortensALongNameAndShowsNoControlCharacters() {
    try (Progress progress = progress(false)) {
      millis = 2000;
      progress.read("\u001b[31m" + "folder/".repeat(20) + "plan.json", MIB, MIB);
    }
    assertEquals(
        CLEARED
            + "reading ..."
            + "er/folder/folder/folder/folder/"
            + "plan.json: 1 of 1 MiB"
            + CLEARED,
        shown());
  }

  @Test
  void saysNothingWhereNobodyLooks() {
    environment.put("CI", "true");
    try (Progress progress = progress(false)) {
      read(progress, 5000, 500);
    }
    environment.remove("CI");
    environment.put("TERM", "dumb");
    try (Progress progress = progress(false)) {
      read(progress, 15000, 500);
    }
    environment.remove("TERM");
    try (Progress progress = progress(true)) {
      read(progress, 25000, 500);
    }
    facts.put("trailproof.stderr.tty", "false");
    try (Progress progress = progress(false)) {
      read(progress, 35000, 500);
    }
    assertEquals("", shown());
  }
}
