package io.trailproof.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a document's root, as far as somebody has looked at it: enough to tell what it is.
 *
 * @param texts all keys seen, with the text of scalars; containers have ""
 * @param objects the keys that are known to hold an object
 * @param whole true if there is no other member, and the document is sound
 */
public record RootMembers(Map<String, String> texts, Set<String> objects, boolean whole) {
  /** Nothing was seen, and there may be anything. */
  public static final RootMembers NONE = new RootMembers(Map.of(), Set.of(), false);

  public RootMembers {
    // Views and no copies: a reader asks after every member whether it has seen enough.
    texts = Collections.unmodifiableMap(texts);
    objects = Collections.unmodifiableSet(objects);
  }

  /** Those of a document that was read whole; none of one that is no mapping. */
  public static RootMembers of(Node root) {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> objects = new LinkedHashSet<>();
    for (Node.Member member : root.asMapping().map(Node.Mapping::members).orElse(List.of())) {
      texts.put(member.key(), member.value().asScalar().map(Node.Scalar::text).orElse(""));
      member.value().asMapping().ifPresent(any -> objects.add(member.key()));
    }
    return new RootMembers(texts, objects, true);
  }

  /** True if the root has this key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** True if the root has all of these keys. */
  public boolean hasAll(String... keys) {
    return texts.keySet().containsAll(Set.of(keys));
  }

  /** How many of some keys the root has. */
  public long count(Set<String> keys) {
    return keys.stream().filter(texts::containsKey).count();
  }

  /** True if a key is known to hold an object. */
  public boolean isObject(String key) {
    return objects.contains(key);
  }

  /** The text of a member, if it is a scalar. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(texts.get(key)).filter(text -> !text.isEmpty());
  }
}
