package io.trailproof.starter;

import java.util.List;
import java.util.stream.Stream;

/** What a property of a written resource is set to. */
public sealed interface Term {
  /** A text that is known. */
  record Words(String text) implements Term {}

  /** What stands without quotes in both dialects: a number, or true or false. */
  record Bare(String text) implements Term {}

  /**
   * Something of another resource, a variable or a parameter.
   *
   * @param path in Terraform a traversal, {@code aws_sns_topic.alerts.arn}; in CloudFormation a
   *     logical name, with an attribute after a dot: {@code Trail.Arn}
   */
  record Reference(String path) implements Term {}

  /**
   * A text with references in it.
   *
   * @param parts words and references
   */
  record Joined(List<Term> parts) implements Term {
    public Joined {
      parts =
          parts.stream()
              .flatMap(one -> one instanceof Joined more ? more.parts.stream() : Stream.of(one))
              .toList();
    }
  }

  /** A list. */
  record Items(List<Term> items) implements Term {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** An object. */
  record Fields(List<Field> fields) implements Term {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** A block of Terraform within another, which takes no sign of equality. */
  record Nested(Fields content) implements Term {}

  /** A known text. */
  static Term words(String text) {
    return new Words(text);
  }

  /** A number. */
  static Term number(int number) {
    return new Bare(Integer.toString(number));
  }

  /** A truth value, which both dialects write alike. */
  static Term truth(boolean is) {
    return new Bare(Boolean.toString(is));
  }

  /** Something of another resource. */
  static Term reference(String path) {
    return new Reference(path);
  }

  /** A text with references in it. */
  static Term joined(Term... parts) {
    return new Joined(List.of(parts));
  }

  /** A list. */
  static Term items(Term... items) {
    return new Items(List.of(items));
  }

  /** An object. */
  static Fields fields(Field... fields) {
    return new Fields(List.of(fields));
  }

  /** True for what has parts of its own to be laid out. */
  default boolean isDeep() {
    return this instanceof Fields || this instanceof Nested;
  }
}
