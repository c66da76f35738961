package io.trailproof.rule.adapter;

import io.trailproof.aws.eventselector.CallRegions;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.aws.eventselector.TrailReach;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.Reach;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.ByEvent;
import io.trailproof.rule.EventKind;
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
  public static ByEvent<Recording> heard(TrailReach reach, EventKind kind) {
    if (reach.multiRegion().is(true, false) == Truth.YES) {
      return ByEvent.same(reach.records(kind.source(), CallRegions.CALLER)); // no matter where
    }
    return shares(kind).map(shares -> heard(reach, kind, shares));
  }

  private static Recording heard(TrailReach reach, EventKind kind, List<Share> shares) {
    List<Recording> each =
        shares.stream().map(one -> reach.records(one.source(), one.regions())).toList();
    return each.stream()
        .min(Comparator.comparing(Recording::answer))
        .orElseGet(() -> reach.records(kind.source(), CallRegions.OPEN));
  }

  /** True if each of them is recorded in the one Region of its partition. */
  public static ByEvent<Boolean> areOneEach(EventKind kind) {
    return shares(kind).map(all -> all.stream().allMatch(one -> one.regions().isOne()));
  }

  /** The calls of one service, and where they are recorded. */
  private record Share(String source, CallRegions regions) {}

  private static ByEvent<List<Share>> shares(EventKind kind) {
    if (kind.regions().isPresent()) {
      return ByEvent.same(
          List.of(new Share(kind.source(), CallRegions.stated(kind.regions().get()))));
    }
    CallRegions regions = CallRegions.of(kind.source());
    boolean byRecord =
        kind.pattern().isPresent()
            || (kind.when().isPresent() && regions.kind() == CallRegions.Kind.OPEN);
    return byRecord
        ? ByEvent.each(event -> wherever(EventScenario.of(event)))
        : ByEvent.same(List.of(new Share(kind.source(), regions)));
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
