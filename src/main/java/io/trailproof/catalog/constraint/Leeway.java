package io.trailproof.catalog.constraint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the service and the schemas of the registry differ, as the catalog says: what formats stand
 * for, which lists and limits AWS widens, and where a handler takes more than its schema.
 *
 * @param formats the formats by their names
 * @param growing the properties, as {@code TYPE/Path.to.it}, of which values and limits are added;
 *     {@code TYPE/*} for all of a type
 * @param lax the keywords of their schema that the handlers of properties do not mind
 */
public record Leeway(
    Map<String, Format> formats, Set<String> growing, Map<String, Set<String>> lax) {
  /** None at all. */
  public static final Leeway NONE = new Leeway(Map.of(), Set.of(), Map.of());

  /** What AWS adds values or room to. */
  private static final Set<String> WIDENED =
      Set.of("enum", "maximum", "maxItems", "maxUniqueItems", "maxLength");

  /**
   * A format that a schema names after a type.
   *
   * @param words what it is, with its article
   * @param regex what a text holds that is one
   */
  public record Format(String words, String regex) {}

  public Leeway {
    formats = Map.copyOf(formats);
    growing = Set.copyOf(growing);
    lax = Map.copyOf(lax);
  }

  /** This and more. */
  public Leeway and(Leeway more) {
    Map<String, Format> allFormats = new HashMap<>(formats);
    allFormats.putAll(more.formats);
    Set<String> allGrowing = new HashSet<>(growing);
    allGrowing.addAll(more.growing);
    Map<String, Set<String>> allLax = new HashMap<>(lax);
    allLax.putAll(more.lax);
    return new Leeway(allFormats, allGrowing, allLax);
  }

  Optional<Format> format(String name) {
    return Optional.ofNullable(formats.get(name));
  }

  /** True if AWS may allow more of a property today than its schema did. */
  boolean isGrowing(String type, String path, String keyword) {
    return WIDENED.contains(keyword)
        && (growing.contains(type + "/" + path) || growing.contains(type + "/*"));
  }

  /** True if the service does not mind what a keyword forbids. */
  boolean isLax(String type, String path, String keyword) {
    return lax.getOrDefault(type + "/" + path, Set.of()).contains(keyword);
  }
}
