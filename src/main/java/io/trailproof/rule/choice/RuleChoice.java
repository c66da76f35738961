package io.trailproof.rule.choice;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.rule.Rule;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.Framework;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that there are, to choose among. */
public final class RuleChoice {
  private final List<Rule> rules;
  private final Set<String> ofOtherWays;
  private final Controls controls;
  private final Map<String, String> formerly;

  /**
   * A choice among some rules.
   *
   * @param frameworks those that controls may be of, beside the ones that the rules name
   * @param formerly the ids of rules by those that they had, by which they are taken as well
   */
  public RuleChoice(List<Rule> rules, List<Framework> frameworks, Map<String, String> formerly) {
    this.formerly = Map.copyOf(formerly);
    this.rules = List.copyOf(rules);
    this.ofOtherWays =
        rules.stream()
            .flatMap(rule -> rule.ofOtherWays().stream())
            .map(Rule::id)
            .collect(Collectors.toSet());
    this.controls = new Controls(rules, frameworks);
  }

  /** Those of an id, of a glob of ids, or of a control. */
  public Answer of(String word) {
    String now = renamed(word).orElse(word);
    boolean isRule = now.contains("*") || rules.stream().anyMatch(rule -> rule.id().equals(now));
    if (isRule) {
      return ofId(word);
    }
    return controls.know(word) ? ofControl(word) : ofId(word);
  }

  /** Those that have an id, or whose ids a glob matches. */
  public Answer ofId(String word) {
    List<String> ids = ids(word);
    List<Rule> some = rules.stream().filter(rule -> ids.contains(rule.id())).toList();
    return some.isEmpty()
        ? new Answer.Misnamed(
            word.contains("*")
                ? "no rule's id matches `" + word + "`"
                : "there is no rule `" + word + "`",
            DidYouMean.help(word, rules.stream().map(Rule::id).toList()))
        : new Answer.Chosen(some);
  }

  /**
   * The ids that a word names. A glob takes the rules of other ways only if it matches none else: a
   * rule and its other ways ask for the same.
   */
  public List<String> ids(String word) {
    String glob =
        Stream.of(renamed(word).orElse(word).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    List<String> all =
        rules.stream().map(Rule::id).filter(Pattern.compile(glob).asMatchPredicate()).toList();
    List<String> own = all.stream().filter(id -> !ofOtherWays.contains(id)).toList();
    return own.isEmpty() ? all : own;
  }

  /** The id that a rule has which had another. */
  public Optional<String> renamed(String id) {
    return Optional.ofNullable(formerly.get(id));
  }

  /** Each rule of some answers once, in the order of all, with all the controls it is asked for. */
  public List<Rule> together(List<Answer> answers) {
    Map<String, Set<Control>> asked = new LinkedHashMap<>();
    for (Answer answer : answers) {
      if (answer instanceof Answer.Chosen chosen) {
        chosen
            .rules()
            .forEach(
                rule ->
                    asked
                        .computeIfAbsent(rule.id(), any -> new LinkedHashSet<>())
                        .addAll(rule.asked()));
      }
    }
    return rules.stream()
        .filter(rule -> asked.containsKey(rule.id()))
        .map(rule -> rule.askedFor(List.copyOf(asked.getOrDefault(rule.id(), Set.of()))))
        .toList();
  }

  /**
   * Those that serve a control.
   *
   * @param word a framework, a version of it if only that is meant, and after a colon the id of one
   *     control: {@code PCI DSS 4.0:10.4.1.1}
   */
  public Answer ofControl(String word) {
    return controls.serving(word);
  }
}
