package io.trailproof.rule.cases;

import io.trailproof.catalog.CanonicalReader;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Message;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the test file beside a rule.
 *
 * <p>A case is the file's {@code base} with some properties changed and some resources removed or
 * added. A value tagged {@code !ref} refers to a resource of the case, {@code !unknown} stands for
 * what an input does not tell.
 */
public final class RuleCaseReader {
  private static final String HERE = "case";
  private static final String ARN = "arn";

  /** Where a resource is that does not say so. */
  private static final Place USUAL =
      new Place(
          Value.text("us-east-1", Origin.NOWHERE), Value.text("111122223333", Origin.NOWHERE));

  /** What is wrong with a test file. */
  private enum Fault implements Code {
    COMPARED_WITH_NOTHING("rule `%s` is compared with no other"),
    NO_VERDICT("a verdict is `pass`, `fail` or `unknown`"),
    NO_TYPE("`%s` has no known type"),
    UNKNOWN_EXISTENCE("unknown existence `%s`"),
    NO_PROPERTY("`%s` has no property `%s`"),
    NO_RESOURCE("the case has no resource `%s`"),
    NO_EVENT("rule `%s` has no event `%s`");

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    @Override
    public Message message() {
      return Message.error(CaseFile.ID, text);
    }
  }

  private final Catalog catalog;
  private final Rule rule;
  private final List<Diagnostic> problems = new ArrayList<>();

  /** A reader of cases for a rule. */
  public RuleCaseReader(Catalog catalog, Rule rule) {
    this.catalog = catalog;
    this.rule = rule;
  }

  /** The cases of a file. */
  public Outcome<List<RuleCase>> read(Node root) {
    MappingReader file = new MappingReader(root, CaseFile.ID, problems);
    file.allow(Set.of("rule", "base", "cases"));
    Map<String, Map<String, Node>> base = new LinkedHashMap<>();
    file.mapping("base").ifPresent(all -> merge(all, base));
    List<RuleCase> cases = new ArrayList<>();
    for (MappingReader one : file.mappings("cases")) {
      cases.add(readCase(one, base));
    }
    // What is wrong with the base is wrong with every case.
    return new Outcome<>(cases, problems.stream().distinct().toList());
  }

  private RuleCase readCase(MappingReader one, Map<String, Map<String, Node>> base) {
    one.allow(Set.of("name", "change", "remove", "expect"));
    Map<String, Map<String, Node>> resources = new LinkedHashMap<>();
    base.forEach((name, properties) -> resources.put(name, new LinkedHashMap<>(properties)));
    one.mapping("change").ifPresent(changes -> merge(changes, resources));
    check(resources);
    for (Node name : items(one.get("remove"))) {
      String removed = name.asString().orElse("");
      if (resources.remove(removed) == null) {
        say(Fault.NO_RESOURCE, name, resources.keySet(), removed, removed);
      }
    }
    List<Resource> given = new ArrayList<>();
    resources.forEach((name, properties) -> given.addAll(resources(name, properties, one)));
    MappingReader expect = one.mapping("expect").orElse(one);
    expect.allow(Set.of("verdict", "compared-with", "broken", "missing"));
    return new RuleCase(
        one.need("name"),
        given,
        verdict(expect, expect.need("verdict")),
        comparedWith(expect),
        expect.text("broken"),
        missing(expect),
        one.span());
  }

  private static List<Node> items(Optional<Node> list) {
    return list.flatMap(Node::asSequence).map(Node.Sequence::items).orElse(List.of());
  }

  /** Says that there is nothing of a name, and which may be meant. */
  private void say(
      Fault fault, Node place, Collection<String> known, String name, Object... arguments) {
    problems.add(fault.at(place.span(), arguments).withHelp(DidYouMean.help(name, known)));
  }

  /** What a case says of properties and references that there are not would never differ. */
  private void check(Map<String, Map<String, Node>> resources) {
    for (Map<String, Node> properties : resources.values()) {
      Optional<ResourceType> type = type(properties);
      properties.forEach(
          (property, value) -> {
            if (!CanonicalReader.OWN.contains(property)) {
              type.ifPresent(one -> known(one, property, value));
            }
            references(value, resources.keySet());
          });
    }
  }

