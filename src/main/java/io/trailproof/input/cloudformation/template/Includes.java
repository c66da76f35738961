package io.trailproof.input.cloudformation.template;

import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes out {@code AWS::Include} where it takes a file beside the template. */
public final class Includes {
  private static final String INCLUDE = "AWS::Include";

  private final Template template;
  private final TemplateFiles files;

  private Includes(Template template, TemplateFiles files) {
    this.template = template;
    this.files = files;
  }

  /** The template with what it includes from its own folder; what it takes elsewhere stays. */
  static Template in(Template template, TemplateFiles files) {
    if (!mayStandIn(template.file())) {
      return template;
    }
    Includes includes = new Includes(template, files);
    return includes
        .node(includes.atTop(template.root()))
        .asMapping()
        .map(template::with)
        .orElse(template);
  }

  /** False if a file certainly includes nothing. */
  static boolean mayStandIn(SourceFile file) {
    return file.text().contains(INCLUDE);
  }

  /** Where an include takes its text from, if the argument of a transform is one. */
  public static Optional<String> location(Node transform) {
    Node one =
        transform
            .asSequence()
            .filter(list -> list.items().size() == 1)
            .map(list -> list.items().get(0))
            .orElse(transform);
    return one.asMapping()
        .filter(
            body -> body.get("Name").flatMap(Node::asString).filter(INCLUDE::equals).isPresent())
        .flatMap(body -> body.get("Parameters"))
        .flatMap(Node::asMapping)
        .flatMap(parameters -> parameters.get("Location"))
        .flatMap(Node::asScalar)
        .filter(scalar -> scalar.tag() == null)
        .map(Node.Scalar::text);
  }

  private Optional<Node> included(Node transform) {
    return location(transform)
        .filter(location -> !location.contains("://"))
        .flatMap(location -> files.snippet(template.file(), location));
  }

  /** The sections that the {@code Transform} section brings. */
  private Node.Mapping atTop(Node.Mapping root) {
    Optional<Node.Member> section = root.member("Transform");
    if (section.isEmpty()) {
      return root;
    }
    List<Node> kept = new ArrayList<>();
    Node.Mapping merged = root;
    Node value = section.get().value();
    for (Node transform :
        value.asSequence().map(Node.Sequence::items).orElseGet(() -> List.of(value))) {
      Optional<Node.Mapping> more =
          included(transform).flatMap(Node::asMapping).flatMap(merging(merged)::with);
      if (more.isPresent()) {
        merged = more.get();
      } else {
        kept.add(transform);
      }
    }
    List<Node.Member> members = new ArrayList<>();
    for (Node.Member member : merged.members()) {
      if (!member.equals(section.get())) {
        members.add(member);
      } else if (!kept.isEmpty()) {
        Node rest = new Node.Sequence(value.span(), kept, null);
        members.add(new Node.Member(member.keySpan(), member.key(), rest));
      }
    }
    return new Node.Mapping(root.span(), members, root.tag());
  }

  private Node node(Node node) {
    Optional<Call> call =
        node.tag() == null ? Optional.empty() : Call.of(node).filter(Includes::isTransform);
    if (call.isPresent()) {
      return included(call.get().argument()).orElse(node);
    }
    return node.match(
        scalar -> scalar,
        list ->
            new Node.Sequence(
                list.span(), list.items().stream().map(this::node).toList(), list.tag()),
        this::mapping);
  }

  private static boolean isTransform(Call call) {
    return call.name().equals(Call.TRANSFORM);
  }

  private Node mapping(Node.Mapping mapping) {
    Optional<Node.Member> transform = mapping.member(Call.TRANSFORM);
    Optional<Node> snippet = transform.flatMap(member -> included(member.value()));
    if (snippet.isPresent() && mapping.members().size() == 1) {
      return snippet.get();
    }
    List<Node.Member> members = new ArrayList<>();
    for (Node.Member member : mapping.members()) {
      boolean macro = member.key().equals(Call.TRANSFORM);
      members.add(
          macro ? member : new Node.Member(member.keySpan(), member.key(), node(member.value())));
    }
    Node.Mapping rest = new Node.Mapping(mapping.span(), members, mapping.tag());
    return snippet
        .flatMap(Node::asMapping)
        .flatMap(merging(without(rest, Call.TRANSFORM))::with)
        .orElse(rest);
  }

  private static Node.Mapping without(Node.Mapping mapping, String key) {
    return new Node.Mapping(
        mapping.span(),
        mapping.members().stream().filter(member -> !member.key().equals(key)).toList(),
        mapping.tag());
  }

  private static Merging merging(Node.Mapping into) {
    return new Merging(into);
  }

  /** Adds members to a mapping, unless a key would stand there twice: which counts is not told. */
  private record Merging(Node.Mapping into) {
    Optional<Node.Mapping> with(Node.Mapping more) {
      Set<String> keys = new HashSet<>();
      into.members().forEach(member -> keys.add(member.key()));
      if (more.members().stream().anyMatch(member -> keys.contains(member.key()))) {
        return Optional.empty();
      }
      List<Node.Member> members = new ArrayList<>(into.members());
      members.addAll(more.members());
      return Optional.of(new Node.Mapping(into.span(), members, into.tag()));
    }
  }
}
