package io.trailproof.catalog.constraint;

import org.jspecify.annotations.Nullable;

/**
 * Where in the properties of a resource a value stands. It is put into words only where there is
 * something to say of the value.
 */
final class MemberPath {
  static final MemberPath TOP = new MemberPath("", "");

  private final @Nullable MemberPath above;
  private final String words;
  private final String bare;
  private final boolean item;

  /**
   * A path that begins here.
   *
   * @param words for messages, such as {@code Subscription[0].Endpoint}; empty for all of them
   * @param bare the same without the positions in lists, as the catalog writes it
   */
  MemberPath(String words, String bare) {
    this(null, words, bare, false);
  }

  private MemberPath(@Nullable MemberPath above, String words, String bare, boolean item) {
    this.above = above;
    this.words = words;
    this.bare = bare;
    this.item = item;
  }

  MemberPath member(String name) {
    return new MemberPath(this, name, name, false);
  }

  MemberPath item(int index) {
    return new MemberPath(this, "[" + index + "]", "", true);
  }

  private String words() {
    String before = above == null ? "" : above.words();
    return item || before.isEmpty() ? before + words : before + "." + words;
  }

  /** As the catalog writes it, without the positions in lists. */
  String bare() {
    String before = above == null ? "" : above.bare();
    return item || before.isEmpty() ? before + bare : before + "." + bare;
  }

  /** For messages, in backticks. */
  @Override
  public String toString() {
    String all = words();
    return all.isEmpty() ? "`Properties`" : "`" + all + "`";
  }
}
