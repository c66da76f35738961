package io.trailproof.aws.alarm;

import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An alarm tried on one event in every world that its unknown parts leave open. */
record Trial(AlarmSettings settings, Map<String, MetricFeed> feeds) {

  /** What breaks an alarm whatever its period. */
  private static final Set<Aspect> WHATEVER_THE_PERIOD =
      EnumSet.of(Aspect.CONFIGURATION, Aspect.VALUE, Aspect.MISSING_DATA, Aspect.METRIC);

  /** With more unknown properties there are too many worlds to try, and no hope that they agree. */
  private static final int MOST_UNKNOWN = 4;

  Firing firing() {
    Optional<Firing> problem =
        feeds.values().stream().map(MetricFeed::problem).flatMap(Optional::stream).findFirst();
    return problem.orElseGet(this::inEveryWorld);
  }

  private Firing inEveryWorld() {
    if (unknown().size() > MOST_UNKNOWN) {
      return doubtful(
          Firing.unknown(Aspect.CONFIGURATION, "next to nothing of the alarm is known"));
    }
    Optional<Firing> common = Optional.empty();
    for (AlarmSettings candidate : Candidates.of(settings)) {
      for (Map<String, Supply> supplies : supplies()) {
        Firing here = new Attempt(candidate, supplies).firing();
        common = Optional.of(common.map(so -> so.agree(here)).orElse(here));
        if (common.get().fires() == Truth.UNKNOWN) {
          return doubtful(common.get());
        }
      }
    }
    Firing certain = common.orElseThrow();
    boolean provable = certain.fires() == Truth.YES ? mayFire() : mayFail(certain);
    return provable ? whatever(certain) : doubtful(certain);
  }

  /** A failure that no value of the unknown properties avoids, said so. */
  private Firing whatever(Firing certain) {
    if (certain.fires() != Truth.NO || unknown().isEmpty()) {
      return certain;
    }
    List<String> names = unknown().stream().map(property -> "`" + property.text() + "`").toList();
    return Firing.no(
        certain.aspect().orElse(Aspect.CONFIGURATION),
        certain.explanation() + ", whatever " + String.join(" and ", names) + " is");
  }

  private boolean mayFire() {
    return !settings.queries().isUnknown()
        && feeds.values().stream().allMatch(MetricFeed::isCertain)
        && unknown().stream()
            .allMatch(property -> property.unknown() != AlarmProperty.Unknown.OPEN);
  }

  /**
   * Whether a no is one: with a default other than zero, the periods tried do not stand for all.
   */
  private boolean mayFail(Firing certain) {
    return !unknown().contains(AlarmProperty.PERIOD)
        || certain.aspect().filter(WHATEVER_THE_PERIOD::contains).isPresent()
        || feeds.values().stream()
            .allMatch(feed -> feed.quietLevel().filter(this::isZero).isPresent());
  }

  private boolean isZero(BigDecimal number) {
    return number.signum() == 0;
  }

  private Firing doubtful(Firing open) {
    List<String> doubts = new ArrayList<>();
    for (AlarmProperty property : unknown()) {
      settings
          .get(property)
          .match(Optional::of, Optional::<String>empty, Optional::of)
          .ifPresent(why -> doubts.add("`" + property.text() + "` is " + why));
    }
    settings
        .queries()
        .match(value -> Optional.<String>empty(), Optional::<String>empty, Optional::of)
        .ifPresent(why -> doubts.add("the metric queries are " + why));
    feeds.values().forEach(feed -> doubts.addAll(feed.doubts()));
    if (doubts.isEmpty()) {
      return Firing.unknown(open.aspect().orElse(Aspect.CONFIGURATION), open.explanation());
    }
    Aspect aspect =
        unknown().stream()
            .map(AlarmProperty::aspect)
            .findFirst()
            .orElseGet(() -> aspectOfFeed(open));
    return Firing.unknown(aspect, String.join(", ", doubts));
  }

  private Aspect aspectOfFeed(Firing open) {
    return feeds.values().stream().allMatch(MetricFeed::isCertain)
        ? open.aspect().orElse(Aspect.VALUE)
        : Aspect.VALUE;
  }

  private List<AlarmProperty> unknown() {
    List<AlarmProperty> unknown = new ArrayList<>();
    for (AlarmProperty property : AlarmProperty.values()) {
      if (settings.get(property).isUnknown()
          && property.unknown() != AlarmProperty.Unknown.MATTERS_NOT) {
        unknown.add(property);
      }
    }
    return unknown;
  }

  private List<Map<String, Supply>> supplies() {
    List<Map<String, Supply>> combined = List.of(Map.of());
    for (Map.Entry<String, MetricFeed> feed : feeds.entrySet()) {
      List<Map<String, Supply>> longer = new ArrayList<>();
      for (Map<String, Supply> start : combined) {
        for (Supply supply : feed.getValue().supplies()) {
          Map<String, Supply> more = new LinkedHashMap<>(start);
          more.put(feed.getKey(), supply);
          longer.add(more);
        }
      }
      combined = longer;
    }
    return combined;
  }
}
