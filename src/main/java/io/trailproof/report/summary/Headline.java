package io.trailproof.report.summary;

import io.trailproof.check.result.CheckResult;
import java.util.List;
import java.util.Optional;

/**
 * What a reader sees in the first five seconds: the verdict as a sentence, the count and the link,
 * what is new, what to do. Made of the counts, so that it cannot contradict them.
 *
 * @param stamp the one word
 * @param sentence what the word means here; begins with a capital, no full stop
 * @param lead how many events, and where the chain breaks
 * @param delta what the plans change; empty if nothing, or if nobody knows
 * @param toDo what to do first; empty if nothing is to be done
 */
public record Headline(
    Stamp stamp, Phrase sentence, Phrase lead, Optional<Phrase> delta, Optional<Phrase> toDo) {
  /** What is longer is not repeated here. */
  private static final int LONGEST_HELP = 80;

  /** The headline of a run. */
  public static Headline of(CheckResult result) {
    List<Check> checks = Check.of(result);
    Problems problems = Problems.of(result);
    Stamp stamp = Stamp.of(result);
    return new Headline(
        stamp,
        VerdictSentence.of(stamp, result, checks),
        LeadLine.of(checks, problems),
        DeltaLine.of(checks, problems),
        toDo(problems));
  }

  private static Optional<Phrase> toDo(Problems problems) {
    return problems
        .worst()
        .flatMap(
            worst ->
                worst.finding().help().stream().findFirst().map(help -> shortened(help, worst)));
  }

  private static Phrase shortened(String help, Problem problem) {
    Phrase whole = Phrase.message(help);
    boolean isLong =
        whole.pieces().stream()
            .anyMatch(
                piece -> piece.kind() == Phrase.Kind.CODE && piece.text().length() > LONGEST_HELP);
    if (!isLong) {
      return whole;
    }
    List<Phrase.Piece> pieces =
        whole.pieces().stream()
            .map(
                piece ->
                    piece.kind() == Phrase.Kind.CODE && piece.text().length() > LONGEST_HELP
                        ? new Phrase.Piece(Phrase.Kind.PLAIN, "the value under " + problem.label())
                        : piece)
            .toList();
    return new Phrase(pieces);
  }
}
