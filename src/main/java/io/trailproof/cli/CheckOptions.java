package io.trailproof.cli;

import io.trailproof.check.Gate;
import io.trailproof.input.ReadSettings;
import java.util.List;
import java.util.Optional;

/** The options of {@code trailproof check}, after they made sense. */
record CheckOptions(
    List<String> inputs,
    String format,
    Optional<String> output,
    boolean each,
    List<String> rules,
    Gate gate,
    Terminal.Colour colour,
    boolean quiet,
    boolean skipUnrecognised,
    ReadSettings settings,
    NamedSources sources) {}
