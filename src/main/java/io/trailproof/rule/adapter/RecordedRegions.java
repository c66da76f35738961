package io.trailproof.rule.adapter;

import io.trailproof.aws.eventselector.CallRegions;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.aws.eventselector.TrailReach;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Reach;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the calls of an event are recorded in Regions whose events a trail gets (F2–F6). */
public final class RecordedRegions {
  private static final JsonPattern NOT_OF_ROOT =
      EventScenario.pattern("{ $.userIdentity.type != Root || $.userIdentity.type NOT EXISTS }");

  private RecordedRegions() {}

  /** Whether the trail gets all of them. */
  public static Recording heard(TrailReach reach, Event event) {
    if (reach.multiRegion().is(true, false) == Truth.YES) {
      return reach.records(event.source(), CallRegions.CALLER); // no matter where
    }
    List<Recording> each =
        shares(event).stream().map(one -> reach.records(one.source(), one.regions())).toList();
    return each.stream()
        .min(Comparator.comparing(Recording::answer))
        .orElseGet(() -> reach.records(event.source(), CallRegions.OPEN));
  }

  /** True if each of them is recorded in the one Region of its partition. */
  public static boolean areOneEach(Event event) {
    return shares(event).stream().allMatch(one -> one.regions().isOne());
  }

  /** The calls of one service, and where they are recorded. */
  private record Share(String source, CallRegions regions) {}

  private static List<Share> shares(Event event) {
    if (event.regions().isPresent()) {
      return List.of(new Share(event.source(), CallRegions.stated(event.regions().get())));
    }
    CallRegions regions = CallRegions.of(event.source());
    boolean byRecord =
        event.pattern().isPresent()
            || (event.when().isPresent() && regions.kind() == CallRegions.Kind.OPEN);
    return byRecord
        ? wherever(EventScenario.of(event))
        : List.of(new Share(event.source(), regions));
  }

  /** Those of every service that has records of the scenario. */
  private static List<Share> wherever(Scenario scenario) {
    List<Share> shares = new ArrayList<>();
    List<String> particular = CallRegions.particular();
    String others =
        particular.stream()
            .map(source -> "$.eventSource != \"" + source + "\"")
            .collect(Collectors.joining(" && ", "{ ", " }"));
    some(scenario, others, CallRegions.CALLER)
        .ifPresent(regions -> shares.add(new Share("", regions)));
    for (String source : particular) {
      String ofSource = "{ $.eventSource = \"" + source + "\" }";
      some(scenario.when(NOT_OF_ROOT), ofSource, CallRegions.of(source))
          .or(() -> some(scenario, ofSource, CallRegions.ofRoot(source)))
          .ifPresent(regions -> shares.add(new Share(source, regions)));
    }
    return shares;
  }

  /** The Regions, if there are such records; open where that cannot be told. */
  private static Optional<CallRegions> some(Scenario scenario, String where, CallRegions regions) {
    return Reach.of(EventScenario.pattern(where), scenario)
        .match(
            reachable -> Optional.of(regions),
            never -> Optional.empty(),
            undecided -> Optional.of(CallRegions.OPEN));
  }
}
