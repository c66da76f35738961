package io.trailproof.input.configuration;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the section {@code rules}: ids, or globs of ids, to settings, and below {@code from} the
 * folders of own rules; a text or a list in place of the mapping names these. What is named is on,
 * unless it is said to be off. Where several keys meet one rule, what they let count counts
 * together, and of the rest an id goes before globs, and of globs the later one. The severity of a
 * glob is not that of rules that only inform.
 */
final class RuleSection {
  /** Stands for all ways of a rule. */
  private static final String ALL = "all";

  private static final String SECTION = "rules";

  /** The key that is no rule's id. */
  private static final String FROM = "from";

  private static final Set<String> SETTINGS = Set.of("ways", "severity", "parameters");

  /** YAML has several words for one truth. */
  private static final Set<String> ON = Set.of("on", "true", "yes");

  private static final Set<String> OFF = Set.of("off", "false", "no");

  private final NameableRules rules;

  /** A reader for some rules. */
  RuleSection(NameableRules rules) {
    this.rules = rules;
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
    Map<String, RuleSettings> settings = new LinkedHashMap<>();
    List<Node.Member> members = new ArrayList<>(section.members());
    members.sort(Comparator.comparing(member -> !member.key().contains("*")));
    for (Node.Member member : members) {
      List<String> ids = rules.matching().apply(rules.now(member.key(), section, member.keySpan()));
      if (member.key().equals(FROM) || (ids.isEmpty() && !rules.areAll())) {
        continue; // folders are read already, and the rule may be one that could not be
      }
      if (ids.isEmpty()) {
        section.problem(
            ConfigurationError.UNKNOWN_RULE
                .at(member.keySpan(), member.key())
                .withHelp(DidYouMean.help(member.key(), rules.rules().keySet())));
      } else {
        settings(member, ids, section)
            .forEach(
                (id, some) -> settings.merge(id, some, (before, after) -> before.under(after)));
      }
    }
    return settings;
  }

  private Map<String, RuleSettings> settings(
      Node.Member member, List<String> ids, MappingReader section) {
    Map<String, RuleSettings> all = new LinkedHashMap<>();
    Optional<String> word =
        member
            .value()
            .asScalar()
            .map(scalar -> scalar.text().toLowerCase(Locale.ROOT))
            .filter(text -> ON.contains(text) || OFF.contains(text));
    if (word.isPresent()) {
      ids.forEach(id -> all.put(id, on(ON.contains(word.get()))));
    } else if (member.value().asMapping().isEmpty()) {
      section.problem(ConfigurationError.NO_SETTINGS, member.value().span());
    } else {
      MappingReader settings = section.reader(member.value());
      settings.allow(SETTINGS);
      Map<String, List<String>> ways = ways(member.key(), ids, settings);
      Optional<Severity> severity = severity(settings);
      Map<String, Map<String, String>> parameters = parameters(member.key(), ids, settings);
      for (String id : ids) {
        boolean staysNote = member.key().contains("*") && nameable(id).informs();
        all.put(
            id,
            new RuleSettings(
                Optional.of(true),
                ways.getOrDefault(id, List.of()),
                staysNote ? Optional.empty() : severity,
                parameters));
      }
    }
    return all;
  }

  private static RuleSettings on(boolean isOn) {
    return new RuleSettings(Optional.of(isOn), List.of(), Optional.empty(), Map.of());
  }

  private static Optional<Severity> severity(MappingReader settings) {
    Optional<String> word = settings.text("severity");
    Optional<Severity> severity =
        Arrays.stream(Severity.values())
            .filter(one -> one != Severity.ERROR && word.filter(one.word()::equals).isPresent())
            .findFirst();
    if (word.isPresent() && severity.isEmpty()) {
      settings.problem(ConfigurationError.SEVERITY, span(settings, "severity"));
    }
    return severity;
  }

  private static Span span(MappingReader of, String key) {
    return of.get(key).map(Node::span).orElse(of.span());
  }

  private Map<String, List<String>> ways(String key, List<String> ids, MappingReader settings) {
    Span span = span(settings, "ways");
    Map<String, List<String>> ways = new LinkedHashMap<>();
    Set<String> possible = new LinkedHashSet<>();
    ids.forEach(id -> possible.addAll(nameable(id).ways()));
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
        List<String> its = ways.computeIfAbsent(id, any -> new ArrayList<>());
        nameable(id).ways().stream()
            .filter(one -> way.equals(ALL) || way.equals(one))
            .filter(one -> !its.contains(one))
            .forEach(its::add);
      }
    }
    return ways;
  }

  private Map<String, Map<String, String>> parameters(
      String key, List<String> ids, MappingReader settings) {
    Map<String, List<String>> possible = new LinkedHashMap<>();
    ids.forEach(id -> possible.putAll(nameable(id).parameters()));
    Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
    settings
        .mapping("parameters")
        .ifPresent(
            all -> {
              for (Node.Member requirement : all.members()) {
                List<String> names = possible.getOrDefault(requirement.key(), List.of());
                if (possible.isEmpty()) {
                  all.problem(ConfigurationError.NO_PARAMETERS, requirement.keySpan(), key);
                } else if (names.isEmpty()) {
                  all.problem(
                      ConfigurationError.UNKNOWN_REQUIREMENT
                          .at(requirement.keySpan(), key, requirement.key())
                          .withHelp(DidYouMean.help(requirement.key(), possible.keySet())));
                } else {
                  parameters.put(
                      requirement.key(),
                      given(requirement.key(), names, all.reader(requirement.value())));
                }
              }
            });
    return parameters;
  }

  private static Map<String, String> given(
      String requirement, List<String> names, MappingReader given) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Node.Member one : given.members()) {
      if (!names.contains(one.key())) {
        given.problem(
            ConfigurationError.UNKNOWN_PARAMETER
                .at(one.keySpan(), requirement, one.key())
                .withHelp(DidYouMean.help(one.key(), names)));
      } else if (!given.need(one.key()).matches("[1-9][0-9]{0,8}")) {
        given.problem(ConfigurationError.NO_SECONDS, one.value().span(), one.key());
      } else {
        parameters.put(one.key(), given.need(one.key()));
      }
    }
    return parameters;
  }

  private NameableRules.Nameable nameable(String id) {
    return rules.rules().getOrDefault(id, NameableRules.Nameable.NONE);
  }
}
