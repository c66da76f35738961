package io.trailproof.aws.policy;

/**
 * Whether something applies to a request.
 *
 * @param because what decides that, or keeps it undecided, in words
 */
record Match(Answer answer, String because) {

  static final Match YES = new Match(Answer.YES, "");

  static Match of(Answer answer, String because) {
    return answer == Answer.YES ? YES : new Match(answer, because);
  }

  /** Both; the reason is that of the worse, of the first if they are alike. */
  Match and(Match other) {
    return other.answer.compareTo(answer) < 0 ? other : this;
  }
}
