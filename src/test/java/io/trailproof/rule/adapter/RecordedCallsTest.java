package io.trailproof.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.aws.eventselector.AdvancedSelector;
import io.trailproof.aws.eventselector.BasicSelector;
import io.trailproof.aws.eventselector.EventSelectors;
import io.trailproof.aws.eventselector.FieldOperator;
import io.trailproof.aws.eventselector.FieldSelector;
import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.CallAccess;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What selectors take of records that a pattern describes is what they take of each of them. */
final class RecordedCallsTest {
  private static final List<String> SOURCES =
      List.of("kms.amazonaws.com", "rdsdata.amazonaws.com", "signin.amazonaws.com");

  private final Random random = new Random(17);
  private final Map<Truth, Integer> seen = new EnumMap<>(Truth.class);

  @Test
  void aPatternIsTakenAsItsRecordsAre() {
    for (int i = 0; i < 3_000; i++) {
      EventSelectors selectors =
          random.nextBoolean()
              ? new EventSelectors(perhaps(() -> some(this::basic)), Partial.unset())
              : new EventSelectors(Partial.unset(), perhaps(() -> some(this::advanced)));
      Truth every = Truth.YES;
      for (String source : SOURCES) {
        for (boolean read : List.of(true, false)) {
          Truth one = selectors.records(new ManagementEvent(source, "Anything", read)).answer();
          CallAccess access = read ? CallAccess.READ : CallAccess.WRITE;
          assertEquals(one, taken(selectors, List.of(source), access), selectors.toString());
          every = every.and(one);
        }
      }
      Truth all = taken(selectors, SOURCES, CallAccess.BOTH);
      // Which of the alternatives takes a record may be known where it is not known of the whole.
      assertTrue(all == every || every == Truth.UNKNOWN, all + " " + every + " " + selectors);
      seen.merge(all, 1, Integer::sum);
    }
    assertTrue(seen.size() == 3 && seen.values().stream().allMatch(n -> n > 100), seen.toString());
  }

  @Test
  void whatIsTakenWhateverTheNameIsTakenByEveryName() {
    int whatever = 0;
    for (int i = 0; i < 3_000; i++) {
      EventSelectors selectors =
          new EventSelectors(
              perhaps(() -> random.nextBoolean() ? List.of() : some(this::basic)),
              random.nextInt(3) > 0
                  ? Partial.unset()
                  : perhaps(() -> random.nextBoolean() ? List.of() : some(this::advanced)));
      for (String source : SOURCES) {
        for (boolean read : List.of(true, false)) {
          Optional<Truth> all = selectors.recordsAll(source, read);
          Truth one = selectors.records(new ManagementEvent(source, "Anything", read)).answer();
          assertTrue(all.filter(told -> told != one).isEmpty(), all + " " + one + " " + selectors);
          whatever += all.isPresent() ? 1 : 0;
          seen.merge(one, 1, Integer::sum);
        }
      }
    }
    assertTrue(whatever > 6_000, "only " + whatever + " were told whatever the name");
    assertTrue(seen.size() == 3 && seen.values().stream().allMatch(n -> n > 100), seen.toString());
  }

  private static Truth taken(EventSelectors selectors, List<String> sources, CallAccess access) {
    String pattern =
        "{ $.eventName = Anything && ($.eventSource = "
            + String.join(" || $.eventSource = ", sources)
            + ") }";
    return RecordedCalls.taken(
            selectors,
            new Event(
                "it",
                "",
                Optional.of(pattern),
                Optional.empty(),
                CallOutcome.ANY,
                Optional.of(access),
                Optional.empty()))
        .answer();
  }

  private <T> List<T> some(Supplier<T> one) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      all.add(one.get());
    }
    return all;
  }

  private <T> Partial<T> perhaps(Supplier<T> one) {
    int which = random.nextInt(10);
    return which == 0
        ? Partial.unknown("later")
        : which == 1 ? Partial.unset() : Partial.known(one.get());
  }

  private <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private BasicSelector basic() {
    return new BasicSelector(
        perhaps(() -> of(List.of("All", "ReadOnly", "WriteOnly"))),
        perhaps(() -> random.nextInt(5) > 0),
        perhaps(
            () ->
                random.nextBoolean()
                    ? List.of()
                    : some(() -> perhaps(() -> of(SOURCES.subList(0, 2))))));
  }

  private AdvancedSelector advanced() {
    List<FieldSelector> fields = new ArrayList<>();
    if (random.nextInt(8) > 0) {
      fields.add(FieldSelector.equalTo("eventCategory", "Management"));
    }
    if (random.nextBoolean()) {
      fields.add(FieldSelector.equalTo("readOnly", String.valueOf(random.nextBoolean())));
    }
    if (random.nextBoolean()) {
      Map<FieldOperator, Partial<List<Partial<String>>>> values =
          new EnumMap<>(FieldOperator.class);
      for (int i = random.nextInt(2); i >= 0; i--) {
        values.put(
            of(List.of(FieldOperator.values())),
            perhaps(
                () ->
                    some(
                        () -> perhaps(() -> of(List.of(SOURCES.get(0), "rds", "kms.", "s.com"))))));
      }
      fields.add(new FieldSelector(Partial.known("eventSource"), values));
    }
    return new AdvancedSelector(Partial.known(fields));
  }
}
