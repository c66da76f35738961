package io.trailproof.trace;

import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Whether event selectors take one management event (F8 to F14). */
record SelectorTest(Readings readings, TracedRecord record) {
  /** The two sources that can be left out of management events (F9). */
  private static final Set<String> MAY_BE_LEFT_OUT =
      Set.of("kms.amazonaws.com", "rdsdata.amazonaws.com");

  /** Basic selectors add up. */
  Truth anyBasic(List<Value> selectors) {
    Truth any = Truth.NO;
    for (Value selector : selectors) {
      any = any.or(basic(selector));
    }
    return any;
  }

  private Truth basic(Value selector) {
    Truth management =
        readings.text(readings.field(selector, "managementEvents")).is("true", "true");
    Truth access =
        readings
            .text(readings.field(selector, "readWriteType"))
            .match(this::access, () -> Truth.YES, why -> Truth.UNKNOWN);
    Truth kept =
        readings
            .items(readings.field(selector, "excludedSources"))
            .match(this::notAmong, () -> Truth.YES, why -> Truth.UNKNOWN);
    return management.and(access).and(kept);
  }

  private Truth access(String type) {
    Optional<Boolean> reads = record.readOnly();
    return switch (type) {
      case "All" -> Truth.YES;
      case "ReadOnly" -> reads.map(Truth::of).orElse(Truth.UNKNOWN);
      case "WriteOnly" -> reads.map(Truth::of).orElse(Truth.UNKNOWN).not();
      default -> Truth.UNKNOWN;
    };
  }

  private Truth notAmong(List<Value> sources) {
    Truth kept = Truth.YES;
    for (Value source : sources) {
      Truth leaves =
          readings
              .text(source)
              .match(
                  text -> Truth.of(text.equals(record.source()) || !MAY_BE_LEFT_OUT.contains(text)),
                  () -> Truth.NO,
                  why -> Truth.UNKNOWN);
      kept = kept.and(leaves.not());
    }
    return kept;
  }

  /** Advanced selectors add up as well; within one all fields must fit. */
  Truth anyAdvanced(List<Value> selectors) {
    Truth any = Truth.NO;
    for (Value selector : selectors) {
      any =
          any.or(
              readings
                  .items(readings.field(selector, "fieldSelectors"))
                  .match(this::all, () -> Truth.UNKNOWN, why -> Truth.UNKNOWN));
    }
    return any;
  }

  private Truth all(List<Value> fields) {
    Truth all = Truth.YES;
    for (Value field : fields) {
      all = all.and(field(field));
    }
    return all;
  }

  private Truth field(Value selector) {
    String name = readings.text(readings.field(selector, "field")).orElse("");
    Optional<String> value =
        switch (name) {
          case "eventCategory" -> Optional.of("Management");
          case "eventSource" -> record.text("eventSource");
          case "readOnly" -> record.readOnly().map(String::valueOf);
          default -> Optional.empty();
        };
    return value.map(known -> fits(selector, known)).orElse(Truth.UNKNOWN);
  }

  /** What selects is one of several, what deselects must hold all together (F14). */
  private Truth fits(Value selector, String value) {
    Truth selected = Truth.NO;
    boolean selects = false;
    Truth kept = Truth.YES;
    for (Operator operator : Operator.ALL) {
      Partial<List<Value>> wanted = readings.items(readings.field(selector, operator.name));
      if (wanted.isUnset()) {
        continue;
      }
      Truth any =
          wanted.match(
              list -> any(list, text -> operator.test.test(value, text)),
              () -> Truth.NO,
              why -> Truth.UNKNOWN);
      if (operator.selects) {
        selects = true;
        selected = selected.or(any);
      } else {
        kept = kept.and(any.not());
      }
    }
    return selects ? selected.and(kept) : kept;
  }

  private Truth any(List<Value> list, Predicate<String> test) {
    Truth any = Truth.NO;
    for (Value one : list) {
      any =
          any.or(
              readings
                  .text(one)
                  .match(text -> Truth.of(test.test(text)), () -> Truth.NO, why -> Truth.UNKNOWN));
    }
    return any;
  }

  /**
   * An operator of a field.
   *
   * @param name in the catalog's words
   * @param selects false if it says what is left out
   */
  private record Operator(String name, boolean selects, BiPredicate<String, String> test) {
    static final List<Operator> ALL =
        List.of(
            new Operator("equals", true, String::equals),
            new Operator("startsWith", true, String::startsWith),
            new Operator("endsWith", true, String::endsWith),
            new Operator("notEquals", false, String::equals),
            new Operator("notStartsWith", false, String::startsWith),
            new Operator("notEndsWith", false, String::endsWith));
  }
}
