package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An advanced event selector: all of its fields must hold (F11). */
public record AdvancedSelector(Partial<List<FieldSelector>> fields) {

  private static final String CATEGORY = "eventCategory";
  private static final String READ_ONLY = "readOnly";
  private static final String SOURCE = "eventSource";
  private static final String NAME = "eventName";
  private static final String MANAGEMENT = "Management";

  /** The fields that select management events of a trail (F12). */
  private static final Set<String> OF_TRAILS = Set.of(CATEGORY, READ_ONLY, SOURCE);

  /** A selector of fields that are known. */
  public static AdvancedSelector of(FieldSelector... fields) {
    return new AdvancedSelector(Partial.known(List.of(fields)));
  }

  private List<FieldSelector> known() {
    return fields.orElse(List.of());
  }

  private List<FieldSelector> on(String field) {
    return known().stream()
        .filter(selector -> selector.field().is(field, "") == Truth.YES)
        .toList();
  }

  /** How many values it compares with, of which a trail may have 500 (F14). */
  long size() {
    return known().stream().mapToLong(FieldSelector::size).sum();
  }

  /** What the API will refuse in it (F11–F13). */
  Optional<Recording> refused(Optional<ManagementEvent> event) {
    for (FieldSelector selector : known()) {
      if (selector.isEmpty()) {
        return Optional.of(
            Recording.refused(
                "the field selector on `"
                    + selector.field().orElse("")
                    + "` compares with nothing"));
      }
    }
    for (FieldSelector selector : on(READ_ONLY)) {
      if (!equalsOnly(selector)
          || selector.known(FieldOperator.EQUALS).anyMatch(text -> !isFlag(text))) {
        return Optional.of(Recording.refused("`readOnly` takes only `equals` true or false"));
      }
    }
    boolean management =
        on(CATEGORY).stream().anyMatch(field -> field.holds(MANAGEMENT) == Truth.YES);
    return management ? strangeField(event) : Optional.empty();
  }

  private Optional<Recording> strangeField(Optional<ManagementEvent> event) {
    return known().stream()
        .map(selector -> selector.field().orElse(""))
        .filter(field -> !field.isEmpty() && !OF_TRAILS.contains(field))
        .findFirst()
        .map(
            field ->
                Recording.refused(
                    "the field `"
                        + field
                        + "` is not documented for management events of a trail"
                        + event
                            .filter(one -> field.equals(NAME) && leavesOut(one))
                            .map(one -> " (and leaves out `" + one.name() + "`)")
                            .orElse("")));
  }

  private boolean leavesOut(ManagementEvent event) {
    return on(NAME).stream().anyMatch(field -> field.holds(event.name()) == Truth.NO);
  }

  /** No other operator than `equals` is documented for some fields (F11). */
  public static boolean equalsOnly(FieldSelector selector) {
    return EnumSet.complementOf(EnumSet.of(FieldOperator.EQUALS)).stream()
        .noneMatch(selector::uses);
  }

  private static boolean isFlag(String text) {
    return text.equals("true") || text.equals("false");
  }

  /** Whether it takes the event. */
  Recording takes(ManagementEvent event) {
    if (fields.isUnknown()) {
      return Recording.unknown(new Recording.Part("fieldSelectors", fields));
    }
    boolean open = known().stream().anyMatch(selector -> selector.field().isUnknown());
    if (on(CATEGORY).isEmpty() && !open) {
      return Recording.no("it names no `eventCategory`");
    }
    Truth all = Truth.YES;
    for (FieldSelector selector : known()) {
      Truth holds = holds(selector, event);
      if (holds == Truth.NO) {
        return Recording.no(reason(selector.field().orElse(""), event));
      }
      all = all.and(holds);
    }
    return all == Truth.YES
        ? Recording.yes("it takes management events such as `" + event.name() + "`")
        : Recording.unknown("a value in its field selectors is not known");
  }

  private static Truth holds(FieldSelector selector, ManagementEvent event) {
    return selector
        .field()
        .match(
            field ->
                switch (field) {
                  // No other operator than `equals` is documented for it (F11).
                  case CATEGORY ->
                      selector
                          .holds(MANAGEMENT)
                          .and(equalsOnly(selector) ? Truth.YES : Truth.UNKNOWN);
                  case READ_ONLY -> selector.holds(Boolean.toString(event.readOnly()));
                  case SOURCE -> selector.holds(event.source());
                  case NAME -> selector.holds(event.name());
                  default -> Truth.UNKNOWN;
                },
            () -> Truth.UNKNOWN,
            why -> Truth.UNKNOWN);
  }

  private static String reason(String field, ManagementEvent event) {
    return switch (field) {
      case CATEGORY -> "it does not take management events";
      case READ_ONLY -> "`readOnly` keeps only " + (event.readOnly() ? "writes" : "reads");
      case SOURCE -> "`eventSource` leaves out `" + event.source() + "`";
      default -> "`" + field + "` leaves out `" + event.name() + "`";
    };
  }
}
