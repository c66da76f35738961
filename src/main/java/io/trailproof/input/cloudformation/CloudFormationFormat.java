package io.trailproof.input.cloudformation;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Resource;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Outline;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
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

  /** The code of the note on a parameter that the user gives and no template has. */
  public static final String UNKNOWN_PARAMETER = "unknown-parameter";

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
    World world = deployment.world(Assumptions.NONE);
    List<Resource> resources = deployment.read(world);
    diagnostics.addAll(beside.diagnostics());
    diagnostics.addAll(world.diagnostics());
    diagnostics.addAll(deployment.unknownParameters());
    Reading reading =
        new Reading(
            resources,
            List.of(),
            Optional.empty(),
            List.copyOf(world.gaps()),
            Variants.of(deployment, world),
            world.grounds());
    return new Outcome<>(reading, List.copyOf(diagnostics));
  }
}
