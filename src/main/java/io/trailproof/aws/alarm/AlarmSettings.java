package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.MetricQuery;
import io.trailproof.kleene.Partial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one alarm, in the spelling of the API, defaults not filled in.
 *
 * <p>An empty text counts as unset, as plans show it so (F104).
 */
public record AlarmSettings(
    Map<AlarmProperty, Partial<String>> properties, Partial<List<MetricQuery>> queries) {

  public AlarmSettings {
    properties = Map.copyOf(properties);
  }

  /** An alarm with nothing set. */
  public static AlarmSettings none() {
    return new AlarmSettings(Map.of(), Partial.unset());
  }

  public AlarmSettings with(AlarmProperty property, Partial<String> setting) {
    Map<AlarmProperty, Partial<String>> changed = new HashMap<>(properties);
    changed.put(property, setting);
    return new AlarmSettings(changed, queries);
  }

  public AlarmSettings with(AlarmProperty property, String value) {
    return with(property, Partial.known(value));
  }

  public AlarmSettings withQueries(Partial<List<MetricQuery>> changed) {
    return new AlarmSettings(properties, changed);
  }

  /** The property as it is set; unset if it was never mentioned. */
  public Partial<String> get(AlarmProperty property) {
    Partial<String> setting = properties.getOrDefault(property, Partial.unset());
    return setting.isKnown() && setting.orElse("").isEmpty() ? Partial.unset() : setting;
  }

  /** The text of a property that is known. */
  Optional<String> text(AlarmProperty property) {
    return get(property).toOptional();
  }

  /** The whole number of a property that is known and one. */
  Optional<Integer> count(AlarmProperty property) {
    return text(property).flatMap(Amount::count);
  }

  /** The queries that are known. */
  List<MetricQuery> knownQueries() {
    return queries.orElse(List.of());
  }
}
