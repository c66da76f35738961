package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.input.ReadSettings;
import io.trailproof.report.Format;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code trailproof check}, after they made sense.
 *
 * @param config the file of declared resources; without it, the one where the program runs
 * @param parameterFiles files of CloudFormation parameters, which those in the settings win over
 */
record CheckOptions(
    List<String> inputs,
    Format format,
    Optional<String> output,
    boolean each,
    List<String> rules,
    Gate gate,
    Terminal.Colour colour,
    boolean quiet,
    boolean skipUnrecognised,
    ReadSettings settings,
    List<String> parameterFiles,
    Optional<String> config,
    NamedSources sources) {
  CheckOptions {
    inputs = List.copyOf(inputs);
    rules = List.copyOf(rules);
    parameterFiles = List.copyOf(parameterFiles);
  }
}
