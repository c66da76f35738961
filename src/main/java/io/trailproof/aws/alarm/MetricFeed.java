package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.KnownFeed;
import io.trailproof.kleene.Partial;
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
    Partial<String> value, Partial<String> defaultValue, Partial<String> unit) {

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
    for (Optional<Amount> idle : defaults()) {
      for (String possible : units()) {
        known.add(new KnownFeed(published.orElse(Amount.ANY), idle, possible));
      }
    }
    return known;
  }

  private List<Optional<Amount>> defaults() {
    return defaultValue.match(
        text -> List.of(Amount.decimal(text).map(Amount::exactly)),
        () -> List.of(Optional.empty()),
        why -> List.of(Optional.empty(), Optional.of(Amount.ZERO), Optional.of(Amount.ANY)));
  }

  private List<String> units() {
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
            unit.whyUnknown().map(why -> "the metric's unit is " + why).stream())
        .flatMap(doubt -> doubt)
        .toList();
  }

  /** The default value as a number, zero if there is none, empty if it is not known. */
  Optional<BigDecimal> quietLevel() {
    return defaultValue.match(
        text -> Optional.of(Amount.decimal(text).orElse(BigDecimal.ZERO)),
        () -> Optional.of(BigDecimal.ZERO),
        why -> Optional.empty());
  }
}
