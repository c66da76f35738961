package io.trailproof.graph;

import io.trailproof.diagnostic.Assumed;
import java.util.Optional;

/**
 * Something that the values of a resource rest on and that its input does not show.
 *
 * @param kind what is taken to be so, whatever it is taken of
 * @param message one line, in the words of a diagnostic
 * @param value what the message ends with where it may be shown, in backticks already
 * @param about the input or resource it is about
 * @param reach which verdicts rest on it
 */
public record Premise(
    Assumed kind, String message, Optional<String> value, String about, Reach reach) {

  /** Which verdicts a premise of a resource matters to. */
  public enum Reach {
    /** Those for which the resource may have been looked at. */
    LOOKED_AT,
    /** Proofs on whose path the resource is, or that rest on what belongs to the path. */
    PROOF
  }

  /** A premise that shows no value and matters to whatever the resource is looked at for. */
  public Premise(Assumed kind, String message, String about) {
    this(kind, message, Optional.empty(), about, Reach.LOOKED_AT);
  }

  /** A short name, such as {@code sources-of-plan}. */
  public String code() {
    return kind.code();
  }

  /** The message, with the value if that tells nothing that must not be shown. */
  public String words(Secrets secrets) {
    return value
        .filter(text -> !secrets.areIn(text))
        .map(text -> message + " " + text)
        .orElse(message);
  }
}
