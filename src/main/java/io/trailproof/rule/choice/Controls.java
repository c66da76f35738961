package io.trailproof.rule.choice;

import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.rule.Rule;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.Framework;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The controls that rules serve, by the words for them. */
final class Controls {
  private final List<Rule> rules;

  /** The names of frameworks by all the names for them, these in small letters. */
  private final Map<String, String> frameworks = new LinkedHashMap<>();

  Controls(List<Rule> rules, List<Framework> known) {
    this.rules = List.copyOf(rules);
    for (Framework one : known) {
      frameworks.put(lower(one.name()), one.name());
      one.aliases().forEach(alias -> frameworks.put(lower(alias), one.name()));
    }
    for (Rule rule : rules) {
      rule.controls()
          .forEach(one -> frameworks.putIfAbsent(lower(one.framework()), one.framework()));
    }
  }

  /** True if a word begins with the name of a framework. */
  boolean know(String word) {
    return name(head(word)).isPresent();
  }

  /** The rules that serve what a word asks for. */
  Answer serving(String word) {
    String head = head(word);
    Optional<String> name = name(head);
    if (name.isEmpty()) {
      return unknown(head);
    }
    String framework = frameworks.getOrDefault(name.get(), "");
    List<Control> all =
        rules.stream()
            .flatMap(rule -> rule.controls().stream())
            .filter(one -> one.framework().equals(framework))
            .toList();
    if (all.isEmpty()) {
      return new Answer.Misnamed(
          "no rule serves `" + framework + "` for certain or likely",
          "docs/controls.md of trailproof tells what is only arguable, and chooses no rule");
    }
    String version = version(head.substring(name.get().length()).strip());
    List<Control> ofVersion = all.stream().filter(one -> isOf(version, one.version())).toList();
    Optional<String> meant = DidYouMean.nearest(withoutVersion(head), frameworks.keySet());
    if (ofVersion.isEmpty() && meant.filter(one -> !one.equals(name.get())).isPresent()) {
      return unknown(head);
    }
    if (ofVersion.isEmpty()) {
      return new Answer.Misnamed(
          "no rule serves a version `" + version + "` of `" + framework + "`",
          help(version, all.stream().map(Control::version).distinct().toList()));
    }
    String id = id(word);
    List<Control> asked =
        ofVersion.stream().filter(one -> id.isEmpty() || one.id().equalsIgnoreCase(id)).toList();
    if (asked.isEmpty()) {
      return new Answer.Misnamed(
          "no rule serves `" + id + "` of `" + head + "`",
          help(id, ofVersion.stream().map(Control::id).distinct().toList()));
    }
    return new Answer.Chosen(chosen(asked));
  }

  private Answer unknown(String head) {
    return new Answer.Misnamed(
        "there is no framework `" + head + "`",
        DidYouMean.nearest(withoutVersion(head), frameworks.keySet())
            .flatMap(one -> Optional.ofNullable(frameworks.get(one)))
            .map(one -> "did you mean `" + one + "`?")
            .orElse(
                "known: "
                    + String.join(
                        ", ", frameworks.values().stream().distinct().sorted().toList())));
  }

  private List<Rule> chosen(List<Control> asked) {
    List<Rule> chosen = new ArrayList<>();
    for (Rule rule : rules) {
      List<Control> its = rule.controls().stream().filter(asked::contains).toList();
      if (!its.isEmpty()) {
        chosen.add(rule.askedFor(its));
      }
    }
    return chosen;
  }

  private static String help(String word, Collection<String> known) {
    return DidYouMean.help(word, known);
  }

  /** The longest name that a word begins with, in small letters. */
  private Optional<String> name(String head) {
    String word = lower(head);
    return frameworks.keySet().stream()
        .filter(name -> word.equals(name) || word.startsWith(name + " "))
        .reduce((one, other) -> one.length() < other.length() ? other : one);
  }

  /** The part before the colon. */
  private static String head(String word) {
    int end = word.indexOf(':');
    return (end < 0 ? word : word.substring(0, end)).strip();
  }

  private static String id(String word) {
    int end = word.indexOf(':');
    return end < 0 ? "" : word.substring(end + 1).strip();
  }

  private static String withoutVersion(String head) {
    return lower(head.replaceFirst(" +v?[0-9][^ ]*$", ""));
  }

  private static String version(String word) {
    return word.replaceFirst("^v(?=[0-9])", "");
  }

  /** True for the version itself, for one below it, and for any where none is said. */
  private static boolean isOf(String asked, String version) {
    return asked.isEmpty()
        || version.equalsIgnoreCase(asked)
        || lower(version).startsWith(lower(asked) + ".");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
