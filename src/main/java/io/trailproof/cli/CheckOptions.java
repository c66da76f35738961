package io.trailproof.cli;

import io.trailproof.check.result.Gate;
import io.trailproof.input.FormatOption;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.opening.Selection;
import io.trailproof.report.Format;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The options of {@code trailproof check}, after they made sense.
 *
 * @param rules ids of rules, and globs of ids
 * @param controls words for controls, whose rules are checked
 * @param ruleFolders folders of own rules, which go before those of the configuration
 * @param ways the ways that count beside those that controls ask for
 * @param reports what is written, and where
 * @param config the configuration that counts; without it, the one where the program runs
 * @param noConfig true if none counts
 * @param today the day by which it is told what has ended, by UTC
 * @param before the folder where the inputs lie as they were before
 * @param strict true if nothing is assumed
 * @param timings true if it is told where the time went
 * @param stated what the caller says of the run, in the order given
 * @param given the options that belong to formats
 */
record CheckOptions(
    Selection.Request request,
    List<ReportTarget> reports,
    List<String> rules,
    List<String> controls,
    List<String> ruleFolders,
    List<String> ways,
    Gate gate,
    Terminal.Colour colour,
    boolean quiet,
    ReadSettings settings,
    Optional<String> config,
    boolean noConfig,
    Supplier<LocalDate> today,
    Optional<String> before,
    boolean strict,
    boolean timings,
    Map<String, String> stated,
    FormatOption.Given given) {
  CheckOptions {
    reports = List.copyOf(reports);
    rules = List.copyOf(rules);
    controls = List.copyOf(controls);
    ruleFolders = List.copyOf(ruleFolders);
    stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
    ways = List.copyOf(ways);
  }

  /** True if the one report is of lines to standard output, each of which can go at once. */
  boolean goesLineByLine() {
    return reports.size() == 1
        && reports.get(0).format() == Format.JSONL
        && reports.get(0).file().isEmpty();
  }
}
