package io.trailproof.input;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Outsiders;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the files of one deployment into one graph: links may cross files. */
public final class DeploymentReader {
  private final Catalog catalog;

  /** A reader that knows what properties name which resources. */
  public DeploymentReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The graph of some files.
   *
   * @param files each with the format it was recognised as
   */
  public Outcome<ResourceGraph> read(Map<SourceFile, InputFormat> files, ReadSettings settings) {
    Map<InputFormat, List<SourceFile>> byFormat = new LinkedHashMap<>();
    files.forEach(
        (file, format) -> byFormat.computeIfAbsent(format, any -> new ArrayList<>()).add(file));
    List<Resource> resources = new ArrayList<>();
    List<Resource> removed = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Map<ResourceId, Premise> premises = new LinkedHashMap<>();
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
                    premises.putAll(read.premises());
                  });
        });
    ResourceGraph graph = Outsiders.complete(catalog, resources, removed, gaps);
    return new Outcome<>(graph.restingOn(premises), diagnostics);
  }
}
