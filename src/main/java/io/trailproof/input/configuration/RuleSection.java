package io.trailproof.input.configuration;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the section {@code rules}: ids, or globs of ids, to settings. Where several keys meet one
 * rule, what they let count counts together.
 */
final class RuleSection {
  /** Stands for all ways of a rule. */
  private static final String ALL = "all";

  private static final Set<String> SETTINGS = Set.of("ways");

  private final Map<String, List<String>> known;

  /**
   * A reader for some rules.
   *
   * @param known the ids of all rules, and of each the ways that do not count unless they are let
   */
  RuleSection(Map<String, List<String>> known) {
    this.known = known;
  }

  /** The settings by rule; what is wrong with them is said of the section's own place. */
  Map<String, RuleSettings> read(MappingReader section) {
    Map<String, Set<String>> ways = new LinkedHashMap<>();
    for (Node.Member member : section.members()) {
      List<String> ids = matching(member.key());
      if (ids.isEmpty()) {
        section.problem(
            ConfigurationError.UNKNOWN_RULE
                .at(member.keySpan(), member.key())
                .withHelp(DidYouMean.help(member.key(), known.keySet())));
      } else {
        MappingReader settings = section.reader(member.value());
        settings.allow(SETTINGS);
        ways(member.key(), ids, settings, ways);
      }
    }
    return ways.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, one -> new RuleSettings(List.copyOf(one.getValue()))));
  }

  private List<String> matching(String key) {
    String glob =
        Stream.of(key.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return known.keySet().stream().filter(id -> id.matches(glob)).toList();
  }

  private void ways(
      String key, List<String> ids, MappingReader settings, Map<String, Set<String>> ways) {
    Span span = settings.get("ways").map(Node::span).orElse(settings.span());
    Set<String> possible = new LinkedHashSet<>();
    ids.forEach(id -> possible.addAll(known.getOrDefault(id, List.of())));
    for (String way : settings.texts("ways")) {
      if (possible.isEmpty()) {
        settings.problem(ConfigurationError.ONE_WAY, span, key);
      } else if (!way.equals(ALL) && !possible.contains(way)) {
        settings.problem(
            ConfigurationError.UNKNOWN_WAY
                .at(span, key, way)
                .withHelp(DidYouMean.help(way, possible)));
      }
      for (String id : ids) {
        List<String> its = known.getOrDefault(id, List.of());
        ways.computeIfAbsent(id, any -> new LinkedHashSet<>())
            .addAll(its.stream().filter(one -> way.equals(ALL) || way.equals(one)).toList());
      }
    }
  }
}
