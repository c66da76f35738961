package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.input.FormatOption;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.opening.Selection;
import io.trailproof.report.Format;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code trailproof check}, after they made sense.
 *
 * @param ways the ways that count beside those that controls ask for
 * @param config the configuration that counts; without it, the one where the program runs
 * @param noConfig true if none counts
 * @param given the options that belong to formats
 */
record CheckOptions(
    Selection.Request request,
    Format format,
    Optional<String> output,
    List<String> rules,
    List<String> ways,
    Gate gate,
    Terminal.Colour colour,
    boolean quiet,
    ReadSettings settings,
    Optional<String> config,
    boolean noConfig,
    FormatOption.Given given) {
  CheckOptions {
    rules = List.copyOf(rules);
    ways = List.copyOf(ways);
  }
}
