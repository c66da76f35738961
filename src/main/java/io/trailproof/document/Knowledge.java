package io.trailproof.document;

import io.trailproof.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out when trailproof was built, in named sections, of which only those are read
 * that are asked for. They are constants of a class, so that a start opens no file to read them.
 *
 * <p>A constant holds 65,535 bytes at most, so a section is one or several parts: its name, for all
 * but the first with a number behind it; {@link #MORE} or {@link #LAST}; and what a {@link
 * PackedWriter} wrote. Parts are found by the hash of their name. The section without a name lists
 * the others.
 */
public final class Knowledge {
  /** What follows the name of a part after which there is another one. */
  public static final char MORE = '\n';

  /** What follows the name of the last part of a section. */
  public static final char LAST = '\t';

  private final IntFunction<@Nullable String> parts;

  private Knowledge(IntFunction<@Nullable String> parts) {
    this.parts = parts;
  }

  /** The packed one. */
  private static final class Packed {
    private static final Knowledge ALL = new Knowledge(KnowledgeParts::part);
  }

  /** One of other parts, by the hashes of their names. */
  public static Knowledge of(IntFunction<@Nullable String> parts) {
    return new Knowledge(parts);
  }

  /** The one that is packed among the classes. */
  public static Knowledge packed() {
    return Packed.ALL;
  }

  /** A section of one tree, by its name. */
  public Optional<Json> section(String name) {
    PackedReader reader = find(name);
    return reader == null ? Optional.empty() : Optional.of(reader.tree());
  }

  /** A section of anything else. */
  public Optional<PackedReader> values(String name) {
    return Optional.ofNullable(find(name));
  }

  /** The names of all sections, in order. */
  public List<String> sections() {
    return values("").orElseThrow().texts();
  }

  /** What the part is called that follows so many of a section. */
  public static String part(String section, int number) {
    return number == 0 ? section : section + ' ' + number;
  }

  private @Nullable PackedReader find(String name) {
    String first = parts.apply(name.hashCode());
    if (first == null || !isOf(name, first)) {
      return null;
    }
    int begin = name.length();
    if (first.charAt(begin) == LAST) {
      return new PackedReader(first, begin + 1);
    }
    StringBuilder whole = new StringBuilder();
    String part = first;
    for (int number = 1; part.charAt(begin) == MORE; number++) {
      whole.append(part, begin + 1, part.length());
      String next = part(name, number);
      part = parts.apply(next.hashCode());
      begin = next.length();
      if (part == null) {
        throw new IllegalStateException("cut off: " + name);
      }
    }
    return new PackedReader(whole.append(part, begin + 1, part.length()).toString(), 0);
  }

  private static boolean isOf(String name, String part) {
    if (!part.startsWith(name) || part.length() == name.length()) {
      return false;
    }
    char next = part.charAt(name.length());
    return next == LAST || next == MORE;
  }
}
