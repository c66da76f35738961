package io.trailproof.input.configuration;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the section {@code rules}: ids, or globs of ids, to settings, and below {@code from} the
 * folders of own rules; a text or a list in place of the mapping names these. Where several keys
 * meet one rule, what they let count counts together.
 */
final class RuleSection {
  /** Stands for all ways of a rule. */
  private static final String ALL = "all";

  private static final String SECTION = "rules";

  /** The key that is no rule's id. */
  private static final String FROM = "from";

  private static final Set<String> SETTINGS = Set.of("ways");

  private final Map<String, List<String>> known;
  private final boolean areAll;

  /** A reader for some rules. */
  RuleSection(NameableRules rules) {
    this.known = rules.ways();
    this.areAll = rules.areAll();
  }

  /** The folders of own rules that a configuration names; that any is no text is said of it. */
  static List<StatedFolder> folders(MappingReader root) {
    Optional<Node> section = root.get(SECTION);
    Optional<Node> named =
        section.filter(node -> node.asMapping().isPresent()).isPresent()
            ? section.flatMap(Node::asMapping).flatMap(all -> all.get(FROM))
            : section;
    List<Node> all = new ArrayList<>();
    named.ifPresent(
        node -> all.addAll(node.asSequence().map(Node.Sequence::items).orElse(List.of(node))));
    List<StatedFolder> folders = new ArrayList<>();
    for (Node one : all) {
      Optional<String> name = one.asString().filter(text -> !text.isEmpty());
      name.ifPresent(text -> folders.add(new StatedFolder(text, one.span())));
      if (name.isEmpty()) {
        root.problem(ConfigurationError.NO_FOLDER, one.span());
      }
    }
    return folders;
  }

  /** The settings by rule; what is wrong with them is said of the section's own place. */
  Map<String, RuleSettings> read(MappingReader section) {
    Map<String, Set<String>> ways = new LinkedHashMap<>();
    for (Node.Member member : section.members()) {
      List<String> ids = matching(member.key());
      if (member.key().equals(FROM) || (ids.isEmpty() && !areAll)) {
        continue; // folders are read already, and the rule may be one that could not be
      }
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
