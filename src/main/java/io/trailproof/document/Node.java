package io.trailproof.document;

import io.trailproof.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON or YAML value that remembers where it was written.
 *
 * <p>Closed, because JSON and YAML have no other shapes; {@code tag} is a YAML local tag such as
 * {@code !Sub}, or null.
 */
public sealed interface Node {
  /** The value itself, quotes included, key excluded. */
  Span span();

  /** The local tag as written, such as {@code !Ref}; null where there is none. */
  @Nullable String tag();

  /** Applies the function of the case at hand. */
  <R> R match(
      Function<Scalar, R> scalar, Function<Sequence, R> sequence, Function<Mapping, R> mapping);

  /** What a scalar was read as. */
  enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /**
   * A scalar.
   *
   * @param text the decoded text; for plain YAML scalars the source text, whatever it resolves to
   */
  record Scalar(Span span, Kind kind, String text, @Nullable String tag) implements Node {
    @Override
    public <R> R match(
        Function<Scalar, R> scalar, Function<Sequence, R> sequence, Function<Mapping, R> mapping) {
      return scalar.apply(this);
    }

    /** True for {@code null}, {@code ~} and the empty YAML value. */
    public boolean isNull() {
      return kind == Kind.NULL;
    }

    /** The place of a range of the decoded text, as near as the notation allows. */
    public Span part(int from, int to) {
      return ScalarPart.of(this, from, to);
    }
  }

  /** A list. */
  record Sequence(Span span, List<Node> items, @Nullable String tag) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public <R> R match(
        Function<Scalar, R> scalar, Function<Sequence, R> sequence, Function<Mapping, R> mapping) {
      return sequence.apply(this);
    }
  }

  /** An object: a list of members, so that duplicate keys stay visible. */
  record Mapping(Span span, List<Member> members, @Nullable String tag) implements Node {
    public Mapping {
      members = List.copyOf(members);
    }

    @Override
    public <R> R match(
        Function<Scalar, R> scalar, Function<Sequence, R> sequence, Function<Mapping, R> mapping) {
      return mapping.apply(this);
    }

    /** The member of a key; of duplicates the last, as JSON readers and CloudFormation take it. */
    public Optional<Member> member(String key) {
      for (int i = members.size() - 1; i >= 0; i--) {
        if (members.get(i).key().equals(key)) {
          return Optional.of(members.get(i));
        }
      }
      return Optional.empty();
    }

    /** The value of a key; of duplicates the last. */
    public Optional<Node> get(String key) {
      return member(key).map(Member::value);
    }
  }

  /** A key and its value. */
  record Member(Span keySpan, String key, Node value) {}

  /** This as a mapping, if it is one. */
  default Optional<Mapping> asMapping() {
    return this instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** This as a sequence, if it is one. */
  default Optional<Sequence> asSequence() {
    return this instanceof Sequence sequence ? Optional.of(sequence) : Optional.empty();
  }

  /** This as a scalar, if it is one. */
  default Optional<Scalar> asScalar() {
    return this instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The text of a string scalar. */
  default Optional<String> asString() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.STRING
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
