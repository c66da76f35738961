package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Regions whose events a trail receives (F2–F6).
 *
 * <p>The caller fills in the defaults of its format, which differ (F5); what is not set is false.
 *
 * @param homeRegion the Region the trail is made in
 */
public record TrailReach(
    Partial<Boolean> multiRegion,
    Partial<Boolean> globalServiceEvents,
    Partial<String> homeRegion) {

  /** Whether the trail gets the event, wherever it happens. */
  public Recording records(ManagementEvent event) {
    return records(event.source(), CallRegions.of(event.source()));
  }

  /** Whether the trail gets the calls to a service that are recorded in those Regions. */
  public Recording records(String source, CallRegions regions) {
    Set<Truth> answers = new TreeSet<>();
    Optional<Recording> last = Optional.empty();
    for (boolean everywhere : possible(multiRegion)) {
      for (boolean global : possible(globalServiceEvents)) {
        Recording here = records(source, regions, everywhere, global);
        answers.add(here.answer());
        last = Optional.of(here);
      }
    }
    return answers.size() == 1
        ? last.orElseThrow()
        : Recording.unknown(
            new Recording.Part("isMultiRegionTrail", multiRegion),
            new Recording.Part("includeGlobalServiceEvents", globalServiceEvents));
  }

  private static List<Boolean> possible(Partial<Boolean> part) {
    return part.match(List::of, () -> List.of(false), why -> List.of(true, false));
  }

  private Recording records(
      String source, CallRegions regions, boolean everywhere, boolean global) {
    if (everywhere) {
      return global
          ? Recording.yes("a multi-Region trail with global service events gets it from any Region")
          : Recording.refused("a multi-Region trail must include global service events");
    }
    return switch (regions.kind()) {
      case CALLER -> Recording.no("a single-Region trail gets no events of other Regions");
      case OPEN ->
          Recording.unknown(
              "the trail is a single-Region trail, and in which Regions"
                  + named(source)
                  + " are recorded is not settled");
      case ONE -> inOneRegion(source, regions, global);
    };
  }

  private static String named(String source) {
    return source.isEmpty() ? " all of the events" : " the events of `" + source + "`";
  }

  private Recording inOneRegion(String source, CallRegions regions, boolean global) {
    if (!global && regions.global() == Truth.YES) {
      return Recording.no(
          "the trail leaves out global service events, and `" + source + "` is one");
    }
    Recording inHome =
        homeRegion.match(
            home -> inOneRegion(source, regions, home),
            () -> Recording.unknown("the home Region of the trail is not known"),
            why -> Recording.unknown("the home Region of the trail is " + why));
    return !global && regions.global() == Truth.UNKNOWN && inHome.answer() == Truth.YES
        ? Recording.unknown(
            "the trail leaves out global service events, and whether"
                + named(source)
                + " are some is not settled")
        : inHome;
  }

  /**
   * A single-Region trail gets the events of one Region, and this event happens in the one of its
   * partition.
   */
  private static Recording inOneRegion(String source, CallRegions regions, String home) {
    Optional<Partition> partition = Partition.of(home);
    if (partition.isEmpty()) {
      return Recording.unknown("the Region of IAM events beside `" + home + "` is not known");
    }
    String region = regions.regions().get(partition.get());
    if (region == null) {
      return Recording.unknown(
          "in which Region of the partition of `"
              + home
              + "`"
              + named(source)
              + " are recorded is not known");
    }
    if (home.equals(region)) {
      return Recording.yes(
          "a single-Region trail in " + home + " gets the events of `" + source + "`");
    }
    String reason =
        "events of `%s` are recorded in %s, and the trail is a single-Region trail in %s"
            .formatted(source, region, home);
    if (partition.get() != Partition.AWS) {
      return Recording.unknown(reason + ", as far as is documented for that partition");
    }
    return regions.global() == Truth.UNKNOWN
        ? Recording.unknown(reason + ", as far as is documented")
        : Recording.no(reason);
  }
}
