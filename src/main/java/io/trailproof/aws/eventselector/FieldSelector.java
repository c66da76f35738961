package io.trailproof.aws.eventselector;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A condition of an advanced selector on one field (F11, F14).
 *
 * @param values the values by operator; an empty list counts as not set (F104)
 */
public record FieldSelector(
    Part<String> field, Map<FieldOperator, Part<List<Part<String>>>> values) {

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
        Part.known(field),
        Map.of(operator, Part.known(Stream.of(values).map(Part::known).toList())));
  }

  private List<Part<String>> values(FieldOperator operator) {
    return values.getOrDefault(operator, Part.unset()).orElse(List.of());
  }

  private boolean isUnknown(FieldOperator operator) {
    return values.getOrDefault(operator, Part.unset()).isUnknown();
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
  Answer holds(String actual) {
    Answer selected = Answer.NO;
    Answer kept = Answer.YES;
    boolean selecting = false;
    boolean maySelect = false;
    for (FieldOperator operator : FieldOperator.values()) {
      Answer like = like(operator, actual);
      if (operator.selects()) {
        selecting |= uses(operator);
        maySelect |= isUnknown(operator);
        selected = selected.or(like);
      } else {
        kept = kept.and(like.not());
      }
    }
    if (!selecting) {
      selected = maySelect ? Answer.UNKNOWN : Answer.YES;
    }
    return selected.and(kept);
  }

  private Answer like(FieldOperator operator, String actual) {
    Answer known =
        values(operator).stream()
            .map(
                value ->
                    value.match(
                        text -> Answer.of(operator.isLike(actual, text)),
                        () -> Answer.NO,
                        why -> Answer.UNKNOWN))
            .reduce(Answer.NO, Answer::or);
    return isUnknown(operator) ? known.or(Answer.UNKNOWN) : known;
  }
}
