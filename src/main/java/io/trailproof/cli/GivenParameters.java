package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFormat;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.cloudformation.template.ParameterFile;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The CloudFormation parameters that the user gives, from the command line and from files. */
final class GivenParameters {
  private final ReadSettings settings;
  private final Map<String, String> fromFiles = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<String, List<Diagnostic>> unknown = new LinkedHashMap<>();
  private int templates;

  GivenParameters(ReadSettings settings) {
    this.settings = settings;
  }

  /** Takes the parameters of a file; of two files the later wins. */
  void add(String name) {
    try {
      Outcome<Map<String, String>> read = ParameterFile.read(SourceFile.open(name, Path.of(name)));
      diagnostics.addAll(read.diagnostics());
      read.value().ifPresent(fromFiles::putAll);
    } catch (UnreadableSource e) {
      diagnostics.add(Inputs.unreadable(name, e));
    } catch (InvalidPathException e) {
      diagnostics.add(Diagnostic.errorWithoutPlace("unreadable-input", "not a path", name));
    }
  }

  /** What reading the files had to say. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The settings with all parameters; those of the command line win. */
  ReadSettings settings() {
    Map<String, String> all = new HashMap<>(fromFiles);
    all.putAll(settings.parameters());
    return new ReadSettings(settings.region(), settings.account(), all);
  }

  /**
   * What reading a deployment had to say, but for the parameters it lacks: others may have them.
   */
  List<Diagnostic> known(Inputs.Deployment deployment, List<Diagnostic> said) {
    if (deployment.files().values().stream()
        .map(InputFormat::id)
        .anyMatch(CloudFormationFormat.ID::equals)) {
      templates++;
    }
    List<Diagnostic> rest = new ArrayList<>();
    for (Diagnostic one : said) {
      if (one.code().equals(TemplateError.UNKNOWN_PARAMETER.message().id())) {
        unknown.computeIfAbsent(one.message(), any -> new ArrayList<>()).add(one);
      } else {
        rest.add(one);
      }
    }
    return rest;
  }

  /** The parameters that no deployment has. */
  List<Diagnostic> unknown() {
    return unknown.values().stream()
        .filter(each -> each.size() == templates)
        .map(each -> each.get(0))
        .toList();
  }
}
