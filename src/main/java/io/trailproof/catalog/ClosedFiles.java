package io.trailproof.catalog;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of {@code rules/closed}, which say of the types of the catalog what their properties do
 * that no predicate reads. They are read when trailproof is built, and what comes of them is
 * packed.
 */
public final class ClosedFiles {
  private final Map<String, Closing> closings = new LinkedHashMap<>();
  private final Set<String> identityOnly = new LinkedHashSet<>();
  private final Map<String, String> silencing = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /** Adds what a file says. */
  public void read(Node file) {
    MappingReader reader = new MappingReader(file, CatalogError.ID, problems);
    reader.allow(Set.of("service", "closed", "identity_only", "silencing_types"));
    identityOnly.addAll(reader.texts("identity_only"));
    reader
        .mapping("silencing_types")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        why ->
                            all.texts(why.key()).forEach(type -> silencing.put(type, why.key()))));
    reader
        .mapping("closed")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        one -> closings.put(one.key(), Closing.words(all.reader(one.value())))));
  }

  /** What is wrong with the files. */
  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** The types of which only what tells one object from another counts. */
  public Set<String> identityOnly() {
    return Collections.unmodifiableSet(identityOnly);
  }

  /** The types outside of the catalog that may silence what they refer to, with the fact. */
  public Map<String, String> silencing() {
    return Collections.unmodifiableMap(silencing);
  }

  /** The paths that a type's words name, by dialect; of a type that is not in the files none. */
  public Map<Dialect, Map<String, List<String>>> words(String type) {
    Map<Dialect, Map<String, List<String>>> paths = new EnumMap<>(Dialect.class);
    closings
        .getOrDefault(type, Closing.OPEN)
        .words()
        .forEach(
            (dialect, words) ->
                words.forEach(
                    (word, written) ->
                        paths
                            .computeIfAbsent(dialect, any -> new LinkedHashMap<>())
                            .put(word, written.stream().map(Silence::path).toList())));
    return paths;
  }

  /** The names of the types that are closed. */
  public Set<String> closed() {
    return closings.keySet();
  }

  /** The classifications of all spellings of the closed types of a catalog, by spelling. */
  public Map<String, Classification> classify(Catalog catalog) {
    Catalog.Draft draft = new Catalog.Draft(Closing.OPEN);
    draft.add(
        catalog.types().stream()
            .map(type -> type.closed(closings.getOrDefault(type.name(), Closing.OPEN), draft))
            .toList());
    Map<String, Classification> bySpelling = new LinkedHashMap<>();
    for (ResourceType type : draft.finish().types()) {
      for (Binding binding : type.bindings()) {
        if (binding.dialect() != Dialect.CANONICAL) {
          binding.classification().ifPresent(known -> bySpelling.put(binding.spelling(), known));
        }
      }
    }
    return bySpelling;
  }
}
