package io.trailproof.rule;

import io.trailproof.catalog.CanonicalReader;
import io.trailproof.catalog.Catalog;
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
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Where a resource is that does not say so. */
  private static final Place USUAL =
      new Place(
          Value.text("us-east-1", Origin.NOWHERE), Value.text("111122223333", Origin.NOWHERE));

  /** What is wrong with a test file. */
  private enum Fault implements Code {
    COMPARED_WITH_NOTHING("rule `%s` is compared with no other"),
    NO_VERDICT("a verdict is `pass`, `fail` or `unknown`"),
    NO_TYPE("`%s` has no known type"),
    UNKNOWN_EXISTENCE("unknown existence `%s`");

    static final String ID = "invalid-test";

    private final String text;

    Fault(String text) {
      this.text = text;
    }

    @Override
    public Message message() {
      return Message.error(ID, text);
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
    MappingReader file = new MappingReader(root, Fault.ID, problems);
    file.allow(Set.of("rule", "base", "cases"));
    Map<String, Map<String, Node>> base = new LinkedHashMap<>();
    file.mapping("base").ifPresent(all -> merge(all, base));
    List<RuleCase> cases = new ArrayList<>();
    for (MappingReader one : file.mappings("cases")) {
      cases.add(readCase(one, base));
    }
    return new Outcome<>(cases, problems);
  }

  private RuleCase readCase(MappingReader one, Map<String, Map<String, Node>> base) {
    one.allow(Set.of("name", "change", "remove", "expect"));
    Map<String, Map<String, Node>> resources = new LinkedHashMap<>();
    base.forEach((name, properties) -> resources.put(name, new LinkedHashMap<>(properties)));
    one.mapping("change").ifPresent(changes -> merge(changes, resources));
    one.texts("remove").forEach(resources::remove);
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
    return Optional.of(
        names.equals(List.of("all"))
            ? rule.events().stream().map(event -> event.name()).toList()
            : names);
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
    String typeName =
        Optional.ofNullable(properties.get("type")).flatMap(Node::asString).orElse("");
    Optional<ResourceType> type = catalog.type(typeName);
    if (type.isEmpty()) {
      problems.add(
          Fault.NO_TYPE
              .at(file.span(), name)
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
