package io.trailproof.input.cloudformation;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.BrokenJson;
import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.input.FormatOption;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Outline;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.hypothesis.Assumptions;
import io.trailproof.input.cloudformation.hypothesis.Hypotheses;
import io.trailproof.input.cloudformation.stack.Deployment;
import io.trailproof.input.cloudformation.template.ParameterFile;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.input.cloudformation.template.TemplateFiles;
import io.trailproof.input.cloudformation.template.TemplateGroups;
import io.trailproof.input.cloudformation.template.WithheldText;
import io.trailproof.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** CloudFormation templates in JSON and YAML. */
public final class CloudFormationFormat implements InputFormat {
  /** The name of the format. */
  public static final String ID = "cloudformation";

  /** Gives values of parameters. */
  public static final FormatOption PARAMETER =
      FormatOption.pairs(
          "--parameter", "KEY=VALUE", "a CloudFormation parameter; may be given several times");

  /** Names files with values of parameters. */
  public static final FormatOption PARAMETERS =
      FormatOption.texts(
          "--parameters",
          "FILE",
          "CloudFormation parameters as the AWS CLI, CodePipeline or Git sync takes them;"
              + " --parameter wins over them");

  /** What the user may say beside the files. */
  public static final List<FormatOption> OPTIONS = List.of(PARAMETER, PARAMETERS);

  private final Catalog catalog;
  private final Map<String, String> parameters;
  private final Function<List<Template>, TemplateFiles> beside;

  /** Reads the resource types of a catalog. */
  public CloudFormationFormat(Catalog catalog) {
    this(catalog, Map.of());
  }

  /** The same where the user gives some parameters. */
  public CloudFormationFormat(Catalog catalog, Map<String, String> parameters) {
    this(catalog, parameters, TemplateFiles::new);
  }

  private CloudFormationFormat(
      Catalog catalog,
      Map<String, String> parameters,
      Function<List<Template>, TemplateFiles> beside) {
    this.catalog = catalog;
    this.parameters = Map.copyOf(parameters);
    this.beside = beside;
  }

  /** The format of templates that are no files: nothing is looked for where their names point. */
  public static CloudFormationFormat alone(Catalog catalog) {
    return new CloudFormationFormat(catalog, Map.of(), TemplateFiles::alone);
  }

  /** The format as the user's options have it, and what there is to say of these. */
  public static Outcome<InputFormat> of(Catalog catalog, FormatOption.Given given) {
    Outcome<Map<String, String>> files = ParameterFile.readAll(given.textsOf(PARAMETERS));
    Map<String, String> all = new HashMap<>(files.value().orElse(Map.of()));
    all.putAll(given.pairsOf(PARAMETER));
    return new Outcome<>(new CloudFormationFormat(catalog, all), files.diagnostics());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean recognises(Outline outline) {
    return outline.root().has("AWSTemplateFormatVersion");
  }

  @Override
  public boolean recognises(Node.Mapping root) {
    return root.get("AWSTemplateFormatVersion").isPresent()
        || root.get("Resources")
            .flatMap(Node::asMapping)
            .filter(CloudFormationFormat::areResources)
            .isPresent();
  }

  @Override
  public boolean recognises(JsonStream document) throws BrokenJson {
    boolean[] found = {false};
    document.members(
        key -> {
          if (key.equals("Resources")) { // of several the last counts
            found[0] = document.isObject() && areResources(document);
          }
        });
    return found[0];
  }

  /** The same as {@link #areResources(Node.Mapping)}. */
  private static boolean areResources(JsonStream resources) throws BrokenJson {
    boolean[] isOne = {false};
    boolean[] isEmpty = {true};
    resources.members(
        name -> {
          isEmpty[0] = false;
          isOne[0] |= name.startsWith("Fn::");
          if (!isOne[0] && resources.isObject()) {
            resources.members(key -> isOne[0] |= key.equals("Type"));
          }
        });
    return isEmpty[0] || isOne[0];
  }

  /** Other tools have a `Resources` of their own; what is none for CloudFormation has no type. */
  private static boolean areResources(Node.Mapping resources) {
    return resources.members().isEmpty()
        || resources.members().stream()
            .anyMatch(
                one ->
                    one.key().startsWith("Fn::")
                        || one.value().asMapping().flatMap(all -> all.get("Type")).isPresent());
  }

  @Override
  public boolean isPart(SourceFile file) {
    return TemplateFiles.isPart(file);
  }

  @Override
  public Set<Path> takenIn(SourceFile file) {
    return TemplateFiles.takenIn(file);
  }

  @Override
  public List<List<SourceFile>> groups(List<SourceFile> files) {
    return TemplateGroups.of(files);
  }

  @Override
  public Set<String> commonNotes() {
    return Set.of(TemplateError.UNKNOWN_PARAMETER.message().id());
  }

  @Override
  public Outcome<Reading> read(List<SourceFile> files, ReadSettings settings) {
    Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    List<Template> templates = new ArrayList<>();
    for (SourceFile file : files) {
      Outcome<Template> outcome = Template.read(file);
      diagnostics.addAll(
          outcome.built() == null
              ? WithheldText.ofUnread(file, outcome.diagnostics())
              : outcome.diagnostics());
      outcome.value().ifPresent(templates::add);
    }
    TemplateFiles around = beside.apply(templates);
    Deployment deployment = new Deployment(catalog, settings, parameters, around);
    AssumedReading hypothesis = deployment.read(Assumptions.NONE);
    diagnostics.addAll(around.diagnostics());
    diagnostics.addAll(hypothesis.diagnostics());
    diagnostics.addAll(deployment.unknownParameters());
    Reading reading = hypothesis.found(Hypotheses.of(deployment::read, hypothesis));
    return new Outcome<>(reading, around.unquoted(diagnostics));
  }
}
