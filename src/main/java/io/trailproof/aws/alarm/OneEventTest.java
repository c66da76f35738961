package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.metric.KnownFeed;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An alarm tried on one event, or on a burst, in every world that its unknown parts leave open.
 *
 * @param feeds the queries that read the filter's metric, by id
 * @param silent the ids of the queries whose metrics have no datapoint but zero around the event
 * @param burst the events that it is tried on
 */
public record OneEventTest(
    AlarmSettings settings, Map<String, MetricFeed> feeds, Set<String> silent, Burst burst) {

  /** What breaks an alarm whatever its period. */
  private static final Set<Aspect> WHATEVER_THE_PERIOD =
      Set.of(Aspect.CONFIGURATION, Aspect.VALUE, Aspect.MISSING_DATA, Aspect.METRIC);

  /** With more unknown properties there are too many worlds to try, and no hope that they agree. */
  private static final int MOST_UNKNOWN = 4;

  /** An alarm on the filter's metric itself. */
  public static OneEventTest of(AlarmSettings settings, MetricFeed feed) {
    return of(settings, Map.of(OneWorld.PLAIN, feed));
  }

  /**
   * An alarm on several metrics.
   *
   * @param feeds the queries that read the filter's metric, by id; the others read other metrics
   */
  public static OneEventTest of(AlarmSettings settings, Map<String, MetricFeed> feeds) {
    return new OneEventTest(settings, feeds, Set.of(), Burst.ONE);
  }

  /** The same where some of the other metrics are known to be silent. */
  public OneEventTest besides(Set<String> silentQueries) {
    return new OneEventTest(settings, feeds, silentQueries, burst);
  }

  /** The same tried on a burst. */
  public OneEventTest on(Burst events) {
    return new OneEventTest(settings, feeds, silent, events);
  }

  /** What the event does, as far as every world agrees. */
  public Firing firing() {
    Optional<Firing> problem =
        feeds.values().stream().map(MetricFeed::problem).flatMap(Optional::stream).findFirst();
    return problem.orElseGet(this::inEveryWorld);
  }

  private Firing inEveryWorld() {
    if (feeds.values().stream().anyMatch(MetricFeed::isBeyondTrying)) {
      return Firing.unknown(
          Aspect.VALUE, "too many filters that differ publish to the metric to try them all");
    }
    if (unknown().size() > MOST_UNKNOWN) {
      return doubtful(
          Firing.unknown(Aspect.CONFIGURATION, "next to nothing of the alarm is known"));
    }
    Optional<Firing> common = Optional.empty();
    for (AlarmSettings candidate : candidates()) {
      for (Map<String, KnownFeed> known : knownFeeds()) {
        Firing here = new OneWorld(candidate, known, silent, burst).firing();
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
          .whyUnknown()
          .ifPresent(why -> doubts.add("`" + property.text() + "` is " + why));
    }
    settings.queries().whyUnknown().ifPresent(why -> doubts.add("the metric queries are " + why));
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

  private List<Map<String, KnownFeed>> knownFeeds() {
    List<Map<String, KnownFeed>> combined = List.of(Map.of());
    for (Map.Entry<String, MetricFeed> feed : feeds.entrySet()) {
      List<Map<String, KnownFeed>> longer = new ArrayList<>();
      for (Map<String, KnownFeed> start : combined) {
        for (KnownFeed known : feed.getValue().known()) {
          Map<String, KnownFeed> more = new LinkedHashMap<>(start);
          more.put(feed.getKey(), known);
          longer.add(more);
        }
      }
      combined = longer;
    }
    return combined;
  }

  /** Alarms that stand for all; only the threshold may still be unknown in them. */
  private List<AlarmSettings> candidates() {
    List<AlarmSettings> candidates = List.of(settings);
    for (AlarmProperty property : AlarmProperty.values()) {
      if (settings.get(property).isUnknown() && property != AlarmProperty.THRESHOLD) {
        candidates =
            candidates.stream().flatMap(candidate -> expand(candidate, property).stream()).toList();
      }
    }
    return candidates;
  }

  private List<AlarmSettings> expand(AlarmSettings settings, AlarmProperty property) {
    if (property.unknown() == AlarmProperty.Unknown.MATTERS_NOT) {
      AlarmSettings set = settings.with(property, "any");
      // An alarm with queries may turn out to have no metric of its own, as the API wants it (F58).
      return settings.knownQueries().isEmpty()
          ? List.of(set)
          : List.of(set, settings.with(property, Partial.unset()));
    }
    List<AlarmSettings> expanded = new ArrayList<>();
    for (String value : values(settings, property)) {
      expanded.add(settings.with(property, value));
    }
    // Last, as explanations are taken from the first.
    expanded.add(settings.with(property, Partial.unset()));
    return expanded;
  }

  private Set<String> values(AlarmSettings settings, AlarmProperty property) {
    Set<String> values = new LinkedHashSet<>(property.samples());
    if (property == AlarmProperty.PERIOD && !burst.isOne()) {
      values.add(Long.toString(60 * (burst.seconds() / 60 + 1))); // it falls into two at the most
    }
    if (property == AlarmProperty.EVALUATION_PERIODS) {
      settings
          .count(AlarmProperty.DATAPOINTS_TO_ALARM)
          .ifPresent(least -> values.addAll(List.of("" + least, "" + (least + 1))));
    }
    if (property == AlarmProperty.DATAPOINTS_TO_ALARM) {
      settings.count(AlarmProperty.EVALUATION_PERIODS).ifPresent(most -> fit(values, most));
    }
    return values;
  }

  /** One, two and all of the periods stand for the legal numbers of datapoints. */
  private static void fit(Set<String> values, int most) {
    values.removeIf(value -> Integer.parseInt(value) > most);
    values.add(Integer.toString(most));
  }
}
