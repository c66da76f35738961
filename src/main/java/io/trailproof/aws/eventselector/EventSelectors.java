package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The selectors of a trail, which together say what it records (F1, F8–F14). */
public record EventSelectors(
    Partial<List<BasicSelector>> basic, Partial<List<AdvancedSelector>> advanced) {

  private static final int MOST_BASIC = 5;
  private static final int MOST_VALUES = 500;

  /** A trail without selectors. */
  public static EventSelectors none() {
    return new EventSelectors(Partial.unset(), Partial.unset());
  }

  public static EventSelectors basic(BasicSelector... selectors) {
    return new EventSelectors(Partial.known(List.of(selectors)), Partial.unset());
  }

  public static EventSelectors advanced(AdvancedSelector... selectors) {
    return new EventSelectors(Partial.unset(), Partial.known(List.of(selectors)));
  }

  /** One basic selector in the place of all. */
  public EventSelectors with(BasicSelector one) {
    return new EventSelectors(Partial.known(List.of(one)), advanced);
  }

  /** Whether the selectors let the trail record the event. */
  public Recording records(ManagementEvent event) {
    List<BasicSelector> basics = basic.orElse(List.of());
    List<AdvancedSelector> advanceds = advanced.orElse(List.of());
    return refused(basics, advanceds, Optional.of(event))
        .orElseGet(
            () -> {
              List<Recording> each = new ArrayList<>();
              basics.forEach(selector -> each.add(selector.takes(event)));
              advanceds.forEach(selector -> each.add(selector.takes(event)));
              return combined(each);
            });
  }

  /**
   * Whether they let it record the events of a service, whatever their names; empty where names
   * tell, which no basic selector knows of.
   */
  public Optional<Truth> recordsAll(String source, boolean readOnly) {
    List<BasicSelector> basics = basic.orElse(List.of());
    if (!advanced.orElse(List.of()).isEmpty()) {
      return Optional.empty();
    }
    if (refusal().isPresent()) {
      return Optional.of(Truth.NO);
    }
    Truth taken = basics.isEmpty() ? Truth.YES : Truth.NO;
    for (BasicSelector selector : basics) {
      taken = taken.or(selector.takes(source, readOnly));
    }
    return Optional.of(taken == Truth.YES && doubt().isPresent() ? Truth.UNKNOWN : taken);
  }

  /** That the API will refuse them, if so. */
  public Optional<Recording> refusal() {
    return refused(basic.orElse(List.of()), advanced.orElse(List.of()), Optional.empty());
  }

  private static Optional<Recording> refused(
      List<BasicSelector> basics,
      List<AdvancedSelector> advanceds,
      Optional<ManagementEvent> event) {
    if (!basics.isEmpty() && !advanceds.isEmpty()) {
      return Optional.of(
          Recording.refused("basic and advanced event selectors exclude each other"));
    }
    if (basics.size() > MOST_BASIC) {
      return Optional.of(Recording.refused("a trail has at most five event selectors"));
    }
    long values = 0;
    for (AdvancedSelector selector : advanceds) {
      values += selector.size();
    }
    if (values > MOST_VALUES) {
      return Optional.of(
          Recording.refused("the advanced event selectors of a trail have at most 500 values"));
    }
    for (BasicSelector selector : basics) {
      Optional<Recording> refused = selector.refused();
      if (refused.isPresent()) {
        return refused;
      }
    }
    for (AdvancedSelector selector : advanceds) {
      Optional<Recording> refused = selector.refused(event);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }

  private Recording combined(List<Recording> each) {
    Optional<Recording> doubt = doubt();
    if (each.isEmpty()) {
      return doubt.orElseGet(
          () -> Recording.yes("a trail without event selectors records all management events"));
    }
    for (int index = 0; index < each.size(); index++) {
      if (each.get(index).answer() == Truth.YES) {
        return doubt.orElse(Recording.yes(numbered(each, index)));
      }
    }
    for (int index = 0; index < each.size(); index++) {
      if (each.get(index).answer() == Truth.UNKNOWN) {
        return Recording.unknown(numbered(each, index));
      }
    }
    // Selectors of the other kind would not help: both together are refused.
    return Recording.no(numbered(each, 0));
  }

  /** Selectors of one kind that are not known: with those of the other they would be refused. */
  public Optional<Recording> doubt() {
    return basic
        .whyUnknown()
        .map(why -> "the event selectors are " + why)
        .or(() -> advanced.whyUnknown().map(why -> "the advanced event selectors are " + why))
        .map(why -> Recording.unknown(why));
  }

  private static String numbered(List<Recording> each, int index) {
    String which = each.size() == 1 ? "the event selector" : "event selector " + (index + 1);
    return which + ": " + each.get(index).explanation();
  }
}
