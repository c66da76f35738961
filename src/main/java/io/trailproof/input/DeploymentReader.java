package io.trailproof.input;

import static java.util.stream.Collectors.toCollection;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Hypothesis;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.input.identity.Course;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the files of one deployment into its graphs: links may cross files. */
public final class DeploymentReader {
  private final Catalog catalog;
  private final Declared declared;
  private final Amendment amendment;

  /** A reader that knows what properties name which resources. */
  public DeploymentReader(Catalog catalog) {
    this(catalog, Declared.NONE);
  }

  /** The same for inputs beside which some resources are declared. */
  public DeploymentReader(Catalog catalog, Declared declared) {
    this(catalog, declared, Amendment.NONE);
  }

  /** The same for inputs that are changed in memory. */
  public DeploymentReader(Catalog catalog, Declared declared, Amendment amendment) {
    this.catalog = catalog;
    this.declared = declared;
    this.amendment = amendment;
  }

  /**
   * The graphs of some files. What stands in a file that cannot be read nobody knows, so it is a
   * gap in the graph and not nothing.
   *
   * @param files each with the format it was recognised as
   */
  public Outcome<DeploymentGraphs> read(Map<SourceFile, InputFormat> files, ReadSettings settings) {
    return read(files, List.of(), settings);
  }

  /**
   * The graphs of some files.
   *
   * @param files each with the format it was recognised as
   * @param unread the names of files of the deployment that could not even be recognised
   */
  public Outcome<DeploymentGraphs> read(
      Map<SourceFile, InputFormat> files, Collection<String> unread, ReadSettings settings) {
    Map<InputFormat, List<SourceFile>> byFormat = new LinkedHashMap<>();
    files.forEach(
        (file, format) -> byFormat.computeIfAbsent(format, any -> new ArrayList<>()).add(file));
    List<Reading> readings = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    byFormat.forEach(
        (format, some) -> {
          Outcome<Reading> reading = format.read(some, settings);
          diagnostics.addAll(reading.diagnostics());
          reading.value().ifPresent(readings::add);
        });
    List<Gap> unreadable = gaps(files.keySet(), unread, diagnostics, readings);
    return new Outcome<>(
        new DeploymentGraphs(
            graph(readings, unreadable),
            hypotheses(readings, unreadable),
            before(readings),
            readings.stream().flatMap(reading -> reading.sources().stream()).toList()),
        diagnostics);
  }

  private ResourceGraph graph(List<Reading> readings, List<Gap> unreadable) {
    List<Resource> joined =
        declared.joined(
            amendment.of(
                readings.stream().flatMap(reading -> reading.resources().stream()).toList()));
    List<Premises> all = new ArrayList<>();
    for (Reading reading : readings) {
      all.add(places(reading));
      all.add(reading.premises());
    }
    all.add(Premises.of(declared.premises(joined)));
    List<Gap> gaps = new ArrayList<>(unreadable);
    readings.forEach(reading -> gaps.addAll(reading.gaps()));
    return Outsiders.complete(
            catalog,
            joined,
            Course.of(readings.stream().map(Reading::course).toList()),
            List.copyOf(gaps))
        .restingOn(Premises.of(all));
  }

  /** Which resources are where the command line says. */
  private static Premises places(Reading reading) {
    Map<ResourceId, Premise> premises = new LinkedHashMap<>();
    reading
        .resources()
        .forEach(
            resource ->
                ReadSettings.premise(resource).ifPresent(one -> premises.put(resource.id(), one)));
    return Premises.of(premises);
  }

  /** Every way that one reading can turn out, beside the others as they are. */
  private List<Hypothesis<ResourceGraph>> hypotheses(List<Reading> readings, List<Gap> unreadable) {
    List<Reading> open =
        readings.stream().filter(reading -> !reading.hypotheses().isEmpty()).toList();
    if (open.size() != 1) {
      return List.of(); // none, or more than can be told apart: what is open says so itself
    }
    int place = readings.indexOf(open.get(0));
    return open.get(0).hypotheses().stream()
        .map(
            one -> {
              List<Reading> then = new ArrayList<>(readings);
              then.set(place, one.then());
              return new Hypothesis<>(one.when(), graph(then, unreadable));
            })
        .toList();
  }

  /** What is there before any plan is applied, if some plan tells. */
  private Optional<ResourceGraph> before(List<Reading> readings) {
    if (readings.stream().allMatch(reading -> reading.before().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        Outsiders.complete(
            catalog,
            declared.joined(
                readings.stream()
                    .flatMap(reading -> reading.before().orElse(reading.resources()).stream())
                    .toList()),
            Course.ALL_THERE,
            List.of()));
  }

  /** A file with an error of which nothing could be read hides what it holds. */
  private static List<Gap> gaps(
      Collection<SourceFile> files,
      Collection<String> unread,
      List<Diagnostic> diagnostics,
      List<Reading> readings) {
    Set<String> named = files.stream().map(SourceFile::name).collect(toCollection(TreeSet::new));
    Set<String> held =
        readings.stream()
            .flatMap(reading -> reading.resources().stream())
            .map(resource -> resource.id().input())
            .collect(toCollection(TreeSet::new));
    Set<String> broken =
        diagnostics.stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::input)
            .filter(named::contains)
            .filter(input -> !held.contains(input))
            .collect(toCollection(LinkedHashSet::new));
    Gap.Extent extent =
        broken.size() == named.size() ? Gap.Extent.EVERYTHING : Gap.Extent.MORE_RESOURCES;
    broken.addAll(unread);
    return broken.stream()
        .map(input -> new Gap(extent, "`" + input + "` could not be read", input, null))
        .toList();
  }
}
