package io.trailproof.aws.policy;

import io.trailproof.kleene.Truth;

/**
 * Whether something applies to a request.
 *
 * @param because what decides that, or keeps it undecided, in words
 */
record Applies(Truth answer, String because) {

  static final Applies YES = new Applies(Truth.YES, "");

  static Applies of(Truth answer, String because) {
    return answer == Truth.YES ? YES : new Applies(answer, because);
  }

  /** Both; the reason is that of the worse, of the first if they are alike. */
  Applies and(Applies other) {
    return other.answer.compareTo(answer) < 0 ? other : this;
  }
}
