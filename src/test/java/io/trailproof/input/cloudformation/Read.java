package io.trailproof.input.cloudformation;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Map;

/** Templates read for a test. */
public record Read(Reading reading, List<Diagnostic> diagnostics) {
  private static final Catalog CATALOG = BundledCatalog.read();

  public static Read template(String text) {
    return files(ReadSettings.NONE, SourceFile.ofText("t.yaml", text));
  }

  public static Read template(Map<String, String> parameters, String text) {
    return read(
        new CloudFormationFormat(CATALOG, parameters),
        ReadSettings.NONE,
        SourceFile.ofText("t.yaml", text));
  }

  public static Read files(ReadSettings settings, SourceFile... files) {
    return read(new CloudFormationFormat(CATALOG), settings, files);
  }

  private static Read read(
      CloudFormationFormat format, ReadSettings settings, SourceFile... files) {
    Outcome<Reading> outcome = format.read(List.of(files), settings);
    return new Read(outcome.value().orElseThrow(), outcome.diagnostics());
  }

  /**
   * A topic whose display of functions is its name.
   *
   * @param name the YAML of the name
   */
  public static Read named(String sections, String name) {
    return template(
        sections
            + "\n"
            + "Resources:\n"
            + "  Topic:\n"
            + "    Type: AWS::SNS::Topic\n"
            + "    Properties:\n"
            + "      TopicName: "
            + name
            + "\n  Group: {Type: AWS::Logs::LogGroup}\n");
  }

  public Resource resource(String address) {
    return reading.resources().stream()
        .filter(resource -> resource.address().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + address + " in " + reading.resources()));
  }

  public List<String> addresses() {
    return reading.resources().stream().map(Resource::address).toList();
  }

  public Value name() {
    return resource("Topic").property("name");
  }

  /** The name in words, a choice as all its candidates. */
  public String nameInWords() {
    Value name = name();
    return name instanceof Value.Choice choice
        ? choice.candidates().stream().map(Rendering::words).toList().toString()
        : name instanceof Value.Unknown unknown ? "? " + unknown.why() : Rendering.words(name);
  }

  public List<String> problems() {
    return diagnostics.stream()
        .map(d -> d.code() + " " + (d.primary() == null ? "" : d.primary().span().text()))
        .toList();
  }
}
