package io.trailproof.aws.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.alarm.MinuteModel.History;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bursts against the slow model, in every way in which they may fall, and the laws of bursts. */
final class BurstProperties {
  private static final int CASES = 2_000;

  private static Firing firing(MinuteModel model, Burst burst) {
    return OneEventTest.of(SimulatorProperties.settings(model), SimulatorProperties.feed(model))
        .on(burst)
        .firing();
  }

  @Test
  void whatIsSaidOfABurstHoldsHoweverItFalls() {
    Random random = new Random(20_261_130);
    int told = 0;
    int beyondOne = 0;
    for (int round = 0; round < CASES; round++) {
      MinuteModel model = model(random, round);
      if (model.minutes() > 5) {
        continue;
      }
      int times = 2 + random.nextInt(3);
      int minutes = 1 + random.nextInt(5);
      Firing firing = firing(model, new Burst(times, 60L * minutes));
      Firing one = firing(model, Burst.ONE);
      boolean always = true;
      for (int start = 0; start < model.minutes(); start++) {
        for (List<Integer> fall : falls(start, start + minutes, times)) {
          History history = model.play(fall, 0);
          always &= history.quietBefore() && !history.entries().isEmpty();
        }
      }
      String what = model + " " + times + " in " + minutes + ": " + firing;
      if (firing.fires() == Truth.YES) {
        told++;
        beyondOne += one.fires() == Truth.YES ? 0 : 1;
        assertTrue(always, what);
      } else if (firing.fires() == Truth.NO) {
        told++;
        assertTrue(!always || !model.breachesWith(1000), what);
      }
      if (one.fires() == Truth.YES) {
        assertEquals(one.explanation(), firing.explanation(), what);
        assertEquals(one.delaySeconds(), firing.delaySeconds(), what);
      }
    }
    assertTrue(told > CASES / 3, "told of " + told);
    assertTrue(beyondOne > 20, "beyond one event " + beyondOne);
  }

  /** Every second one wants more than one event publishes, and mostly less than the burst. */
  private static MinuteModel model(Random random, int round) {
    MinuteModel model = SimulatorProperties.model(random);
    return round % 2 == 0
        ? model
        : new MinuteModel(
            BigDecimal.ONE,
            model.defaultValue(),
            random.nextBoolean() ? "Sum" : model.statistic(),
            model.minutes(),
            random.nextInt(3) == 0 ? model.datapoints() : 1,
            model.periods(),
            BigDecimal.valueOf(1 + random.nextInt(3)),
            "GreaterThanOrEqualToThreshold",
            model.missingData());
  }

  /** Every way in which so many events may lie in the minutes between two, these included. */
  private static List<List<Integer>> falls(int from, int to, int times) {
    if (times == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> falls = new ArrayList<>();
    for (int first = from; first <= to; first++) {
      for (List<Integer> rest : falls(first, to, times - 1)) {
        List<Integer> fall = new ArrayList<>(rest);
        fall.add(first);
        falls.add(fall);
      }
    }
    return falls;
  }

  @Test
  void moreEventsNeverMakeAFailureOfAPass() {
    Random random = new Random(7);
    for (int round = 0; round < CASES; round++) {
      MinuteModel model = SimulatorProperties.model(random);
      long seconds = 30L * (1 + random.nextInt(40));
      int times = 2 + random.nextInt(8);
      Firing few = firing(model, new Burst(times, seconds));
      Firing more = firing(model, new Burst(times + 1 + random.nextInt(30), seconds));
      Firing nearer = firing(model, new Burst(times, 1 + seconds / 3));
      if (few.fires() == Truth.YES) {
        assertNotEquals(Truth.NO, more.fires(), model + ": " + few + " but " + more);
        assertEquals(Truth.YES, nearer.fires(), model + ": " + few + " but " + nearer);
      }
    }
  }

  @Test
  void whatIsCertainWithAnUnknownPeriodHoldsForEveryOne() {
    Random random = new Random(8);
    for (int round = 0; round < CASES; round++) {
      MinuteModel model = SimulatorProperties.model(random);
      Burst burst = new Burst(2 + random.nextInt(4), 60L * (1 + random.nextInt(30)));
      AlarmSettings settings = SimulatorProperties.settings(model);
      Firing open =
          OneEventTest.of(
                  settings.with(AlarmProperty.PERIOD, Partial.unknown("not known")),
                  SimulatorProperties.feed(model))
              .on(burst)
              .firing();
      for (String period : List.of("60", "120", "300", "1800", "3600", "21600")) {
        Firing filled =
            OneEventTest.of(
                    settings.with(AlarmProperty.PERIOD, period), SimulatorProperties.feed(model))
                .on(burst)
                .firing();
        assertTrue(
            open.fires() == Truth.UNKNOWN
                || filled.fires() == open.fires()
                || filled.fires() == Truth.UNKNOWN,
            () -> period + " in " + model + " " + burst + ": " + open + " but " + filled);
      }
    }
  }
}
