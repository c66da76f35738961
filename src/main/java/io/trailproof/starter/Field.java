package io.trailproof.starter;

/** One property of a resource, or member of an object, by its name in a dialect. */
public record Field(String name, Term value) {
  /** One that is set to a known text. */
  static Field of(String name, String text) {
    return new Field(name, Term.words(text));
  }

  /** One that is set to anything. */
  static Field of(String name, Term value) {
    return new Field(name, value);
  }
}
