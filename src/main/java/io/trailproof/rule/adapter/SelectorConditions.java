package io.trailproof.rule.adapter;

import io.trailproof.aws.eventselector.AdvancedSelector;
import io.trailproof.aws.eventselector.BasicSelector;
import io.trailproof.aws.eventselector.EventSelectors;
import io.trailproof.aws.eventselector.FieldOperator;
import io.trailproof.aws.eventselector.FieldSelector;
import io.trailproof.aws.filterpattern.text.TextSet;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The selectors of a trail as a condition on management records, in the words of the pattern engine
 * (F8–F14): the records that are taken for certain, or those that may be.
 *
 * @param certain true if what is not known takes nothing
 */
record SelectorConditions(boolean certain) {
  private static final String READ_ONLY = "readOnly";
  private static final String SOURCE = "eventSource";

  /** What the API lets a basic selector leave out (F9). */
  private static final List<String> EXCLUDABLE =
      List.of("kms.amazonaws.com", "rdsdata.amazonaws.com");

  Conditions of(EventSelectors selectors) {
    if (!selectors.basic().isKnown() && !selectors.advanced().isKnown()) {
      boolean none = selectors.basic().isUnset() && selectors.advanced().isUnset();
      return Conditions.of(none || !certain);
    }
    List<Conditions> each = new ArrayList<>();
    selectors.basic().orElse(List.of()).forEach(one -> each.add(basic(one)));
    selectors.advanced().orElse(List.of()).forEach(one -> each.add(advanced(one)));
    return each.isEmpty() ? Conditions.ALWAYS : Conditions.any(each);
  }

  private Conditions of(Truth truth) {
    return Conditions.of(certain ? truth == Truth.YES : truth != Truth.NO);
  }

  private Conditions unknown() {
    return of(Truth.UNKNOWN);
  }

  private Conditions basic(BasicSelector selector) {
    return Conditions.all(
        List.of(
            of(selector.includeManagementEvents().is(true, true)),
            selector
                .readWriteType()
                .match(
                    type ->
                        switch (type) {
                          case "ReadOnly" -> Conditions.flag(READ_ONLY, true);
                          case "WriteOnly" -> Conditions.flag(READ_ONLY, false);
                          default -> Conditions.ALWAYS;
                        },
                    () -> Conditions.ALWAYS,
                    why -> unknown()),
            selector
                .excludedSources()
                .match(
                    sources -> Conditions.all(sources.stream().map(this::notOf).toList()),
                    () -> Conditions.ALWAYS,
                    why -> notOfAnyExcludable())));
  }

  private Conditions notOf(Partial<String> source) {
    return source.match(SelectorConditions::notOf, () -> Conditions.ALWAYS, why -> unknown());
  }

  private static Conditions notOf(String source) {
    return Conditions.text(SOURCE, new TextSet.ExactText(source), false, "!= " + source);
  }

  /** A list that is not known holds no other services than the API takes. */
  private Conditions notOfAnyExcludable() {
    return certain
        ? Conditions.all(EXCLUDABLE.stream().map(SelectorConditions::notOf).toList())
        : Conditions.ALWAYS;
  }

  private Conditions advanced(AdvancedSelector selector) {
    if (selector.fields().isUnknown()) {
      return unknown();
    }
    List<FieldSelector> fields = selector.fields().orElse(List.of());
    boolean categorised =
        fields.stream().anyMatch(one -> one.field().is("eventCategory", "") != Truth.NO);
    return categorised
        ? Conditions.all(fields.stream().map(this::field).toList())
        : Conditions.NEVER;
  }

  private Conditions field(FieldSelector selector) {
    return selector
        .field()
        .match(
            field ->
                switch (field) {
                  case "eventCategory" ->
                      of(
                          selector
                              .holds("Management")
                              .and(
                                  AdvancedSelector.equalsOnly(selector)
                                      ? Truth.YES
                                      : Truth.UNKNOWN));
                  case READ_ONLY ->
                      Conditions.any(
                          Stream.of(true, false).map(value -> readOnly(selector, value)).toList());
                  case SOURCE -> source(selector);
                  default -> unknown();
                },
            this::unknown,
            why -> unknown());
  }

  private Conditions readOnly(FieldSelector selector, boolean value) {
    return Conditions.all(
        List.of(of(selector.holds(Boolean.toString(value))), Conditions.flag(READ_ONLY, value)));
  }

  /** One of the values of the operators that select, and none of those of the others (F14). */
  private Conditions source(FieldSelector selector) {
    List<Conditions> selected = new ArrayList<>();
    List<Conditions> kept = new ArrayList<>();
    boolean selects = false;
    for (FieldOperator operator : FieldOperator.values()) {
      Partial<List<Partial<String>>> values =
          selector.values().getOrDefault(operator, Partial.unset());
      if (values.isUnknown()) {
        (operator.selects() ? selected : kept).add(unknown());
      }
      for (Partial<String> value : values.orElse(List.of())) {
        selects |= operator.selects();
        (operator.selects() ? selected : kept).add(compared(operator, value));
      }
    }
    boolean any = !selects && selected.isEmpty();
    return Conditions.all(
        List.of(any ? Conditions.ALWAYS : Conditions.any(selected), Conditions.all(kept)));
  }

  private Conditions compared(FieldOperator operator, Partial<String> value) {
    return value.match(
        text ->
            Conditions.text(
                SOURCE, set(operator, text), operator.selects(), operator.text() + " " + text),
        () -> Conditions.of(!operator.selects()),
        why -> unknown());
  }

  private static TextSet set(FieldOperator operator, String text) {
    return switch (operator) {
      case EQUALS, NOT_EQUALS -> new TextSet.ExactText(text);
      case STARTS_WITH, NOT_STARTS_WITH -> new TextSet.TextGlob(List.of(text, ""));
      case ENDS_WITH, NOT_ENDS_WITH -> new TextSet.TextGlob(List.of("", text));
    };
  }
}
