package io.trailproof.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
  @Test
  void resultsComeInOrderWhicheverIsDoneFirst() {
    for (int threads : List.of(1, 2, 5)) {
      List<Integer> results = new ArrayList<>();
      try (SideBySide<Integer, Integer> work =
          new SideBySide<>(
              thing -> {
                busy((37 * thing) % 11);
                return thing;
              },
              results::add,
              threads)) {
        for (int i = 0; i < 200; i++) {
          work.add(i);
        }
        work.finish();
      }
      assertEquals(IntStream.range(0, 200).boxed().toList(), results);
    }
  }

  @Test
  void onlyAFewAreUnderWay() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    int[] most = new int[1];
    try (SideBySide<Integer, Integer> work =
        new SideBySide<>(
            thing -> {
              begun.incrementAndGet();
              return thing;
            },
            any -> taken.incrementAndGet(),
            2)) {
      for (int i = 0; i < 500; i++) {
        work.add(i);
        most[0] = Math.max(most[0], i + 1 - taken.get());
      }
      work.finish();
    }
    assertEquals(500, begun.get());
    assertEquals(500, taken.get());
    assertTrue(most[0] < 20, "at most " + most[0] + " were waiting");
  }

  @Test
  void whatIsThrownComesWhereTheResultWould() {
    for (int threads : List.of(1, 3)) {
      List<Integer> results = new ArrayList<>();
      try (SideBySide<Integer, Integer> work =
          new SideBySide<>(SideBySideTest::failing, results::add, threads)) {
        assertThrows(
            StackOverflowError.class,
            () -> {
              for (int i = 0; i < 30; i++) {
                work.add(i);
              }
              work.finish();
            });
      }
      assertEquals(IntStream.range(0, 17).boxed().toList(), results);
    }
  }

  private static Integer failing(Integer thing) {
    if (thing == 17) {
      throw new StackOverflowError();
    }
    return thing;
  }

  private static void busy(int rounds) {
    long waste = 1;
    for (int i = 0; i < rounds * 20_000; i++) {
      waste = waste * 31 + i;
    }
    assertTrue(waste != 0 || rounds >= 0);
  }
}
