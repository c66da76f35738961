package io.trailproof.aws.filterpattern.insight;

import java.util.Locale;

/**
 * Something about a pattern that a person would want to be told.
 *
 * @param help what to write instead; empty if there is nothing to do
 */
public record PatternNote(Code code, String message, int start, int end, String help) {
  /** The kinds of note; their ids are part of the output. */
  public enum Code {
    /** No CloudTrail record can match the pattern. */
    NEVER_MATCHES,
    /** Every CloudTrail record matches the pattern. */
    ALWAYS_MATCHES,
    /** An alternative that nearly every record meets makes the others pointless. */
    NEARLY_ALWAYS_TRUE,
    /** One field is asked to be two things at once. */
    TWO_VALUES_AT_ONCE,
    /** A test that no CloudTrail record can meet, by the types of its fields. */
    IMPOSSIBLE_TEST,
    /** No documented record has the field. */
    UNKNOWN_FIELD,
    /** The pattern lost its braces and became a search for text. */
    LOST_BRACES,
    /** {@code &&} binds tighter than {@code ||}, so a guard covers less than it seems to. */
    PRECEDENCE,
    /** No service has an event of this name. */
    UNKNOWN_EVENT_NAME,
    /** Other services have an event of this name. */
    OTHER_SERVICES,
    /** A condition that leaves some changes out. */
    NARROWS,
    /** The service's behaviour is not known. */
    UNDOCUMENTED;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
