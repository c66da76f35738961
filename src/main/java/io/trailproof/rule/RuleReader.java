package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rule and chain files; every name in them is checked before anything is evaluated. */
public final class RuleReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "description",
          "claim",
          "severity",
          "chain",
          "events",
          "controls",
          "compared-with",
          "alternative",
          "default");

  private final Catalog catalog;
  private final Map<String, Predicate> predicates = new LinkedHashMap<>();
  private final Map<String, Chain> chains = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /** A reader that knows the resource types and predicates that rules may name. */
  public RuleReader(Catalog catalog, List<Predicate> known) {
    this.catalog = catalog;
    known.forEach(predicate -> predicates.put(predicate.name(), predicate));
  }

  /** Reads a chain file; rules read later may name it. */
  public Outcome<Chain> readChain(Node root) {
    Outcome<Chain> outcome = new ChainReader(catalog, predicates).read(root);
    outcome.value().ifPresent(chain -> chains.put(chain.id(), chain));
    return outcome;
  }

  /**
   * Reads a rule file; no rule comes of one with an error. Rules read later may name it as another
   * way, or to be compared with it.
   */
  public Outcome<Rule> readRule(Node root) {
    List<Diagnostic> problems = new ArrayList<>();
    MappingReader file = new MappingReader(root, RuleError.RULE, problems);
    file.allow(KEYS);
    String id = file.need("id");
    String title = file.need("title");
    Severity severity = severity(file);
    Optional<Chain> chain = chain(file, problems);
    List<Event> events = file.mapping("events").map(this::events).orElse(List.of());
    if (events.isEmpty()) {
      file.problem(RuleError.NO_EVENTS, file.span());
    }
    String claim = file.text("claim").orElse("fires");
    if (!Set.of("fires", "complies").contains(claim)) {
      file.problem(RuleError.CLAIM, file.span());
    }
    List<Control> controls =
        file.get("controls").isEmpty()
            ? List.of()
            : file.mappings("controls").stream().map(RuleReader::control).toList();
    Optional<Rule> comparedWith = other(file, "compared-with", problems);
    Optional<Rule> alternative = other(file, "alternative", problems);
    String word = file.text("default").orElse("on");
    if (!Set.of("on", "off").contains(word)) {
      file.problem(RuleError.DEFAULT, file.span());
    }
    if (chain.isEmpty() || problems.stream().anyMatch(Diagnostic::isError)) {
      return new Outcome<>(null, problems);
    }
    Rule rule =
        new Rule(
            id,
            title,
            file.text("description").orElse(title).strip(),
            claim,
            severity,
            chain.get(),
            events,
            controls,
            comparedWith,
            alternative,
            !word.equals("off"));
    rules.put(id, rule);
    return new Outcome<>(rule, problems);
  }

  private Optional<Rule> other(MappingReader file, String key, List<Diagnostic> problems) {
    Optional<String> name = file.text(key);
    if (name.isPresent() && !rules.containsKey(name.get())) {
      problems.add(
          RuleError.UNKNOWN_RULE
              .at(file.span(), name.get())
              .withHelp(DidYouMean.help(name.get(), rules.keySet())));
    }
    return name.map(rules::get);
  }

  private Optional<Chain> chain(MappingReader file, List<Diagnostic> problems) {
    String name = file.need("chain");
    Chain chain = chains.get(name);
    if (chain == null && !name.isEmpty()) {
      problems.add(
          RuleError.UNKNOWN_CHAIN
              .at(file.span(), name)
              .withHelp(DidYouMean.help(name, chains.keySet())));
    }
    return Optional.ofNullable(chain);
  }

  private static Severity severity(MappingReader file) {
    String word = file.need("severity");
    for (Severity severity :
        List.of(Severity.NOTE, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(word)) {
        return severity;
      }
    }
    file.problem(RuleError.SEVERITY, file.span());
    return Severity.HIGH;
  }

  private List<Event> events(MappingReader events) {
    events.allow(Set.of("source", "names", "pattern", "name"));
    String source = events.text("source").orElse("");
    Optional<String> pattern = events.text("pattern");
    if (pattern.isPresent()) {
      return List.of(new Event(events.text("name").orElse("event"), source, pattern));
    }
    events.need("source");
    return events.texts("names").stream()
        .map(name -> new Event(name, source, Optional.empty()))
        .toList();
  }

  private static Control control(MappingReader control) {
    control.allow(Set.of("framework", "version", "id", "source"));
    return new Control(
        control.need("framework"),
        control.need("version"),
        control.need("id"),
        control.need("source"));
  }
}
