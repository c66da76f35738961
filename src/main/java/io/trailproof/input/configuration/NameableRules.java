package io.trailproof.input.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that a configuration may name.
 *
 * @param ways their ids, and of each the ways that it has beside the one that its controls ask for
 * @param areAll false if rules of its own folders could not be read, so that an id that is not
 *     among these may be that of one of them
 */
public record NameableRules(Map<String, List<String>> ways, boolean areAll) {
  public NameableRules {
    ways = new LinkedHashMap<>(ways); // in the order in which they are offered
  }
}
