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
  private static final String CODE = "invalid-rule";
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
          "beside",
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
   * way, or as the one beside them.
   */
  public Outcome<Rule> readRule(Node root) {
    List<Diagnostic> problems = new ArrayList<>();
    MappingReader file = new MappingReader(root, CODE, problems);
    file.allow(KEYS);
    String id = file.need("id");
    String title = file.need("title");
    Severity severity = severity(file);
    Optional<Chain> chain = chain(file);
    List<Event> events = file.mapping("events").map(this::events).orElse(List.of());
    if (events.isEmpty()) {
      file.problem("a rule needs `events`", file.span());
    }
    String claim = file.text("claim").orElse("fires");
    if (!Set.of("fires", "complies").contains(claim)) {
      file.problem("`claim` is `fires` or `complies`", file.span());
    }
    List<Control> controls =
        file.get("controls").isEmpty()
            ? List.of()
            : file.mappings("controls").stream().map(RuleReader::control).toList();
    Optional<Rule> beside = other(file, "beside");
    Optional<Rule> alternative = other(file, "alternative");
    String word = file.text("default").orElse("on");
    if (!Set.of("on", "off").contains(word)) {
      file.problem("`default` is `on` or `off`", file.span());
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
            beside,
            alternative,
            !word.equals("off"));
    rules.put(id, rule);
    return new Outcome<>(rule, problems);
  }

  private Optional<Rule> other(MappingReader file, String key) {
    Optional<String> name = file.text(key);
    if (name.isPresent() && !rules.containsKey(name.get())) {
      file.problem(
          "unknown rule `" + name.get() + "`",
          file.span(),
          DidYouMean.help(name.get(), rules.keySet()));
    }
    return name.map(rules::get);
  }

  private Optional<Chain> chain(MappingReader file) {
    String name = file.need("chain");
    Chain chain = chains.get(name);
    if (chain == null && !name.isEmpty()) {
      file.problem(
          "unknown chain `" + name + "`", file.span(), DidYouMean.help(name, chains.keySet()));
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
    file.problem("`severity` is `note`, `low`, `medium`, `high` or `critical`", file.span());
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
