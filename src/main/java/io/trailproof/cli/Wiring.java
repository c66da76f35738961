package io.trailproof.cli;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.OwnTypes;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.FormatOption;
import io.trailproof.input.InputFormat;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.cloudformation.EmbeddedTemplates;
import io.trailproof.input.configuration.StatedDeployment;
import io.trailproof.input.terraform.TerraformFormat;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RuleReader;
import io.trailproof.rule.choice.RuleChoice;
import io.trailproof.rule.own.OwnFiles;
import io.trailproof.rule.own.OwnFolder;
import io.trailproof.rule.own.OwnRules;
import io.trailproof.rule.predicate.Predicates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names every implementation: formats and predicates. */
class Wiring {
  private Catalog catalog = BundledCatalog.read();
  private RuleReader reader = new RuleReader(catalog, Predicates.ALL);
  private List<Rule> rules = List.of();
  private List<Rule> rulesByDefault = List.of();

  /** How many deployments are judged at once. */
  int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The bundled types, and those of own files once {@link #ownRules} has read these. */
  Catalog catalog() {
    return catalog;
  }

  /** The options of the input formats. */
  static List<FormatOption> formatOptions() {
    return Stream.of(TerraformFormat.OPTIONS, CloudFormationFormat.OPTIONS)
        .flatMap(List::stream)
        .toList();
  }

  /** The input formats as the user's options have them; the first that fits a file reads it. */
  Outcome<List<InputFormat>> formats(FormatOption.Given given) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<InputFormat> formats = new ArrayList<>();
    for (Outcome<InputFormat> format :
        List.of(
            TerraformFormat.of(catalog, given, new EmbeddedTemplates(catalog)),
            CloudFormationFormat.of(catalog, given))) {
      format.value().ifPresent(formats::add);
      diagnostics.addAll(format.diagnostics());
    }
    return new Outcome<>(formats, diagnostics);
  }

  /** The options of the formats for a deployment that a configuration states. */
  static FormatOption.Given given(FormatOption.Given all, StatedDeployment one) {
    return all.with(TerraformFormat.SOURCE, one.sources())
        .with(CloudFormationFormat.PARAMETERS, one.parameterFiles())
        .with(CloudFormationFormat.PARAMETER, one.parameters());
  }

  /** The bundled rules, which are read once. */
  List<Rule> rules() {
    if (rules.isEmpty()) {
      rules = BundledRules.read(reader);
    }
    return rules;
  }

  /** Those of them that are on by default, where a run asks for no others. */
  List<Rule> rulesByDefault() {
    if (rulesByDefault.isEmpty()) {
      rulesByDefault = BundledRules.readOn(Predicates.ALL);
    }
    return rulesByDefault;
  }

  /** The rules that there are, to choose among. */
  RuleChoice choice(List<Rule> all) {
    rules();
    return new RuleChoice(all, reader.frameworks(), reader.formerly());
  }

  /**
   * Those of some folders, which may name what the bundled ones have; to be read once, before
   * anything that asks for the catalog.
   */
  OwnRules ownRules(List<OwnFolder> folders) {
    OwnFiles files = OwnFiles.open(folders);
    if (!files.catalogs().isEmpty()) {
      Outcome<Catalog> own = OwnTypes.over(catalog, files.catalogs());
      if (own.value().isEmpty()) {
        return files.without(own.diagnostics());
      }
      catalog = own.value().get();
      reader = new RuleReader(catalog, Predicates.ALL);
      rules = List.of();
    }
    rules();
    return folders.isEmpty() ? OwnRules.NONE : OwnRules.read(reader, files);
  }
}
