package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.alarm.MinuteModel.History;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The simulator against the slow model, and the laws of unknown settings. */
final class SimulatorProperties {

  private static final int CASES = 20_000;
  private static final String[] STATISTICS = {
    "Sum", "SampleCount", "Average", "Minimum", "Maximum", "p100"
  };
  private static final String[] OPERATORS = {
    "GreaterThanOrEqualToThreshold",
    "GreaterThanOrEqualToThreshold",
    "GreaterThanThreshold",
    "LessThanThreshold",
    "LessThanOrEqualToThreshold"
  };
  private static final String[] TREATMENTS = {"missing", "notBreaching", "ignore", "breaching"};
  private static final String[] VALUES = {"1", "1", "1", "2", "0.5", "10", "0", "-1"};
  private static final String[] DEFAULTS = {"", "", "0", "0", "0.5", "1", "-1"};
  private static final String[] THRESHOLDS = {"1", "1", "0", "0.5", "2", "5", "-1"};
  private static final int[] MINUTES = {1, 1, 2, 3, 5};

  private static <T> T any(Random random, T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  static MinuteModel model(Random random) {
    int periods = 1 + random.nextInt(5);
    String defaultValue = any(random, DEFAULTS);
    int minutes =
        random.nextInt(400) == 0 ? 30 * (1 + random.nextInt(4)) : MINUTES[random.nextInt(5)];
    return new MinuteModel(
        new BigDecimal(any(random, VALUES)),
        defaultValue.isEmpty() ? null : new BigDecimal(defaultValue),
        any(random, STATISTICS),
        minutes,
        random.nextBoolean() ? 1 : 1 + random.nextInt(periods),
        periods,
        new BigDecimal(any(random, THRESHOLDS)),
        any(random, OPERATORS),
        any(random, TREATMENTS));
  }

  static AlarmSettings settings(MinuteModel model) {
    boolean extended = model.statistic().startsWith("p");
    return AlarmSettings.none()
        .with(AlarmProperty.METRIC_NAME, "changes")
        .with(
            extended ? AlarmProperty.EXTENDED_STATISTIC : AlarmProperty.STATISTIC,
            model.statistic())
        .with(AlarmProperty.PERIOD, Integer.toString(model.minutes() * 60))
        .with(AlarmProperty.EVALUATION_PERIODS, Integer.toString(model.periods()))
        .with(AlarmProperty.DATAPOINTS_TO_ALARM, Integer.toString(model.datapoints()))
        .with(AlarmProperty.THRESHOLD, model.threshold().toPlainString())
        .with(AlarmProperty.COMPARISON_OPERATOR, model.operator())
        .with(AlarmProperty.TREAT_MISSING_DATA, model.missingData());
  }

  static MetricFeed feed(MinuteModel model) {
    BigDecimal idle = model.defaultValue();
    return idle == null
        ? MetricFeed.sparse(model.value().toPlainString())
        : MetricFeed.dense(model.value().toPlainString(), idle.toPlainString());
  }

  @Test
  void theSimulatorAgreesWithTheMinuteModel() {
    Random random = new Random(20_261_125);
    int fired = 0;
    for (int round = 0; round < CASES; round++) {
      MinuteModel model = model(random);
      Firing firing = OneEventTest.of(settings(model), feed(model)).firing();
      List<Integer> delays = new ArrayList<>();
      boolean fires = model.breachesWith(1) && model.breachesWith(1000);
      for (int offset = 0; offset < model.minutes(); offset++) {
        History history = model.play(List.of(offset), 0);
        fires &= history.quietBefore() && !history.entries().isEmpty();
        history.entries().stream().limit(1).forEach(delays::add);
      }
      assertEquals(Truth.of(fires), firing.fires(), model + ": " + firing);
      if (fires) {
        fired++;
        int late = delays.stream().mapToInt(delay -> delay + 1).max().orElse(0);
        assertEquals(
            60L * late * model.minutes(), firing.delaySeconds().orElse(0), model.toString());
        assertEquals(again(model), firing.again(), model.toString());
      }
    }
    assertTrue(fired > CASES / 10, "only " + fired + " of the cases fire");
  }

  private static Truth again(MinuteModel model) {
    TreeSet<Truth> answers = new TreeSet<>();
    for (int offset = 0; offset < model.minutes(); offset++) {
      for (int extra = 0; extra <= 2; extra++) {
        History history = model.play(List.of(offset, offset + 60), extra);
        answers.add(Truth.of(history.entries().size() > 1));
      }
    }
    return answers.size() == 1 ? answers.first() : Truth.UNKNOWN;
  }

  @Test
  void whatIsCertainWithAnUnknownSettingHoldsForEveryValueOfIt() {
    Map<AlarmProperty, String[]> legal = new LinkedHashMap<>();
    legal.put(AlarmProperty.THRESHOLD, THRESHOLDS);
    legal.put(AlarmProperty.COMPARISON_OPERATOR, OPERATORS);
    legal.put(AlarmProperty.TREAT_MISSING_DATA, TREATMENTS);
    legal.put(AlarmProperty.PERIOD, new String[] {"10", "60", "120", "300", "600", "3600"});
    legal.put(AlarmProperty.EVALUATION_PERIODS, new String[] {"1", "2", "3", "4", "5", "7"});
    legal.put(AlarmProperty.DATAPOINTS_TO_ALARM, new String[] {"1", "2", "3", "4", "5"});
    Random random = new Random(42);
    int certain = 0;
    for (int round = 0; round < CASES; round++) {
      MinuteModel model = model(random);
      Map.Entry<AlarmProperty, String[]> choice =
          List.copyOf(legal.entrySet()).get(random.nextInt(legal.size()));
      AlarmProperty blank = choice.getKey();
      AlarmSettings settings = settings(model);
      Firing open =
          OneEventTest.of(settings.with(blank, Partial.unknown("not known")), feed(model)).firing();
      if (open.fires() == Truth.UNKNOWN) {
        continue;
      }
      certain++;
      for (String value : choice.getValue()) {
        Firing filled = OneEventTest.of(settings.with(blank, value), feed(model)).firing();
        boolean illegal = filled.aspect().filter(Aspect.CONFIGURATION::equals).isPresent();
        assertTrue(
            illegal || filled.fires() == open.fires(),
            () -> blank + " " + value + " in " + model + ": " + open + " but " + filled);
      }
    }
    assertTrue(certain > CASES / 20, "only " + certain + " of the cases are certain");
  }

  @Test
  void whatIsCertainWithAnUnknownFeedHoldsForEveryFeed() {
    Random random = new Random(43);
    for (int round = 0; round < CASES; round++) {
      MinuteModel model = model(random);
      AlarmSettings settings = settings(model);
      MetricFeed feed = feed(model);
      MetricFeed blank =
          random.nextBoolean()
              ? new MetricFeed(Partial.unknown("not known"), feed.defaultValue(), feed.unit())
              : new MetricFeed(feed.value(), Partial.unknown("not known"), feed.unit());
      Firing open = OneEventTest.of(settings, blank).firing();
      if (open.fires() != Truth.UNKNOWN) {
        assertEquals(
            open.fires(),
            OneEventTest.of(settings, feed).firing().fires(),
            () -> blank + " in " + model);
      }
    }
  }
}
