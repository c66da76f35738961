package io.trailproof.catalog.constraint;

/**
 * Where in the properties of a resource a value stands.
 *
 * @param words for messages, such as {@code Subscription[0].Endpoint}; empty for all of them
 * @param bare the same without the positions in lists, as the catalog writes it
 */
record MemberPath(String words, String bare) {
  static final MemberPath TOP = new MemberPath("", "");

  MemberPath member(String name) {
    return words.isEmpty()
        ? new MemberPath(name, name)
        : new MemberPath(words + "." + name, bare + "." + name);
  }

  MemberPath item(int index) {
    return new MemberPath(words + "[" + index + "]", bare);
  }

  /** In backticks. */
  @Override
  public String toString() {
    return words.isEmpty() ? "`Properties`" : "`" + words + "`";
  }
}
