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
    Set<Truth> answers = new TreeSet<>();
    Optional<Recording> last = Optional.empty();
    for (boolean everywhere : possible(multiRegion)) {
      for (boolean global : possible(globalServiceEvents)) {
        Recording here = records(event, everywhere, global);
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

  private Recording records(ManagementEvent event, boolean everywhere, boolean global) {
    if (everywhere) {
      return global
          ? Recording.yes("a multi-Region trail with global service events gets it from any Region")
          : Recording.refused("a multi-Region trail must include global service events");
    }
    if (!event.isOfOneRegion()) {
      return Recording.no("a single-Region trail gets no events of other Regions");
    }
    if (event.isGlobal() && !global) {
      return Recording.no(
          "the trail leaves out global service events, and `" + event.source() + "` is one");
    }
    return homeRegion.match(
        home -> inOneRegion(event, home),
        () -> Recording.unknown("the home Region of the trail is not known"),
        why -> Recording.unknown("the home Region of the trail is " + why));
  }

  /**
   * A single-Region trail gets the events of one Region, and this event happens in the IAM Region.
   */
  private static Recording inOneRegion(ManagementEvent event, String home) {
    Optional<Partition> partition = Partition.of(home);
    if (partition.isEmpty()) {
      return Recording.unknown("the Region of IAM events beside `" + home + "` is not known");
    }
    String region = partition.get().iamRegion();
    if (home.equals(region)) {
      return Recording.yes(
          "a single-Region trail in " + home + " gets the events of `" + event.source() + "`");
    }
    String reason =
        "events of `%s` are recorded in %s, and the trail is a single-Region trail in %s"
            .formatted(event.source(), region, home);
    return partition.get() == Partition.AWS
        ? Recording.no(reason)
        : Recording.unknown(reason + ", as far as is documented for that partition");
  }
}
