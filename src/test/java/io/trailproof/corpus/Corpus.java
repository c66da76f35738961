package io.trailproof.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.check.Checker;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.opening.Recogniser;
import io.trailproof.input.terraform.TerraformFormat;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the corpus and checks one of its files. */
public final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Catalog catalog = BundledCatalog.read();
  private final Rule rule =
      BundledRules.read(catalog, Predicates.ALL).stream()
          .filter(one -> one.id().equals("iam-policy-changes"))
          .findFirst()
          .orElseThrow();
  private final Recogniser recogniser = recogniser(Map.of());

  private Recogniser recogniser(Map<String, String> parameters) {
    return new Recogniser(
        List.of(new TerraformFormat(catalog), new CloudFormationFormat(catalog, parameters)));
  }

  /** The folder of the corpus; empty on a machine that lacks it. */
  public static Optional<Path> folder() {
    String named = System.getenv("TRAILPROOF_CORPUS");
    Path folder =
        named == null
            ? Path.of(System.getProperty("trailproof.root", ".")).resolve("../shared/corpus")
            : Path.of(named);
    return Files.isDirectory(folder) ? Optional.of(folder.normalize()) : Optional.empty();
  }

  /** The folders that hold plain plans and states, each in a folder of its own. */
  static final List<String> PLANS = List.of("terraform", "terraform-modules");

  /** The plans and states of {@link #PLANS}, in order; none on a machine that lacks the corpus. */
  public static List<Path> plans() {
    return folder().stream()
        .flatMap(corpus -> PLANS.stream().map(corpus::resolve))
        .flatMap(part -> folders(part).stream())
        .flatMap(one -> Stream.of(one.resolve("plan.json"), one.resolve("state.json")))
        .filter(Files::exists)
        .toList();
  }

  /** A JSON file of the corpus. */
  static JsonNode json(Path path) {
    try {
      return JSON.readTree(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of a folder, by name. */
  static List<Path> folders(Path folder) {
    try (var children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalog catalog() {
    return catalog;
  }

  Rule rule() {
    return rule;
  }

  /** What comes of a file; the diagnostics where it cannot be read. */
  Outcome<RuleResult> check(Path path, ReadSettings settings) {
    Outcome<DeploymentGraphs> graph = graph(path, settings);
    return new Outcome<>(
        graph.value().map(read -> new Checker(catalog).check(rule, read)).orElse(null),
        graph.diagnostics());
  }

  /** The resources of a file; the diagnostics where it cannot be read. */
  Outcome<DeploymentGraphs> graph(Path path, ReadSettings settings) {
    return graph(path, settings, recogniser);
  }

  /** The resources of a template with some parameters. */
  Outcome<DeploymentGraphs> graph(Path path, Map<String, String> parameters) {
    return graph(path, ReadSettings.NONE, recogniser(parameters));
  }

  private Outcome<DeploymentGraphs> graph(Path path, ReadSettings settings, Recogniser formats) {
    try {
      Outcome<DeploymentGraphs> graph =
          graph(SourceFile.open(path.toString(), path), settings, formats);
      return graph.diagnostics().stream().anyMatch(Diagnostic::isError)
          ? new Outcome<>(null, graph.diagnostics())
          : graph;
    } catch (UnreadableSource e) {
      throw new AssertionError(path + ": " + e.reason(), e);
    }
  }

  /** What can be read of a file, whatever is wrong with it. */
  Outcome<DeploymentGraphs> graph(SourceFile file, ReadSettings settings) {
    return graph(file, settings, recogniser);
  }

  private Outcome<DeploymentGraphs> graph(
      SourceFile file, ReadSettings settings, Recogniser formats) {
    Outcome<InputFormat> format = formats.format(file);
    return format.value().isEmpty()
        ? new Outcome<>(null, format.diagnostics())
        : new DeploymentReader(catalog).read(Map.of(file, format.value().orElseThrow()), settings);
  }
}
