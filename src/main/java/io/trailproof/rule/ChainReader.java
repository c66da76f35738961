package io.trailproof.rule;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads chain files and checks every name in them against the catalog and the predicates. */
final class ChainReader {
  private static final Set<String> LINK_KEYS =
      Set.of("type", "title", "particular", "from", "to", "join", "missing", "require");
  private static final Set<String> REQUIREMENT_KEYS =
      Set.of(
          "id", "of", "facts", "property", "equals", "holds", "with", "message", "help", "shared");

  private final Catalog catalog;
  private final Map<String, Predicate> predicates;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<String, ChainLink> links = new LinkedHashMap<>();

  ChainReader(Catalog catalog, Map<String, Predicate> predicates) {
    this.catalog = catalog;
    this.predicates = predicates;
  }

  Outcome<Chain> read(Node root) {
    MappingReader file = new MappingReader(root, RuleError.CHAIN, problems);
    file.allow(Set.of("chain", "way", "title", "description", "links"));
    String id = file.need("chain");
    String way = file.need("way");
    file.mapping("links")
        .ifPresent(
            all -> all.members().forEach(member -> link(member.key(), all.reader(member.value()))));
    return new Outcome<>(
        new Chain(
            id,
            way,
            file.text("title").orElse(way.replace('-', ' ')),
            file.text("description").orElse("").strip(),
            List.copyOf(links.values())),
        problems);
  }

  private void link(String name, MappingReader link) {
    link.allow(LINK_KEYS);
    List<ResourceType> types = types(link);
    Optional<ChainLink> previous = links.values().stream().reduce((first, second) -> second);
    String title = link.text("title").orElse(types.isEmpty() ? name : types.get(0).title());
    Requirement missing = missing(name, title, link, types);
    Relation relation = relation(link, types, previous, missing);
    links.put(
        name,
        new ChainLink(
            name,
            title,
            types.stream().map(ResourceType::name).toList(),
            types.stream().map(one -> one.equals(types.get(0)) ? title : one.title()).toList(),
            particular(link),
            relation,
            missing,
            unfit(link, missing),
            requirements(link, "require", types)));
  }

  private List<ResourceType> types(MappingReader link) {
    List<ResourceType> types = new ArrayList<>();
    for (String name : link.texts("type")) {
      catalog
          .type(name)
          .ifPresentOrElse(
              types::add,
              () ->
                  problems.add(
                      RuleError.UNKNOWN_TYPE
                          .at(link.span(), name)
                          .withHelp(
                              DidYouMean.help(
                                  name,
                                  catalog.types().stream().map(ResourceType::name).toList()))));
    }
    return types;
  }

  /** `true` where the type tells; else a predicate of the resource. */
  private Optional<Condition> particular(MappingReader link) {
    Optional<String> word = link.text("particular").filter(text -> !text.equals("false"));
    return word.flatMap(
        text -> text.equals("true") ? Optional.of(new Condition.Said()) : named(link, text));
  }

  private static Optional<Requirement> unfit(MappingReader link, Requirement missing) {
    return link.mapping("missing")
        .flatMap(one -> one.text("unfit"))
        .map(text -> Requirement.said(missing.id(), text, missing.help(), missing.facts()));
  }

  private Requirement missing(
      String name, String title, MappingReader link, List<ResourceType> types) {
    Optional<MappingReader> missing = link.mapping("missing");
    missing.ifPresent(one -> one.allow(Set.of("id", "facts", "message", "unfit", "holds", "help")));
    return new Requirement(
        missing.map(one -> one.need("id")).orElse(name),
        missing
            .filter(one -> one.text("holds").isPresent())
            .flatMap(one -> bare(one, types))
            .orElseGet(Condition.Said::new),
        missing.map(one -> one.need("message")).orElse("there is no " + title),
        missing.map(one -> one.texts("help")).orElse(List.of()),
        List.of(),
        missing.map(one -> one.texts("facts")).orElse(List.of()));
  }

  private Relation relation(
      MappingReader link,
      List<ResourceType> types,
      Optional<ChainLink> previous,
      Requirement missing) {
    Optional<String> from = link.text("from");
    Optional<String> to = link.text("to");
    if (from.isPresent()) {
      return from(link, from.get(), previous, missing);
    }
    if (to.isPresent()) {
      return to(link, to.get(), types, previous, missing);
    }
    if (link.get("join").isPresent()) {
      return new Relation.Join(requirements(link, "join", types));
    }
    if (previous.isPresent()) {
      link.problem(RuleError.UNRELATED_LINK, link.span());
    }
    return new Relation.Start();
  }

  private Relation from(
      MappingReader link, String from, Optional<ChainLink> previous, Requirement missing) {
    int dot = from.indexOf('.');
    String before = dot < 0 ? from : from.substring(0, dot);
    String property = dot < 0 ? "" : from.substring(dot + 1);
    if (previous.isEmpty() || !previous.get().name().equals(before)) {
      link.problem(RuleError.FROM, link.span());
      return new Relation.Start();
    }
    for (String type : previous.get().types()) {
      catalog.type(type).ifPresent(known -> knownProperty(link, known, property));
    }
    return new Relation.From(property, missing);
  }

