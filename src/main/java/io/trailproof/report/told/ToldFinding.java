package io.trailproof.report.told;

import io.trailproof.check.result.Acceptance;
import io.trailproof.check.result.Finding;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.BrokenJson;
import io.trailproof.rule.Verdict;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A finding of a result. */
final class ToldFinding {
  private static final String UNTIL = "until";

  private ToldFinding() {}

  static Finding of(Members told) throws BrokenJson {
    return new Finding(
        told.own("code"),
        told.own("link"),
        told.oneOf("verdict", new Verdict[] {Verdict.FAIL, Verdict.UNKNOWN}, Verdict::word),
        told.oneOf("severity", Severity.values(), Severity::word),
        told.said("message"),
        told.text("address"),
        told.textIfAny("input").orElse(""),
        ToldPlace.labelsOfFinding(told),
        told.texts("reasons"),
        told.owns("events"),
        told.texts("help"),
        told.owns("facts"),
        acceptance(told));
  }

  private static Optional<Acceptance> acceptance(Members told) throws BrokenJson {
    Optional<Members> word = told.objectIfAny("suppressed");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate until = LocalDate.parse(word.get().text(UNTIL));
      return Optional.of(new Acceptance(word.get().text("reason"), until));
    } catch (DateTimeParseException e) {
      throw word.get().refused(ResultError.NOT_THE_SHAPE, UNTIL, "a day as in 2027-03-31");
    }
  }
}
