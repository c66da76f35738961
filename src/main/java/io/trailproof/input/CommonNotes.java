package io.trailproof.input;

import io.trailproof.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Notes that hold only if every deployment with files of their format has them, such as that there
 * is no parameter of a name: they are kept back until all deployments are read.
 */
public final class CommonNotes {
  private final Map<String, Integer> deployments = new HashMap<>();
  private final Map<String, List<Diagnostic>> held = new LinkedHashMap<>();

  /** What reading a deployment had to say, but for the notes that others may not have. */
  public List<Diagnostic> without(Collection<InputFormat> formats, List<Diagnostic> said) {
    for (InputFormat format : new LinkedHashSet<>(formats)) {
      format.commonNotes().forEach(code -> deployments.merge(code, 1, Integer::sum));
    }
    List<Diagnostic> rest = new ArrayList<>();
    for (Diagnostic one : said) {
      if (deployments.containsKey(one.code())) {
        held.computeIfAbsent(one.message(), any -> new ArrayList<>()).add(one);
      } else {
        rest.add(one);
      }
    }
    return rest;
  }

  /** The notes that every deployment has. */
  public List<Diagnostic> all() {
    return held.values().stream()
        .filter(each -> each.size() == deployments.getOrDefault(each.get(0).code(), 0))
        .map(each -> each.get(0))
        .toList();
  }
}
