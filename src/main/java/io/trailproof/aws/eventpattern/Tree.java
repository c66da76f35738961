package io.trailproof.aws.eventpattern;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as far as it is known: a pattern, or an event that stands for all of its kind.
 *
 * <p>Sealed: these are the shapes of JSON, and two ways of not knowing one.
 */
public sealed interface Tree {

  /** A string. */
  record Text(String text) implements Tree {}

  /** A number. */
  record Numeral(BigDecimal number) implements Tree {}

  /** A boolean. */
  record Flag(boolean flag) implements Tree {}

  /** {@code null}. */
  record Null() implements Tree {}

  /** A list. */
  record Items(List<Tree> items) implements Tree {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * An object.
   *
   * @param complete whether it certainly has no other members
   */
  record Members(Map<String, Tree> members, boolean complete) implements Tree {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    Optional<Tree> get(String name) {
      return Optional.ofNullable(members.get(name));
    }
  }

  /** Anything, or nothing at all. */
  record Unknown() implements Tree {}

  /**
   * Something else in every event, so that hardly any condition holds for all of them.
   *
   * @param always whether every event has it
   */
  record Varies(boolean always) implements Tree {}

  static Tree text(String text) {
    return new Text(text);
  }

  static Tree flag(boolean flag) {
    return new Flag(flag);
  }

  static Tree unknown() {
    return new Unknown();
  }

  /** The text, if it is one. */
  default Optional<String> asText() {
    return this instanceof Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** The elements; a value that is no list is its own only one. */
  default List<Tree> asItems() {
    return this instanceof Items list ? list.items() : List.of(this);
  }
}
