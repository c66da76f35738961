package io.trailproof.input.cloudformation;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.StackTemplates;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.stack.Deployment;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateFiles;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Templates that stand as text in an input of another format. */
public final class EmbeddedTemplates implements StackTemplates {
  private final Catalog catalog;

  public EmbeddedTemplates(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<Outcome<Made>> read(SourceFile file, Stack stack) {
    Outcome<Template> template = Template.read(file);
    if (template.value().isEmpty()) {
      return Optional.empty();
    }
    TemplateFiles files = new TemplateFiles(List.of(template.value().get()));
    Deployment.Embedded embedded = Deployment.embedded(catalog, files, stack);
    AssumedReading reading = embedded.reading();
    List<Diagnostic> diagnostics = new ArrayList<>(template.diagnostics());
    diagnostics.addAll(files.diagnostics());
    diagnostics.addAll(reading.diagnostics());
    return Optional.of(
        new Outcome<>(new Made(reading.found(List.of()), embedded.outputs()), diagnostics));
  }
}
