package io.trailproof.aws.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy document as a tree, before it is known to be one.
 *
 * <p>Sealed: these are the shapes of JSON, and what is not known of them.
 */
public sealed interface PolicyNode {

  /** A string or number, which may have holes. */
  record Text(PolicyText text) implements PolicyNode {
    @Override
    public Optional<PolicyText> asText() {
      return Optional.of(text);
    }
  }

  /** A boolean. */
  record Flag(boolean value) implements PolicyNode {
    @Override
    public Optional<PolicyText> asText() {
      return Optional.of(PolicyText.of(Boolean.toString(value)));
    }
  }

  /** A list. */
  record Items(List<PolicyNode> elements) implements PolicyNode {
    public Items {
      elements = List.copyOf(elements);
    }

    @Override
    public List<PolicyNode> asItems() {
      return elements;
    }
  }

  /** An object, its members in order. */
  record Fields(Map<String, PolicyNode> members) implements PolicyNode {
    public Fields {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public Optional<Map<String, PolicyNode>> asFields() {
      return Optional.of(members);
    }
  }

  /** Anything at all, because of {@code why}, such as "known only after apply". */
  record Unknown(String why) implements PolicyNode {
    @Override
    public Optional<String> doubt() {
      return Optional.of(why);
    }
  }

  static PolicyNode text(String text) {
    return new Text(PolicyText.of(text));
  }

  /** The text, if it is one. */
  default Optional<PolicyText> asText() {
    return Optional.empty();
  }

  /** The members, if it is an object. */
  default Optional<Map<String, PolicyNode>> asFields() {
    return Optional.empty();
  }

  /** The elements; it is the only one itself if it is no list, as policies allow everywhere. */
  default List<PolicyNode> asItems() {
    return List.of(this);
  }

  /** Why it is not known, if it is not. */
  default Optional<String> doubt() {
    return Optional.empty();
  }
}
