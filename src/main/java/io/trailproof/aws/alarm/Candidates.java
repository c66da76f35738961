package io.trailproof.aws.alarm;

import io.trailproof.kleene.Partial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The alarms that one with unknown properties may turn out to be. */
final class Candidates {

  private Candidates() {}

  /** Alarms that stand for all; only the threshold may still be unknown in them. */
  static List<AlarmSettings> of(AlarmSettings settings) {
    List<AlarmSettings> candidates = List.of(settings);
    for (AlarmProperty property : AlarmProperty.values()) {
      if (settings.get(property).isUnknown() && property != AlarmProperty.THRESHOLD) {
        candidates =
            candidates.stream().flatMap(candidate -> expand(candidate, property).stream()).toList();
      }
    }
    return candidates;
  }

  private static List<AlarmSettings> expand(AlarmSettings settings, AlarmProperty property) {
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

  private static Set<String> values(AlarmSettings settings, AlarmProperty property) {
    Set<String> values = new LinkedHashSet<>(property.samples());
    if (property == AlarmProperty.EVALUATION_PERIODS) {
      count(settings, AlarmProperty.DATAPOINTS_TO_ALARM)
          .ifPresent(least -> values.addAll(List.of("" + least, "" + (least + 1))));
    }
    if (property == AlarmProperty.DATAPOINTS_TO_ALARM) {
      count(settings, AlarmProperty.EVALUATION_PERIODS).ifPresent(most -> fit(values, most));
    }
    return values;
  }

  /** One, two and all of the periods stand for the legal numbers of datapoints. */
  private static void fit(Set<String> values, int most) {
    values.removeIf(value -> Integer.parseInt(value) > most);
    values.add(Integer.toString(most));
  }

  private static Optional<Integer> count(AlarmSettings settings, AlarmProperty property) {
    return settings.text(property).flatMap(Numbers::count);
  }
}