  private static Relation to(
      MappingReader link,
      String to,
      List<ResourceType> types,
      Optional<ChainLink> previous,
      Requirement missing) {
    if (previous.isEmpty() || !previous.get().name().equals(to) || types.isEmpty()) {
      link.problem(RuleError.TO, link.span());
      return new Relation.Start();
    }
    if (previous.get().types().isEmpty()) {
      return new Relation.Start(); // that its type is unknown is said already
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (ResourceType type : types) {
      type.linkTo(previous.get().types().get(0))
          .ifPresent(property -> properties.put(type.name(), property.name()));
    }
    if (!properties.containsKey(types.get(0).name())) {
      link.problem(RuleError.NO_LINK, link.span(), types.get(0).name(), to);
      return new Relation.Start();
    }
    return new Relation.To(properties, missing);
  }

  private void knownProperty(MappingReader at, ResourceType type, String property) {
    if (type.property(property).isEmpty()) {
      problems.add(
          RuleError.NO_PROPERTY
              .at(at.span(), type.name(), property)
              .withHelp(
                  DidYouMean.help(
                      property, type.properties().stream().map(Property::name).toList())));
    }
  }

  private List<Requirement> requirements(MappingReader link, String key, List<ResourceType> types) {
    List<Requirement> requirements = new ArrayList<>();
    if (link.get(key).isPresent()) {
      for (MappingReader one : link.mappings(key)) {
        one.allow(REQUIREMENT_KEYS);
        condition(one, types)
            .ifPresent(
                condition ->
                    requirements.add(
                        new Requirement(
                            one.need("id"),
                            condition,
                            one.need("message"),
                            one.texts("help"),
                            one.texts("shared"),
                            one.texts("facts"))));
      }
    }
    return requirements;
  }

  /** A condition on every type of the link, or on those that `of` names. */
  private Optional<Condition> condition(MappingReader requirement, List<ResourceType> types) {
    List<String> named = requirement.texts("of");
    if (named.isEmpty()) {
      return bare(requirement, types);
    }
    List<String> known = types.stream().map(ResourceType::name).toList();
    for (String name : named) {
      if (!known.contains(name)) {
        problems.add(
            RuleError.NO_TYPE_OF_LINK
                .at(requirement.span(), name)
                .withHelp(DidYouMean.help(name, known)));
      }
    }
    return bare(requirement, types.stream().filter(type -> named.contains(type.name())).toList())
        .map(condition -> new Condition.OfType(named, condition));
  }

  /** What stands below `with`, held against what the predicate takes. */
  private Map<String, String> arguments(MappingReader requirement, Predicate predicate) {
    Map<String, String> arguments = new LinkedHashMap<>();
    Optional<MappingReader> with = requirement.mapping("with");
    with.ifPresent(
        all -> {
          all.allow(
              predicate.parameters().stream().map(Parameter::name).collect(Collectors.toSet()));
          all.members().forEach(member -> arguments.put(member.key(), all.need(member.key())));
        });
    for (Parameter parameter : predicate.parameters()) {
      String word = arguments.get(parameter.name());
      if (word == null) {
        if (parameter.needed()) {
          requirement.problem(
              RuleError.MISSING_ARGUMENT, requirement.span(), predicate.name(), parameter.name());
        }
      } else if (!parameter.takes(word) && !Blanks.isOne(word)) {
        Span span =
            with.flatMap(all -> all.get(parameter.name()))
                .map(Node::span)
                .orElse(requirement.span());
        Diagnostic unknown = RuleError.UNKNOWN_WORD.at(span, parameter.name(), word);
        problems.add(
            parameter.settable()
                ? unknown.withHelp("give whole seconds, as in 900")
                : unknown.withHelp(DidYouMean.help(word, parameter.words())));
      }
    }
    return arguments;
  }

  private Optional<Condition> bare(MappingReader requirement, List<ResourceType> types) {
    Optional<String> holds = requirement.text("holds");
    if (holds.isPresent()) {
      return named(requirement, holds.get());
    }
    String property = requirement.need("property");
    types.forEach(type -> knownProperty(requirement, type, property));
    List<String> values = requirement.texts("equals");
    if (values.isEmpty()) {
      requirement.problem(RuleError.NO_CONDITION, requirement.span());
    }
    return Optional.of(new Condition.Equals(property, values));
  }

  private Optional<Condition> named(MappingReader at, String name) {
    Predicate predicate = predicates.get(name);
    if (predicate == null) {
      problems.add(
          RuleError.UNKNOWN_PREDICATE
              .at(at.span(), name)
              .withHelp(DidYouMean.help(name, predicates.keySet())));
      return Optional.empty();
    }
    return Optional.of(new Condition.Holds(predicate, arguments(at, predicate)));
  }
}
