package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.cloudformation.template.CloudAssembly;
import io.trailproof.input.cloudformation.template.TemplateFiles;
import io.trailproof.input.identity.Course;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A deployment while its templates are read under one hypothesis: what is assumed, and what is
 * found.
 */
public final class AssumedReading {
  private final Catalog catalog;
  private final ReadSettings settings;
  private final Map<String, String> parameters;
  private final TemplateFiles files;
  private final Assumptions assumptions;
  private final Budget budget = new Budget();
  private final PremiseTracker tracker = new PremiseTracker();
  private final Exports exports = new Exports();
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private final Set<Gap> gaps = new LinkedHashSet<>();
  private final Map<ResourceId, List<Premise>> premises = new LinkedHashMap<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Resource> absent = new ArrayList<>();
  private final List<Assumptions.OpenComparison> questions = new ArrayList<>();
  private final Map<List<String>, List<String>> domains = new HashMap<>();
  private boolean silent;

  public AssumedReading(
      Catalog catalog,
      ReadSettings settings,
      Map<String, String> parameters,
      TemplateFiles files,
      Assumptions assumptions) {
    this.catalog = catalog;
    this.settings = settings;
    this.parameters = parameters;
    this.files = files;
    this.assumptions = assumptions;
  }

  public Catalog catalog() {
    return catalog;
  }

  public Map<String, String> parameters() {
    return parameters;
  }

  public TemplateFiles files() {
    return files;
  }

  Assumptions assumptions() {
    return assumptions;
  }

  public Budget budget() {
    return budget;
  }

  public PremiseTracker tracker() {
    return tracker;
  }

  public Exports exports() {
    return exports;
  }

  /** The Region and account that a template's assembly names, or the user, or symbols of them. */
  public Place place(CloudAssembly.Target target) {
    return new Place(
        pseudo("AWS::Region", target.region(), settings.givenRegion()),
        pseudo("AWS::AccountId", target.account(), settings.givenAccount()));
  }

  private Value pseudo(String name, Optional<String> ofAssembly, Optional<Value> given) {
    return ofAssembly
        .<Value>map(text -> Value.text(text, Origin.NOWHERE))
        .or(() -> given)
        .orElseGet(() -> settle(new Value.Symbol(name, "", Origin.NOWHERE)));
  }

  /** What a symbol is in this hypothesis: its text if that is settled, else the symbol itself. */
  public Value settle(Value.Symbol symbol) {
    Optional<String> text = assumptions.text(symbol);
    if (text.isEmpty()) {
      List<String> left = left(symbol);
      text = left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }
    return text.<Value>map(known -> Value.text(known, symbol.origin())).orElse(symbol);
  }

  /** Says that a symbol can only be one of these texts. */
  public void allow(Value.Symbol symbol, List<String> texts) {
    domains.put(identity(symbol), texts);
  }

  /** True if a symbol is certainly another text in this hypothesis. */
  boolean cannotBe(Value.Symbol symbol, String text) {
    List<String> domain = domains.get(identity(symbol));
    boolean pseudo = symbol.name().startsWith("AWS::");
    return assumptions.excludes(symbol, text)
        || (domain != null && !domain.contains(text))
        || (pseudo && text.isEmpty());
  }

  private static List<String> identity(Value.Symbol symbol) {
    return List.of(symbol.name(), symbol.scope());
  }

  private List<String> left(Value.Symbol symbol) {
    return domains.getOrDefault(identity(symbol), List.of()).stream()
        .filter(text -> !assumptions.excludes(symbol, text))
        .distinct()
        .toList();
  }

  public void ask(Assumptions.OpenComparison question) {
    if (!questions.contains(question)) {
      questions.add(question);
    }
  }

  /** What was asked and left open, first things first. */
  public List<Assumptions.OpenComparison> questions() {
    return questions;
  }

  public List<Assumptions.OpenComparison> questionsSince(int mark) {
    return List.copyOf(questions.subList(Math.min(mark, questions.size()), questions.size()));
  }

  /** Takes back what was asked since then: the answer turned out not to matter. */
  public void forget(int mark) {
    while (questions.size() > mark) {
      questions.remove(questions.size() - 1);
    }
  }

  /** Works something out whose open questions do not matter. */
  public <T> T aside(Supplier<T> work) {
    int mark = questions.size();
    T result = work.get();
    forget(mark);
    return result;
  }

  /** Works out what could be, but is not: it asks nothing and nothing is wrong with it. */
  public <T> T silently(Supplier<T> work) {
    boolean before = silent;
    silent = true;
    try {
      return aside(work);
    } finally {
      silent = before;
    }
  }

  public void report(Diagnostic diagnostic) {
    if (!silent) {
      diagnostics.add(diagnostic);
    }
  }

  public Collection<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Says that some resources are there. */
  public void holds(Collection<Resource> some) {
    resources.addAll(some);
  }

  /** Says what a resource rests on. */
  public void restsOn(ResourceId id, Collection<Premise> some) {
    if (!some.isEmpty()) {
      premises.put(id, List.copyOf(some));
    }
  }

  /** Says that a resource is not there, and by what. */
  public void isAbsent(Resource resource, Collection<Premise> some) {
    absent.add(resource);
    restsOn(resource.id(), some);
  }

  /**
   * What was found.
   *
   * @param hypotheses the ways in which what is left open may turn out
   */
  public Reading found(List<Hypothesis<Reading>> hypotheses) {
    return new Reading(
        resources,
        Course.ALL_MADE,
        Optional.empty(),
        List.copyOf(gaps),
        hypotheses,
        new Premises(premises, absent));
  }

  public void gap(Gap gap) {
    gaps.add(gap);
  }
}
