package io.trailproof.starter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log group that there is already.
 *
 * @param arn where it is, if that was said
 */
public record ExistingGroup(String name, Optional<String> arn) {
  private static final Pattern ARN =
      Pattern.compile(
          "(arn:[a-z-]+:logs:[a-z0-9-]+:\\d{12}:log-group:([\\w./#-]{1,512}))(?::\\*)?");

  private static final Pattern NAME = Pattern.compile("[\\w./#-]{1,512}");

  /** The group of an ARN, with or without {@code :*}, or of a name; empty for what is neither. */
  public static Optional<ExistingGroup> of(String text) {
    Matcher arn = ARN.matcher(text);
    if (arn.matches()) {
      return Optional.of(new ExistingGroup(arn.group(2), Optional.of(arn.group(1))));
    }
    return NAME.matcher(text).matches()
        ? Optional.of(new ExistingGroup(text, Optional.empty()))
        : Optional.empty();
  }
}