  private void known(ResourceType type, String property, Node place) {
    if (!property.equals(ARN) && type.property(property).isEmpty()) {
      List<String> names = type.properties().stream().map(Property::name).toList();
      say(Fault.NO_PROPERTY, place, names, property, type.name(), property);
    }
  }

  private void references(Node node, Set<String> names) {
    CanonicalReader.reference(node)
        .ifPresent(
            reference -> {
              String name = reference.getKey();
              if (!names.contains(name)) {
                say(Fault.NO_RESOURCE, node, names, name, name);
              }
            });
    node.asSequence().ifPresent(all -> all.items().forEach(one -> references(one, names)));
    node.asMapping().ifPresent(all -> all.members().forEach(one -> references(one.value(), names)));
  }

  private Optional<ResourceType> type(Map<String, Node> properties) {
    return Optional.ofNullable(properties.get("type"))
        .flatMap(Node::asString)
        .flatMap(catalog::type);
  }

  private Optional<Verdict> comparedWith(MappingReader expect) {
    Optional<String> word = expect.text("compared-with");
    if (word.isPresent() && rule.comparedWith().isEmpty()) {
      expect.problem(Fault.COMPARED_WITH_NOTHING, expect.span(), rule.id());
    }
    return word.map(one -> verdict(expect, one));
  }

  private static Verdict verdict(MappingReader expect, String word) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.word().equals(word)) {
        return verdict;
      }
    }
    expect.problem(Fault.NO_VERDICT, expect.span());
    return Verdict.UNKNOWN;
  }

  private Optional<List<String>> missing(MappingReader expect) {
    if (expect.get("missing").isEmpty()) {
      return Optional.empty();
    }
    List<String> names = expect.texts("missing");
    List<String> events = rule.events().stream().map(Event::name).toList();
    for (Node name : items(expect.get("missing"))) {
      String event = name.asString().orElse("");
      if (!events.contains(event)) {
        say(Fault.NO_EVENT, name, events, event, rule.id(), event);
      }
    }
    return Optional.of(names.equals(List.of("all")) ? events : names);
  }

  private static void merge(MappingReader changes, Map<String, Map<String, Node>> into) {
    for (Node.Member member : changes.members()) {
      Map<String, Node> properties =
          into.computeIfAbsent(member.key(), any -> new LinkedHashMap<>());
      for (Node.Member property : changes.reader(member.value()).members()) {
        boolean unset =
            property.value().tag() == null
                && property.value().asScalar().filter(Node.Scalar::isNull).isPresent();
        if (unset) {
          properties.remove(property.key());
        } else {
          properties.put(property.key(), property.value());
        }
      }
    }
  }

  private List<Resource> resources(String name, Map<String, Node> properties, MappingReader file) {
    Optional<Node> named = Optional.ofNullable(properties.get("type"));
    Optional<ResourceType> type = type(properties);
    if (type.isEmpty()) {
      String typeName = named.flatMap(Node::asString).orElse("");
      problems.add(
          Fault.NO_TYPE
              .at(named.map(Node::span).orElse(file.span()), name)
              .withHelp(
                  DidYouMean.help(
                      typeName, catalog.types().stream().map(ResourceType::name).toList())));
      return List.of();
    }
    Existence existence =
        Optional.ofNullable(properties.get("existence"))
            .map(this::existence)
            .orElse(Existence.MANAGED);
    return new CanonicalReader(HERE)
        .read(name, type.get(), properties, existence, USUAL, file.span());
  }

  private Existence existence(Node node) {
    String word = node.asString().orElse("");
    for (Existence existence : Existence.values()) {
      if (existence.name().toLowerCase(Locale.ROOT).equals(word)) {
        return existence;
      }
    }
    List<String> known =
        Arrays.stream(Existence.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    problems.add(
        Fault.UNKNOWN_EXISTENCE.at(node.span(), word).withHelp(DidYouMean.help(word, known)));
    return Existence.MANAGED;
  }
}
