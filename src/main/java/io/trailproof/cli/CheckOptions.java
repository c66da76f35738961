package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.input.FormatOption;
import io.trailproof.input.ReadSettings;
import io.trailproof.report.Format;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code trailproof check}, after they made sense.
 *
 * @param config the file of declared resources; without it, the one where the program runs
 * @param given the options that belong to formats
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
    Optional<String> config,
    FormatOption.Given given) {
  CheckOptions {
    inputs = List.copyOf(inputs);
    rules = List.copyOf(rules);
  }
}
