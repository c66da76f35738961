package io.trailproof.catalog.constraint;

/** What a value looks like, whatever it holds: CloudFormation turns no shape into another. */
public enum Shape {
  SCALAR("a single value"),
  LIST("a list"),
  OBJECT("a mapping");

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  /** With its article, for messages. */
  String words() {
    return words;
  }

  /** The shape of a type of JSON Schema. */
  static Shape of(String type) {
    return switch (type) {
      case "array" -> LIST;
      case "object" -> OBJECT;
      default -> SCALAR;
    };
  }
}
