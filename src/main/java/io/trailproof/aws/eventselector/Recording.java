package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Truth;

/**
 * Whether a trail's settings let it record an event.
 *
 * @param answer whether the event is recorded
 * @param refused whether the answer is no because the API will refuse the settings
 * @param explanation what makes it so, in words
 */
public record Recording(Truth answer, boolean refused, String explanation) {

  static Recording yes(String explanation) {
    return new Recording(Truth.YES, false, explanation);
  }

  static Recording no(String explanation) {
    return new Recording(Truth.NO, false, explanation);
  }

  static Recording refused(String explanation) {
    return new Recording(Truth.NO, true, explanation + ", the API will refuse it");
  }

  static Recording unknown(String explanation) {
    return new Recording(Truth.UNKNOWN, false, explanation);
  }
}
