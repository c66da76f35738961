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
import java.util.function.Function;

/** Templates that stand as text in an input of another format. */
public final class EmbeddedTemplates implements StackTemplates {
  private final Catalog catalog;
  private final Function<List<Template>, TemplateFiles> beside;

  /** Reads the resource types of a catalog. */
  public EmbeddedTemplates(Catalog catalog) {
    this(catalog, TemplateFiles::new);
  }

  private EmbeddedTemplates(Catalog catalog, Function<List<Template>, TemplateFiles> beside) {
    this.catalog = catalog;
    this.beside = beside;
  }

  /** The same of inputs beside which there are no files. */
  public static EmbeddedTemplates alone(Catalog catalog) {
    return new EmbeddedTemplates(catalog, TemplateFiles::alone);
  }

  @Override
  public Optional<Outcome<Made>> read(SourceFile file, Stack stack) {
    Outcome<Template> template = Template.read(file);
    if (template.value().isEmpty()) {
      return Optional.empty();
    }
    TemplateFiles files = beside.apply(List.of(template.value().get()));
    Deployment.Embedded embedded = Deployment.embedded(catalog, files, stack);
    AssumedReading reading = embedded.reading();
    List<Diagnostic> diagnostics = new ArrayList<>(template.diagnostics());
    diagnostics.addAll(files.diagnostics());
    diagnostics.addAll(reading.diagnostics());
    return Optional.of(
        new Outcome<>(
            new Made(reading.found(List.of()), embedded.outputs()), files.unquoted(diagnostics)));
  }
}
