package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A condition of an advanced selector on one field (F11, F14).
 *
 * @param values the values by operator; an empty list counts as not set (F104)
 */
public record FieldSelector(
    Partial<String> field, Map<FieldOperator, Partial<List<Partial<String>>>> values) {

  public FieldSelector {
    values = Map.copyOf(values);
  }

  /** A field that equals one of some known values. */
  public static FieldSelector equalTo(String field, String... values) {
    return of(field, FieldOperator.EQUALS, values);
  }

  /** A field compared with some known values. */
  public static FieldSelector of(String field, FieldOperator operator, String... values) {
    return new FieldSelector(
        Partial.known(field),
        Map.of(operator, Partial.known(Stream.of(values).map(Partial::known).toList())));
  }

  private List<Partial<String>> values(FieldOperator operator) {
    return values.getOrDefault(operator, Partial.unset()).orElse(List.of());
  }

  private boolean isUnknown(FieldOperator operator) {
    return values.getOrDefault(operator, Partial.unset()).isUnknown();
  }

  /** Whether it says anything with the operator, as far as is known. */
  boolean uses(FieldOperator operator) {
    return !values(operator).isEmpty();
  }

  boolean isEmpty() {
    return Stream.of(FieldOperator.values())
        .noneMatch(operator -> uses(operator) || isUnknown(operator));
  }

  /** The values known for an operator. */
  Stream<String> known(FieldOperator operator) {
    return values(operator).stream()
        .filter(value -> !value.isUnknown())
        .map(value -> value.orElse(""));
  }

  long size() {
    return Stream.of(FieldOperator.values()).mapToLong(operator -> values(operator).size()).sum();
  }

  /** Whether a field of this actual value satisfies it: any of the selecting, all of the others. */
  public Truth holds(String actual) {
    Truth selected = Truth.NO;
    Truth kept = Truth.YES;
    boolean selecting = false;
    boolean maySelect = false;
    for (FieldOperator operator : FieldOperator.values()) {
      Truth like = like(operator, actual);
      if (operator.selects()) {
        selecting |= uses(operator);
        maySelect |= isUnknown(operator);
        selected = selected.or(like);
      } else {
        kept = kept.and(like.not());
      }
    }
    if (!selecting) {
      selected = maySelect ? Truth.UNKNOWN : Truth.YES;
    }
    return selected.and(kept);
  }

  private Truth like(FieldOperator operator, String actual) {
    Truth known =
        values(operator).stream()
            .map(
                value ->
                    value.match(
                        text -> Truth.of(operator.isLike(actual, text)),
                        () -> Truth.NO,
                        why -> Truth.UNKNOWN))
            .reduce(Truth.NO, Truth::or);
    return isUnknown(operator) ? known.or(Truth.UNKNOWN) : known;
  }
}
