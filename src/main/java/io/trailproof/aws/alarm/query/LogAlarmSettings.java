package io.trailproof.aws.alarm.query;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.kleene.Partial;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one log alarm, in the spelling of the API, defaults not filled in; an empty
 * text counts as unset (F104). Why one is not known is told by a whole clause.
 */
public record LogAlarmSettings(Map<LogAlarmProperty, Partial<String>> properties) {
  public LogAlarmSettings {
    properties = Map.copyOf(properties);
  }

  /** An alarm with nothing set. */
  public static LogAlarmSettings none() {
    return new LogAlarmSettings(Map.of());
  }

  /** The same with one property set. */
  public LogAlarmSettings with(LogAlarmProperty property, Partial<String> setting) {
    Map<LogAlarmProperty, Partial<String>> changed = new EnumMap<>(LogAlarmProperty.class);
    changed.putAll(properties);
    changed.put(property, setting);
    return new LogAlarmSettings(changed);
  }

  /** The property as it is set; unset if it was never mentioned. */
  public Partial<String> get(LogAlarmProperty property) {
    Partial<String> setting = properties.getOrDefault(property, Partial.unset());
    return setting.isKnown() && setting.orElse("").isEmpty() ? Partial.unset() : setting;
  }

  /** The number of a property that is known and one. */
  Optional<BigDecimal> number(LogAlarmProperty property) {
    return get(property).toOptional().flatMap(Amount::decimal);
  }

  /** The whole number of a property that is known and one. */
  Optional<Long> count(LogAlarmProperty property) {
    return number(property)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::longValueExact);
  }

  /** When its query runs and how far it looks. */
  QueryRuns runs() {
    Partial<String> schedule = get(LogAlarmProperty.SCHEDULE);
    Partial<Long> rate =
        schedule.match(
            text ->
                QueryRuns.seconds(text)
                    .map(Partial::known)
                    .orElseGet(
                        () ->
                            Partial.unknown(
                                "`"
                                    + LogAlarmProperty.SCHEDULE.text()
                                    + "` is `"
                                    + text
                                    + "`, and only `rate(…)` is known")),
            Partial::unset,
            Partial::unknown);
    return new QueryRuns(
        rate,
        seconds(LogAlarmProperty.START_TIME_OFFSET),
        seconds(LogAlarmProperty.END_TIME_OFFSET));
  }

  private Partial<Long> seconds(LogAlarmProperty property) {
    return get(property)
        .match(
            text -> count(property).map(Partial::known).orElseGet(Partial::unset),
            Partial::unset,
            Partial::unknown);
  }
}
