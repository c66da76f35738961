package io.trailproof.input;

import java.util.Map;

/**
 * The first members of a document's root, enough to recognise it by.
 *
 * @param json true if the document is JSON, false if YAML
 * @param members keys of the root mapping to the text of scalar values; containers map to ""
 */
public record Outline(boolean json, Map<String, String> members) {
  /** True if the root has this key. */
  public boolean has(String key) {
    return members.containsKey(key);
  }
}
