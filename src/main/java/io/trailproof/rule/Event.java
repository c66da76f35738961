package io.trailproof.rule;

import java.util.Optional;

/**
 * A call that a rule wants to be told about.
 *
 * @param name what users see; the {@code eventName} where the event is a named call
 * @param source the {@code eventSource}, such as {@code iam.amazonaws.com}
 * @param pattern a partial record in the pattern language, where a name does not say it
 */
public record Event(String name, String source, Optional<String> pattern) {}
