package io.trailproof.input.declared;

import io.trailproof.catalog.CanonicalReader;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Kind;
import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the section {@code declared} of {@code trailproof.yaml}: resources that live elsewhere, in
 * the catalog's words (F15, F105).
 *
 * <p>What is declared is declared whole: a property that is not stated has its default or none, and
 * nothing belongs to the resource but what is declared as well.
 */
public final class DeclaredReader {
  private final Catalog catalog;
  private final ReadSettings settings;

  /** A reader that knows the types that can be declared. */
  public DeclaredReader(Catalog catalog, ReadSettings settings) {
    this.catalog = catalog;
    this.settings = settings;
  }

  /**
   * The resources that a section declares.
   *
   * @param input the name of the file
   * @param problems takes what is wrong with it
   */
  public List<Resource> read(String input, MappingReader declared, List<Diagnostic> problems) {
    return new Section(problems).resources(input, declared);
  }

  /** One reading. */
  private final class Section {
    private final List<Diagnostic> problems;

    Section(List<Diagnostic> problems) {
      this.problems = problems;
    }

    private List<Resource> resources(String input, MappingReader declared) {
      Map<String, ResourceType> types = new LinkedHashMap<>();
      for (Node.Member member : declared.members()) {
        type(member, declared).ifPresent(type -> types.put(member.key(), type));
      }
      List<Resource> resources = new ArrayList<>();
      for (Node.Member member : declared.members()) {
        ResourceType type = types.get(member.key());
        if (type != null) {
          checkProperties(type, declared.reader(member.value()));
          checkReferences(member.value(), types);
          Map<String, Node> written = new LinkedHashMap<>();
          declared
              .reader(member.value())
              .members()
              .forEach(one -> written.put(one.key(), one.value()));
          resources.addAll(
              new CanonicalReader(input)
                  .read(
                      member.key(), type, written, Existence.DECLARED, place(), member.keySpan()));
        }
      }
      return resources;
    }

    private Place place() {
      Value unknown = new Value.Unknown("is not declared", Origin.NOWHERE);
      return new Place(
          settings.givenRegion().orElse(unknown), settings.givenAccount().orElse(unknown));
    }

    private Optional<ResourceType> type(Node.Member member, MappingReader declared) {
      MappingReader resource = declared.reader(member.value());
      String name = resource.need("type");
      Optional<ResourceType> type = catalog.type(name);
      if (type.isEmpty() && !name.isEmpty()) {
        problems.add(
            DeclaredError.UNKNOWN_TYPE
                .at(resource.get("type").map(Node::span).orElse(resource.span()), name)
                .withHelp(
                    DidYouMean.help(
                        name, catalog.types().stream().map(ResourceType::name).toList())));
      }
      return type;
    }

    private void checkProperties(ResourceType type, MappingReader resource) {
      Set<String> known = new LinkedHashSet<>();
      type.properties().forEach(property -> known.add(property.name()));
      known.addAll(Set.of("type", "arn", "region", "account"));
      resource.allow(known);
      resource.get("arn").ifPresent(arn -> checkArn(type, arn));
      for (Node.Member member : resource.members()) {
        type.property(member.key()).ifPresent(property -> checkKind(property, member, resource));
      }
    }

    /** An ARN of something else would name the resource wrongly, or not at all. */
    private void checkArn(ResourceType type, Node arn) {
      Optional<String> text =
          arn.asScalar().filter(one -> one.tag() == null).map(Node.Scalar::text);
      boolean isItsOwn =
          text.flatMap(one -> Arn.parse(Value.text(one, Origin.NOWHERE)))
              .filter(type::mayHave)
              .isPresent();
      if (text.isPresent() && type.arn().isPresent() && !isItsOwn) {
        problems.add(
            DeclaredError.NOT_ITS_ARN.at(
                arn.span(), type.name(), type.arn().orElseThrow().written()));
      }
    }

    private void checkKind(Property property, Node.Member member, MappingReader resource) {
      Node value = member.value();
      boolean plain =
          value.tag() == null && value.asScalar().filter(one -> !one.isNull()).isPresent();
      if (!plain) {
        return;
      }
      Node.Kind kind = value.asScalar().orElseThrow().kind();
      if (property.kind() == Kind.BOOLEAN && kind != Node.Kind.BOOLEAN) {
        resource.problem(DeclaredError.NO_FLAG, value.span(), member.key());
      }
      if (property.kind() == Kind.NUMBER && kind != Node.Kind.NUMBER) {
        resource.problem(DeclaredError.NO_NUMBER, value.span(), member.key());
      }
    }

    /** A name that nothing is declared under would never be the same as anything. */
    private void checkReferences(Node node, Map<String, ResourceType> types) {
      CanonicalReader.reference(node).ifPresent(one -> checkReference(node, one, types));
      node.asSequence().ifPresent(all -> all.items().forEach(one -> checkReferences(one, types)));
      node.asMapping()
          .ifPresent(all -> all.members().forEach(one -> checkReferences(one.value(), types)));
    }

    private void checkReference(
        Node node, Map.Entry<String, String> reference, Map<String, ResourceType> types) {
      ResourceType type = types.get(reference.getKey());
      String attribute = reference.getValue();
      if (type == null) {
        problems.add(
            DeclaredError.NOTHING_DECLARED
                .at(node.span(), reference.getKey())
                .withHelp(DidYouMean.help(reference.getKey(), types.keySet())));
      } else if (!attribute.equals("arn") && type.property(attribute).isEmpty()) {
        problems.add(
            DeclaredError.NO_PROPERTY
                .at(node.span(), type.name(), attribute)
                .withHelp(
                    DidYouMean.help(
                        attribute, type.properties().stream().map(Property::name).toList())));
      }
    }
  }
}
