package io.trailproof.input;

import static java.util.stream.Collectors.toCollection;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Outsiders;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns the files of one deployment into one graph: links may cross files. */
public final class DeploymentReader {
  private final Catalog catalog;

  /** A reader that knows what properties name which resources. */
  public DeploymentReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The graph of some files. What stands in a file that cannot be read nobody knows, so it is a gap
   * in the graph and not nothing.
   *
   * @param files each with the format it was recognised as
   */
  public Outcome<ResourceGraph> read(Map<SourceFile, InputFormat> files, ReadSettings settings) {
    return read(files, List.of(), settings);
  }

  /**
   * The graph of some files.
   *
   * @param files each with the format it was recognised as
   * @param unread the names of files of the deployment that could not even be recognised
   */
  public Outcome<ResourceGraph> read(
      Map<SourceFile, InputFormat> files, Collection<String> unread, ReadSettings settings) {
    Map<InputFormat, List<SourceFile>> byFormat = new LinkedHashMap<>();
    files.forEach(
        (file, format) -> byFormat.computeIfAbsent(format, any -> new ArrayList<>()).add(file));
    List<Resource> resources = new ArrayList<>();
    List<Resource> removed = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    byFormat.forEach(
        (format, some) -> {
          Outcome<Reading> reading = format.read(some, settings);
          diagnostics.addAll(reading.diagnostics());
          reading
              .value()
              .ifPresent(
                  read -> {
                    resources.addAll(read.resources());
                    removed.addAll(read.removed());
                    gaps.addAll(read.gaps());
                  });
        });
    gaps.addAll(gaps(files.keySet(), unread, diagnostics));
    return new Outcome<>(Outsiders.complete(catalog, resources, removed, gaps), diagnostics);
  }

  private static List<Gap> gaps(
      Collection<SourceFile> files, Collection<String> unread, List<Diagnostic> diagnostics) {
    Set<String> named = files.stream().map(SourceFile::name).collect(toCollection(TreeSet::new));
    Set<String> broken =
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::input)
            .filter(named::contains)
            .collect(toCollection(LinkedHashSet::new));
    Gap.Extent extent =
        broken.size() == named.size() ? Gap.Extent.EVERYTHING : Gap.Extent.MORE_RESOURCES;
    broken.addAll(unread);
    return broken.stream()
        .map(input -> new Gap(extent, "`" + input + "` could not be read", input, null))
        .toList();
  }
}
