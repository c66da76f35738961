package io.trailproof.document;

import io.trailproof.diagnostic.Code;
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
  private final String id;
  private final List<Diagnostic> problems;

  /**
   * A reader of a node that should be a mapping.
   *
   * @param id the id of its diagnostics, such as {@code invalid-rule}
   */
  public MappingReader(Node node, String id, List<Diagnostic> problems) {
    this.node = node;
    this.id = id;
    this.problems = problems;
    if (node.asMapping().isEmpty()) {
      say(DocumentError.NO_MAPPING, node.span());
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
      say(DocumentError.NO_SINGLE_VALUE, value.get().span(), key);
    }
    return value.flatMap(Node::asScalar).filter(scalar -> !scalar.isNull()).map(Node.Scalar::text);
  }

  /** The text of a scalar that must be there; empty text after saying that it is not. */
  public String need(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() && get(key).isEmpty()) {
      say(DocumentError.MISSING_KEY, node.span(), key);
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
                say(DocumentError.NO_LIST, value.span(), key);
              }
              value
                  .asSequence()
                  .ifPresent(list -> list.items().forEach(one -> readers.add(reader(one))));
            });
    return readers;
  }

  /** A reader of another node of the same file. */
  public MappingReader reader(Node other) {
    return new MappingReader(other, id, problems);
  }

  /** Says of every key that is not known what it may have meant. */
  public void allow(Set<String> known) {
    for (Node.Member member : members()) {
      if (!known.contains(member.key())) {
        problems.add(
            DocumentError.UNKNOWN_KEY
                .at(member.keySpan(), member.key())
                .under(id)
                .withHelp(DidYouMean.help(member.key(), known)));
      }
    }
  }

  /** Says what is wrong at a place. */
  public void problem(Code code, Span span, Object... arguments) {
    problems.add(code.at(span, arguments));
  }

  /** Says it as it stands. */
  public void problem(Diagnostic diagnostic) {
    problems.add(diagnostic);
  }

  private void say(DocumentError error, Span span, Object... arguments) {
    problems.add(error.at(span, arguments).under(id));
  }

  /** The place of the whole mapping. */
  public Span span() {
    return node.span();
  }
}
