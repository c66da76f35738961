package io.trailproof.input.cloudformation;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Outline;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.cloudformation.hypothesis.Assumptions;
import io.trailproof.input.cloudformation.hypothesis.Hypothesis;
import io.trailproof.input.cloudformation.hypothesis.Variants;
import io.trailproof.input.cloudformation.stack.Deployment;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateFiles;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CloudFormation templates in JSON and YAML. */
public final class CloudFormationFormat implements InputFormat {
  /** The name of the format. */
  public static final String ID = "cloudformation";

  private final Catalog catalog;

  /** Reads the resource types of a catalog. */
  public CloudFormationFormat(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean recognises(Outline outline) {
    return outline.has("AWSTemplateFormatVersion")
        || (outline.has("Resources") && outline.members().getOrDefault("Resources", "").isEmpty());
  }

  @Override
  public boolean isPart(SourceFile file) {
    return TemplateFiles.isPart(file);
  }

  @Override
  public Outcome<Reading> read(List<SourceFile> files, ReadSettings settings) {
    Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    List<Template> templates = new ArrayList<>();
    for (SourceFile file : files) {
      Outcome<Template> outcome = Template.read(file);
      diagnostics.addAll(outcome.diagnostics());
      outcome.value().ifPresent(templates::add);
    }
    TemplateFiles beside = new TemplateFiles(templates);
    Deployment deployment = new Deployment(catalog, settings, beside);
    Hypothesis hypothesis = deployment.read(Assumptions.NONE);
    diagnostics.addAll(beside.diagnostics());
    diagnostics.addAll(hypothesis.diagnostics());
    diagnostics.addAll(deployment.unknownParameters());
    Reading reading =
        new Reading(
            hypothesis.resources(),
            List.of(),
            Optional.empty(),
            List.copyOf(hypothesis.gaps()),
            Variants.of(deployment::read, hypothesis),
            hypothesis.grounds());
    return new Outcome<>(reading, List.copyOf(diagnostics));
  }
}
