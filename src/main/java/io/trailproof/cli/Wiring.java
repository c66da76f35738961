package io.trailproof.cli;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.input.InputFormat;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.terraform.TerraformFormat;
import io.trailproof.input.terraform.sources.SourceTree;
import io.trailproof.report.JsonReport;
import io.trailproof.report.Reporter;
import io.trailproof.report.Style;
import io.trailproof.report.TextReport;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.predicate.Predicates;
import java.util.List;

/** Names every implementation: formats, reports, predicates. */
final class Wiring {
  private final Catalog catalog = BundledCatalog.read();

  Catalog catalog() {
    return catalog;
  }

  /** The input formats; the first that recognises a file reads it. */
  List<InputFormat> formats(List<SourceTree> sources) {
    return List.of(new TerraformFormat(catalog, sources), new CloudFormationFormat(catalog));
  }

  List<Rule> rules() {
    return BundledRules.read(catalog, Predicates.ALL);
  }

  Reporter reporter(String format, Style style, boolean quiet, int exitCode) {
    return switch (format) {
      case "json" -> new JsonReport(Version.current(), exitCode);
      default -> new TextReport(style, quiet);
    };
  }
}
