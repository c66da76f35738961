package io.trailproof.catalog;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks the resources of one spelling of a type with what they set and the catalog does not let
 * pass.
 */
record ClosedMarks(Classification known, String spelling, Given given) {
  /** What a resource carries as that the catalog does not classify. */
  static final String UNCLASSIFIED = "unclassified";

  /** What a resource carries as that may silence. */
  static final String SILENCING = "silencing";

  /**
   * A resource, marked.
   *
   * @param inside where other resources are written inside it, which are marked themselves
   */
  Resource mark(Resource resource, Value.Fields raw, List<String> inside) {
    List<Setting> settings = new ArrayList<>(known.unclassified(raw));
    settings.removeIf(
        one -> inside.stream().anyMatch(at -> (one.path() + ".").startsWith(at + ".")));
    return marked(resource, settings);
  }

  /** A resource that is written inside another one, at a path of that. */
  Resource markWithin(Resource resource, String at, Value item) {
    return marked(resource, known.unclassified(at, item));
  }

  private Resource marked(Resource resource, List<Setting> settings) {
    List<Setting> set = settings.stream().filter(given::isSet).toList();
    Resource newer =
        with(resource, UNCLASSIFIED, set, false, "is newer than this version of trailproof");
    return with(newer, SILENCING, set, true, "may silence it, and how is not worked out");
  }

  private Resource with(
      Resource resource, String property, List<Setting> set, boolean silences, String why) {
    List<Value> reasons = new ArrayList<>();
    for (Setting setting : set) {
      if (setting.silences() == silences) {
        reasons.add(
            new Value.Unknown(
                "`" + spelling + "." + setting.path() + "` " + why, setting.value().origin()));
      }
    }
    return reasons.isEmpty()
        ? resource
        : resource.with(property, new Value.Items(reasons, reasons.get(0).origin()));
  }
}
