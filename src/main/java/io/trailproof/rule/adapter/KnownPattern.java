package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.OrdinaryRecords;
import io.trailproof.aws.filterpattern.coverage.Reach;
import io.trailproof.aws.filterpattern.insight.Alternatives;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a text is as a pattern, and what it covers, each worked out once: the same pattern is asked
 * about for every event, and in an organisation it stands in every account's template.
 */
final class KnownPattern {
  private static final int MOST = 4096;

  /** The last ones. */
  private static final Map<String, KnownPattern> LAST =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KnownPattern> eldest) {
          return size() > MOST;
        }
      };

  private record Asked(Event event, String iamRegion) {}

  private final Parsed parsed;
  private final Map<Asked, Coverage> coverage = new HashMap<>();
  private final Map<Asked, Truth> taken = new HashMap<>();
  private final Map<String, List<Json.Obj>> ordinaryByName = new HashMap<>();
  private @Nullable List<Json.Obj> ordinary;
  private Optional<Alternatives> alternatives = Optional.empty();
  private boolean areAlternativesKnown;
  private @Nullable Boolean asksForRegion;

  private KnownPattern(Parsed parsed) {
    this.parsed = parsed;
  }

  /** What a text is. */
  static KnownPattern of(String text) {
    synchronized (LAST) {
      KnownPattern before = LAST.get(text);
      if (before != null) {
        return before;
      }
    }
    KnownPattern now = new KnownPattern(FilterPattern.parse(text)); // others need not wait for it
    synchronized (LAST) {
      KnownPattern meanwhile = LAST.putIfAbsent(text, now);
      return meanwhile == null ? now : meanwhile;
    }
  }

  Parsed parsed() {
    return parsed;
  }

  /** What it covers of an event's records; nothing is covered by what is no pattern. */
  synchronized Coverage coverage(FilterPattern pattern, Event event, String iamRegion) {
    Asked asked = new Asked(event, iamRegion);
    Coverage known = coverage.get(asked);
    if (known == null) {
      known = Coverage.inWords(List.of(pattern), EventScenario.of(event).in(iamRegion));
      coverage.put(asked, known);
    }
    return known;
  }

  /** Whether a record of an event matches: every one, none, or perhaps some. */
  synchronized Truth takes(FilterPattern pattern, Event event, String iamRegion) {
    Truth every =
        coverage(pattern, event, iamRegion)
            .match(complete -> Truth.YES, misses -> Truth.NO, undecided -> Truth.UNKNOWN);
    if (every == Truth.YES) {
      return every;
    }
    Asked asked = new Asked(event, iamRegion);
    Truth known = taken.get(asked);
    if (known == null) {
      known =
          Reach.of(pattern, EventScenario.of(event).in(iamRegion))
              .match(reachable -> Truth.UNKNOWN, never -> Truth.NO, undecided -> Truth.UNKNOWN);
      taken.put(asked, known);
    }
    return known;
  }

  /** Records that any account in use writes all the time and it matches (F150). */
  synchronized List<Json.Obj> ordinary() {
    List<Json.Obj> known = ordinary;
    if (known == null) {
      known = parsed.accepted().map(OrdinaryRecords::taken).orElse(List.of());
      ordinary = known;
    }
    return known;
  }

  /** The same where some may be taken by name, of services that a rule does not name. */
  synchronized List<Json.Obj> ordinary(String named) {
    List<Json.Obj> known = ordinaryByName.get(named);
    if (known == null) {
      known = parsed.accepted().map(one -> OrdinaryRecords.taken(one, named)).orElse(List.of());
      ordinaryByName.put(named, known);
    }
    return known;
  }

  /** It as benchmarks read it. */
  synchronized Optional<Alternatives> alternatives() {
    if (!areAlternativesKnown) {
      alternatives = parsed.accepted().flatMap(Alternatives::of);
      areAlternativesKnown = true;
    }
    return alternatives;
  }

  /** True if the Region of a record may make a difference to it. */
  synchronized boolean asksForRegion() {
    Boolean known = asksForRegion;
    if (known == null) {
      known = parsed.accepted().map(KnownPattern::asksForRegion).orElse(false);
      asksForRegion = known;
    }
    return known;
  }

  private static boolean asksForRegion(FilterPattern pattern) {
    return !(pattern instanceof JsonPattern)
        || pattern.tests().stream().anyMatch(test -> test.print().contains("awsRegion"));
  }
}
