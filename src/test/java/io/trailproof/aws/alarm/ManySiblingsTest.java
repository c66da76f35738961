package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Filters that publish to one metric are tried together up to a number. */
final class ManySiblingsTest {
  private static final AlarmSettings SETTINGS =
      AlarmSettings.none()
          .with(AlarmProperty.METRIC_NAME, Partial.known("Changes"))
          .with(AlarmProperty.STATISTIC, Partial.known("Sum"))
          .with(AlarmProperty.PERIOD, Partial.known("300"))
          .with(AlarmProperty.EVALUATION_PERIODS, Partial.known("1"))
          .with(AlarmProperty.THRESHOLD, Partial.known("1"))
          .with(AlarmProperty.COMPARISON_OPERATOR, Partial.known("GreaterThanOrEqualToThreshold"));

  @Test
  void asManyAsTheLimitAreTried() {
    assertEquals(Truth.YES, beside(MetricFeed.MOST_SIBLINGS).fires());
  }

  @Test
  void moreAreUnknown() {
    Firing firing = beside(MetricFeed.MOST_SIBLINGS + 1);
    assertEquals(Truth.UNKNOWN, firing.fires());
    assertTrue(firing.explanation().startsWith("too many filters"), firing.explanation());
  }

  private static Firing beside(int count) {
    List<MetricFeed.Sibling> others =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new MetricFeed.Sibling(
                        "f" + i,
                        Partial.known("1"),
                        Partial.unset(),
                        Partial.unset(),
                        Truth.YES,
                        Truth.NO,
                        false))
            .toList();
    MetricFeed feed = new MetricFeed(Partial.known("1"), Partial.unset(), Partial.unset(), others);
    return OneEventTest.of(SETTINGS, feed).firing();
  }
}
