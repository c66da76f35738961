package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.KnownFeed;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a metric filter publishes: a value for each event it matches and, if it has a default, that
 * value for each minute in which log events came and none matched (F49, F50, F54).
 */
public record MetricFeed(
    Partial<String> value,
    Partial<String> defaultValue,
    Partial<String> unit,
    List<Sibling> siblings) {

  /** With more of them that differ there are too many ways to try, and little hope to agree. */
  private static final int MOST_WAYS = 256;

  /**
   * Others of one metric that are tried together: twice what one log group may have (F46). With
   * more, what they do together is not worked out.
   */
  public static final int MOST_SIBLINGS = 200;

  /**
   * Another filter that publishes to the same metric (F53, F141, F142).
   *
   * @param name what to call it
   * @param belongs whether it does publish to the metric
   * @param matches whether it matches every record of the event, none, or perhaps some
   * @param ordinary whether it matches records that are written all the time (F150)
   */
  public record Sibling(
      String name,
      Partial<String> value,
      Partial<String> defaultValue,
      Partial<String> unit,
      Truth belongs,
      Truth matches,
      boolean ordinary) {

    /** Every way in which it may take part. */
    private List<Optional<KnownFeed.Beside>> ways() {
      List<Optional<KnownFeed.Beside>> ways = new ArrayList<>();
      if (belongs != Truth.YES) {
        ways.add(Optional.empty());
      }
      if (belongs == Truth.NO) {
        return ways;
      }
      boolean mayBeNothing = value.match(text -> text.startsWith("$"), () -> true, why -> true);
      Amount published = value.toOptional().flatMap(MetricFeed::amount).orElse(Amount.ANY);
      for (boolean match : matches == Truth.UNKNOWN ? EITHER : List.of(matches == Truth.YES)) {
        for (boolean busy : ordinary ? EITHER : List.of(false)) {
          for (Optional<Amount> idle : MetricFeed.levels(defaultValue)) {
            for (String one : MetricFeed.units(unit)) {
              if (mayBeNothing && (match || busy)) {
                ways.add(
                    Optional.of(new KnownFeed.Beside(name, published, false, false, idle, one)));
              }
              ways.add(Optional.of(new KnownFeed.Beside(name, published, match, busy, idle, one)));
            }
          }
        }
      }
      return ways.stream().distinct().toList();
    }

    /** What of its part is not known, in words. */
    private Stream<String> doubts() {
      List<String> doubts = new ArrayList<>();
      if (belongs != Truth.YES) {
        doubts.add("`" + name + "` may publish to the same metric");
      }
      if (matches == Truth.UNKNOWN) {
        doubts.add(
            "`"
                + name
                + "` publishes to the same metric and may match the same record"
                + value.match(text -> ", for which it counts " + text, () -> "", why -> ""));
      }
      if (ordinary) {
        doubts.add(
            "`"
                + name
                + "` publishes to the same metric for ordinary records, which a busy account writes"
                + " all the time");
      }
      value
          .whyUnknown()
          .ifPresent(why -> doubts.add("the metric value of `" + name + "` is " + why));
      return doubts.stream();
    }
  }

  private static final List<Boolean> EITHER = List.of(false, true);

  public MetricFeed {
    siblings = List.copyOf(siblings);
  }

  /** A feed of a metric that no other filter publishes to. */
  public MetricFeed(Partial<String> value, Partial<String> defaultValue, Partial<String> unit) {
    this(value, defaultValue, unit, List.of());
  }

  /** Members of every CloudTrail record that never hold a number (F49). */
  private static final Set<String> WORDS =
      Set.of(
          "eventTime",
          "eventSource",
          "eventName",
          "awsRegion",
          "sourceIPAddress",
          "userAgent",
          "errorCode",
          "errorMessage",
          "requestID",
          "eventID",
          "readOnly",
          "eventType",
          "managementEvent",
          "eventCategory",
          "sharedEventID",
          "vpcEndpointId");

  /** A feed without default value, which is silent between events. */
  public static MetricFeed sparse(String value) {
    return new MetricFeed(Partial.known(value), Partial.unset(), Partial.unset());
  }

  /** A feed with a default value, which is published every minute while the log group is busy. */
  public static MetricFeed dense(String value, String defaultValue) {
    return new MetricFeed(Partial.known(value), Partial.known(defaultValue), Partial.unset());
  }

  /** Why events publish nothing that could be counted, if that is certain. */
  Optional<Firing> problem() {
    return value
        .<Optional<Firing>>match(
            MetricFeed::problemOf,
            () -> Optional.of(Firing.no(Aspect.VALUE, "the metric filter has no metric value")),
            why -> Optional.empty())
        .or(
            () ->
                defaultValue.match(
                    MetricFeed::defaultProblem, Optional::empty, why -> Optional.empty()));
  }

  private static Optional<Firing> problemOf(String text) {
    if (!text.startsWith("$")) {
      return Amount.decimal(text).isPresent()
          ? Optional.empty()
          : Optional.of(
              Firing.no(
                  Aspect.VALUE,
                  "the metric value `" + text + "` is not a number, the API will refuse it"));
    }
    return WORDS.stream().anyMatch(word -> text.equals("$." + word))
        ? Optional.of(
            Firing.no(
                Aspect.VALUE,
                "the metric value is the field `"
                    + text
                    + "`, which never holds a number, so no event publishes anything"))
        : Optional.empty();
  }

  private static Optional<Firing> defaultProblem(String text) {
    return text.isEmpty() || Amount.decimal(text).isPresent()
        ? Optional.empty()
        : Optional.of(
            Firing.no(
                Aspect.CONFIGURATION,
                "the default value `" + text + "` is not a number, the API will refuse it"));
  }

  /** Every way in which the feed may behave; the feed must have no {@link #problem}. */
  List<KnownFeed> known() {
    Optional<Amount> published =
        value.match(MetricFeed::amount, Optional::empty, why -> Optional.of(Amount.ANY));
    List<KnownFeed> known = new ArrayList<>();
    for (List<KnownFeed.Beside> beside : besides()) {
      for (Optional<Amount> idle : levels(defaultValue)) {
        for (String possible : units(unit)) {
          known.add(new KnownFeed(published.orElse(Amount.ANY), idle, possible, beside));
        }
      }
    }
    return known;
  }

  /** Every way in which the siblings may take part together; none if there are too many. */
  private List<List<KnownFeed.Beside>> besides() {
    if (siblings.size() > MOST_SIBLINGS) {
      return List.of();
    }
    List<List<Optional<KnownFeed.Beside>>> open = new ArrayList<>();
    List<KnownFeed.Beside> certain = new ArrayList<>();
    long together = 1;
    for (Sibling sibling : siblings) {
      List<Optional<KnownFeed.Beside>> ways =
          sibling.ways().stream()
              .map(way -> way.filter(KnownFeed.Beside::publishes))
              .distinct()
              .toList();
      together *= ways.size();
      if (together > MOST_WAYS) {
        return List.of();
      }
      if (ways.size() > 1) {
        open.add(ways);
      } else {
        ways.get(0).ifPresent(certain::add);
      }
    }
    List<List<KnownFeed.Beside>> all = List.of(certain);
    for (List<Optional<KnownFeed.Beside>> ways : open) {
      List<List<KnownFeed.Beside>> longer = new ArrayList<>();
      for (List<KnownFeed.Beside> start : all) {
        for (Optional<KnownFeed.Beside> way : ways) {
          List<KnownFeed.Beside> more = new ArrayList<>(start);
          way.ifPresent(more::add);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  /** Whether there are too many ways in which the siblings may take part. */
  boolean isBeyondTrying() {
    return !siblings.isEmpty() && besides().isEmpty();
  }

  private static List<Optional<Amount>> levels(Partial<String> defaultValue) {
    return defaultValue.match(
        text -> List.of(Amount.decimal(text).map(Amount::exactly)),
        () -> List.of(Optional.empty()),
        why -> List.of(Optional.empty(), Optional.of(Amount.ZERO), Optional.of(Amount.ANY)));
  }

  private static List<String> units(Partial<String> unit) {
    return unit.match(
        text -> List.of(text.isEmpty() ? KnownFeed.NO_UNIT : text),
        () -> List.of(KnownFeed.NO_UNIT),
        why -> List.of(KnownFeed.NO_UNIT, "Count"));
  }

  private static Optional<Amount> amount(String text) {
    return Amount.decimal(text).map(Amount::exactly);
  }

  /** Whether an event's own value is certain, without which nothing can be promised. */
  boolean isCertain() {
    return value.match(text -> Amount.decimal(text).isPresent(), () -> false, why -> false);
  }

  /** What of the feed is not known, in words. */
  List<String> doubts() {
    Stream<String> field =
        isCertain()
            ? Stream.empty()
            : value.match(
                text -> Stream.of("whether `" + text + "` is a number depends on the event"),
                Stream::<String>empty,
                why -> Stream.of("the metric value is " + why));
    return Stream.of(
            field,
            defaultValue.whyUnknown().map(why -> "the default value is " + why).stream(),
            unit.whyUnknown().map(why -> "the metric's unit is " + why).stream(),
            siblings.stream().flatMap(Sibling::doubts))
        .flatMap(doubt -> doubt)
        .toList();
  }

  /** The default value as a number, zero if there is none, empty if it is not known. */
  Optional<BigDecimal> quietLevel() {
    return siblings.stream().allMatch(one -> !one.ordinary() && isZeroOrNone(one.defaultValue()))
        ? ownLevel()
        : Optional.empty();
  }

  private static boolean isZeroOrNone(Partial<String> level) {
    return level.match(
        text -> Amount.decimal(text).filter(number -> number.signum() == 0).isPresent(),
        () -> true,
        why -> false);
  }

  private Optional<BigDecimal> ownLevel() {
    return defaultValue.match(
        text -> Optional.of(Amount.decimal(text).orElse(BigDecimal.ZERO)),
        () -> Optional.of(BigDecimal.ZERO),
        why -> Optional.empty());
  }
}
