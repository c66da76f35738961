package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the members of one mapping of a file in a format of ours, and says what is wrong with it.
 *
 * <p>All readers of one file share a list of problems, so that a file is read to its end.
 */
public final class MappingReader {
  private final Node node;
  private final String code;
  private final List<Diagnostic> problems;

  /**
   * A reader of a node that should be a mapping.
   *
   * @param code the code of its diagnostics, such as {@code invalid-rule}
   */
  public MappingReader(Node node, String code, List<Diagnostic> problems) {
    this.node = node;
    this.code = code;
    this.problems = problems;
    if (node.asMapping().isEmpty()) {
      problem("expected a mapping", node.span());
    }
  }

  /** The members in their order; none if the node is no mapping. */
  public List<Node.Member> members() {
    return node.asMapping().map(Node.Mapping::members).orElse(List.of());
  }

  /** The value of a key. */
  public Optional<Node> get(String key) {
    return node.asMapping().flatMap(mapping -> mapping.get(key));
  }

  /** The text of a scalar. */
  public Optional<String> text(String key) {
    Optional<Node> value = get(key);
    if (value.isPresent() && value.get().asScalar().isEmpty()) {
      problem("`" + key + "` must be a single value", value.get().span());
    }
    return value.flatMap(Node::asScalar).filter(scalar -> !scalar.isNull()).map(Node.Scalar::text);
  }

  /** The text of a scalar that must be there; empty text after saying that it is not. */
  public String need(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() && get(key).isEmpty()) {
      problem("`" + key + "` is missing", node.span());
    }
    return text.orElse("");
  }

  /** The texts of a list of scalars, or of a lone one. */
  public List<String> texts(String key) {
    return get(key)
        .map(
            value ->
                value.asSequence().map(Node.Sequence::items).orElse(List.of(value)).stream()
                    .flatMap(item -> item.asScalar().stream())
                    .map(Node.Scalar::text)
                    .toList())
        .orElse(List.of());
  }

  /** A mapping below a key. */
  public Optional<MappingReader> mapping(String key) {
    return get(key).map(this::reader);
  }

  /** The mappings of a list below a key. */
  public List<MappingReader> mappings(String key) {
    List<MappingReader> readers = new ArrayList<>();
    get(key)
        .ifPresent(
            value -> {
              if (value.asSequence().isEmpty()) {
                problem("`" + key + "` must be a list", value.span());
              }
              value
                  .asSequence()
                  .ifPresent(list -> list.items().forEach(one -> readers.add(reader(one))));
            });
    return readers;
  }

  /** A reader of another node of the same file. */
  public MappingReader reader(Node other) {
    return new MappingReader(other, code, problems);
  }

  /** Says of every key that is not known what it may have meant. */
  public void allow(Set<String> known) {
    for (Node.Member member : members()) {
      if (!known.contains(member.key())) {
        problems.add(
            Diagnostic.error(
                code,
                "unknown key `" + member.key() + "`",
                member.keySpan(),
                DidYouMean.help(member.key(), known)));
      }
    }
  }

  /** Says what is wrong at a place. */
  public void problem(String message, Span span, String... help) {
    problems.add(Diagnostic.error(code, message, span, help));
  }

  /** The place of the whole mapping. */
  public Span span() {
    return node.span();
  }
}
