package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.ControlFile;
import io.trailproof.rule.control.Framework;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Collections;
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
          "formerly",
          "title",
          "subject",
          "description",
          "claim",
          "severity",
          "chain",
          "with",
          "events",
          "controls",
          "compared-with",
          "ways",
          "default");

  private final Catalog catalog;
  private final Map<String, Predicate> predicates = new LinkedHashMap<>();
  private final Map<String, Chain> chains = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, List<Control>> served = new LinkedHashMap<>();
  private final List<Framework> frameworks = new ArrayList<>();
  private final Map<String, String> formerly = new LinkedHashMap<>();

  /** A reader that knows the resource types and predicates that rules may name. */
  public RuleReader(Catalog catalog, List<Predicate> known) {
    this.catalog = catalog;
    known.forEach(predicate -> predicates.put(predicate.name(), predicate));
  }

  /** Reads a chain file; rules read later may name it. */
  public Outcome<Chain> readChain(Node root) {
    Outcome<Chain> outcome = new ChainReader(catalog, predicates).read(root);
    List<Diagnostic> problems = new ArrayList<>(outcome.diagnostics());
    outcome
        .value()
        .filter(chain -> chains.putIfAbsent(chain.id(), chain) != null)
        .ifPresent(chain -> problems.add(RuleError.SAME_CHAIN.at(root.span(), chain.id())));
    return new Outcome<>(outcome.built(), problems);
  }

  /** Reads a file of controls; rules read later serve what it says of them. */
  public Outcome<ControlFile> readControls(Node root) {
    Outcome<ControlFile> outcome = ControlFile.read(root);
    outcome
        .value()
        .ifPresent(
            file -> {
              frameworks.addAll(file.frameworks());
              file.served()
                  .forEach(
                      (rule, some) ->
                          served.computeIfAbsent(rule, any -> new ArrayList<>()).addAll(some));
            });
    return outcome;
  }

  /** Rules read from here on serve what they say themselves, whatever ids they have. */
  void endControls() {
    served.clear();
  }

  /** The frameworks of the files of controls that were read. */
  public List<Framework> frameworks() {
    return List.copyOf(frameworks);
  }

  /** The ids that rules have, by those that they had. */
  public Map<String, String> formerly() {
    return Collections.unmodifiableMap(formerly);
  }

  /**
   * Reads a rule file; no rule comes of one with an error. Rules read later may name it, or one of
   * its {@link Rule#ofOtherWays() other ways}, to be compared with it.
   */
  public Outcome<Rule> readRule(Node root) {
    List<Diagnostic> problems = new ArrayList<>();
    MappingReader file = new MappingReader(root, RuleError.RULE, problems);
    file.allow(KEYS);
    String id = file.need("id");
    String title = file.need("title");
    Severity severity = severity(file);
    Optional<Chain> chain = chain(file, problems).map(one -> Blanks.fill(one, file));
    Optional<Rule> comparedWith = other(file, "compared-with", problems);
    List<Event> events =
        file.get("events").isEmpty() && comparedWith.isPresent()
            ? comparedWith.get().events()
            : EventsReader.read(file);
    String claim = file.text("claim").orElse("fires");
    if (!Set.of("fires", "complies").contains(claim)) {
      file.problem(RuleError.CLAIM, file.span());
    }
    List<Control> controls = new ArrayList<>(served.getOrDefault(id, List.of()));
    file.mappings("controls").forEach(row -> controls.add(ControlFile.ofRule(row)));
    List<Chain> others = chain.map(own -> otherWays(file, own, problems)).orElse(List.of());
    if (!others.isEmpty() && !claim.equals("fires")) {
      file.problem(RuleError.ONE_WAY, file.span());
    }
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
            file.text("subject"),
            file.text("description").orElse(title).strip(),
            claim,
            severity,
            new Ways(chain.get(), List.of(), others),
            events,
            controls,
            comparedWith,
            !word.equals("off"),
            List.of());
    List<Rule> all = new ArrayList<>(List.of(rule));
    all.addAll(rule.ofOtherWays());
    for (Rule one : all) {
      if (formerly.containsKey(one.id()) || rules.putIfAbsent(one.id(), one) != null) {
        file.problem(RuleError.SAME_RULE, file.span(), one.id());
      }
    }
    for (String old : file.texts("formerly")) {
      if (rules.containsKey(old) || formerly.putIfAbsent(old, id) != null) {
        file.problem(RuleError.SAME_RULE, file.span(), old);
      }
    }
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

  /** The chains of the ways that a rule names beside that of its own chain. */
  private List<Chain> otherWays(MappingReader file, Chain own, List<Diagnostic> problems) {
    Span span = file.get("ways").map(Node::span).orElse(file.span());
    List<Chain> ways = new ArrayList<>();
    for (String name : file.texts("ways")) {
      List<Chain> known = chains.values().stream().filter(one -> one.way().equals(name)).toList();
      if (name.equals(own.way())) {
        file.problem(RuleError.OWN_WAY, span, name);
      } else if (known.isEmpty()) {
        problems.add(
            RuleError.UNKNOWN_WAY
                .at(span, name)
                .withHelp(
                    DidYouMean.help(
                        name, chains.values().stream().map(Chain::way).distinct().toList())));
      } else if (known.size() > 1) {
        String ids = String.join("`, `", known.stream().map(Chain::id).toList());
        file.problem(RuleError.SEVERAL_CHAINS, span, name, ids);
      } else if (ways.contains(known.get(0))) {
        file.problem(RuleError.WAY_TWICE, span, name);
      } else {
        ways.add(known.get(0));
      }
    }
    return ways;
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
}
