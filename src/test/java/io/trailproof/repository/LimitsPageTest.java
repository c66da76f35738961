package io.trailproof.repository;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.alarm.MetricFeed;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.source.Limits;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/limits.md names every limit with its value. */
final class LimitsPageTest {
  @Test
  void everyLimitIsNamed() throws IOException, IllegalAccessException {
    String page = Files.readString(Checkout.ROOT.resolve("docs/limits.md"));
    for (Field limit : Limits.class.getFields()) {
      long value = ((Number) limit.get(null)).longValue();
      String said =
          !limit.getName().endsWith("_BYTES")
              ? number(value)
              : value >= 1L << 30 ? (value >> 30) + " GiB" : (value >> 20) + " MiB";
      assertTrue(page.contains("| " + said), limit.getName() + ": " + said);
    }
    assertTrue(page.contains("| " + MetricFeed.MOST_SIBLINGS + " |"));
    assertTrue(page.contains("| " + number(FilterPattern.MAX_LENGTH) + " |"));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
