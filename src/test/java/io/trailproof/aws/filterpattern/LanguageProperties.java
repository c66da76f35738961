package io.trailproof.aws.filterpattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.filterpattern.syntax.PatternDoubt;
import io.trailproof.aws.filterpattern.syntax.Rejection;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of reading and matching, over seeded random patterns and messages. */
class LanguageProperties {
  private static final String ALPHABET =
      "{}[]()%\"'$.*?-&|=!<>,:;\\/ \n\tabxISNULLEXT019_é😀\u0000";

  @Test
  void aPrintedPatternReadsAsTheSamePattern() {
    Random random = new Random(1);
    RandomPatterns patterns = new RandomPatterns(random);
    int accepted = 0;
    for (int i = 0; i < Cases.of(40_000); i++) {
      String text = patterns.pattern();
      accepted +=
          FilterPattern.parse(text)
              .match(
                  a -> {
                    String printed = a.pattern().print();
                    assertTrue(printed.length() <= text.length(), text);
                    assertEquals(a.pattern(), again(printed, text), text);
                    return 1;
                  },
                  r -> 0);
    }
    assertTrue(accepted > Cases.of(30_000), accepted + " accepted");
  }

  private static FilterPattern again(String printed, String text) {
    return FilterPattern.parse(printed)
        .match(
            a -> a.pattern(),
            r -> {
              throw new AssertionError(text + " printed as " + printed + ": " + r.rejections());
            });
  }

  @Test
  void aTreeMatchesAsItsTextDoes() {
    Random random = new Random(2);
    RandomPatterns patterns = new RandomPatterns(random);
    for (int i = 0; i < Cases.of(20_000); i++) {
      String text = patterns.pattern();
      Json.Obj record = patterns.object(3);
      Truth match =
          FilterPattern.parse(text).match(a -> a.pattern().matches(record), r -> Truth.NO);
      Truth again =
          FilterPattern.parse(text).match(a -> a.pattern().matches(record.print()), r -> Truth.NO);
      assertEquals(match, again, text);
    }
  }

  @Test
  void withoutADoubtOnlyNumbersSpeltOtherwiseLeaveAnythingUnknown() {
    Random random = new Random(3);
    RandomPatterns patterns = new RandomPatterns(random);
    for (int i = 0; i < Cases.of(30_000); i++) {
      String text = patterns.certainJson();
      Json.Obj record = patterns.object(3);
      Truth match =
          FilterPattern.parse(text).match(a -> a.pattern().matches(record), r -> Truth.NO);
      boolean fraction = record.print().contains(".5");
      assertTrue(match != Truth.UNKNOWN || fraction, text + " on " + record.print());
    }
  }

  @Test
  void anyTextIsReadAndMatchedWithoutFailing() {
    Random random = new Random(4);
    RandomPatterns patterns = new RandomPatterns(random);
    long slowest = 0;
    for (int i = 0; i < Cases.of(40_000); i++) {
      String text = random.nextInt(4) == 0 ? noise(random) : mutated(patterns.pattern(), random);
      String message =
          random.nextInt(3) == 0 ? noise(random) : mutated(patterns.object(2).print(), random);
      long start = processorTime();
      FilterPattern.parse(text)
          .match(
              a -> {
                a.pattern().matches(message);
                for (PatternDoubt doubt : a.doubts()) {
                  assertInside(text, doubt.start(), doubt.end());
                }
                return a;
              },
              r -> {
                for (Rejection rejection : r.rejections()) {
                  assertInside(text, rejection.start(), rejection.end());
                }
                return r;
              });
      slowest = Math.max(slowest, processorTime() - start);
    }
    assertTrue(slowest < 1_000_000_000, slowest + " ns for one of them");
  }

  /** Other work on the machine does not count. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void assertInside(String text, int start, int end) {
    assertTrue(0 <= start && start < end && end <= text.length(), text + ": " + start + "-" + end);
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      noise.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return noise.toString();
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int i = random.nextInt(4); i > 0 && !mutant.isEmpty(); i--) {
      int at = random.nextInt(mutant.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, c);
        case 2 -> mutant.setCharAt(at, c);
        default -> mutant.append(mutant.substring(at));
      }
    }
    return mutant.toString();
  }

  @Test
  void anyJsonValueReadsAsItWasWritten() {
    Random random = new Random(5);
    RandomPatterns patterns = new RandomPatterns(random);
    for (Json value : List.of(new Json.Str("\u0000\t\"\\\u2028😀"), new Json.Str("\ud800"))) {
      assertEquals(value, Json.read(value.print()).value());
    }
    for (int i = 0; i < Cases.of(10_000); i++) {
      Json value = patterns.value(4);
      assertEquals(value, Json.read(" " + value.print() + "\n").value());
    }
  }
}
