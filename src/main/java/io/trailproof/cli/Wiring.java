package io.trailproof.cli;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.input.InputFormat;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.terraform.TerraformFormat;
import io.trailproof.input.terraform.sources.SourceTree;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.predicate.Predicates;
import java.util.List;

/** Names every implementation: formats and predicates. */
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
}
