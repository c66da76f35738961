package io.trailproof.report.told;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.Gate;
import io.trailproof.check.result.InputFile;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.BrokenJson;
import java.util.Locale;
import java.util.Optional;

/** What decided beside the inputs of a result, and which bytes these were. */
final class ToldBasis {
  private static final String FAIL_ON = "failOn";
  private static final String NEVER = "never";
  private static final Severity[] SEVERITIES = {
    Severity.NOTE, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL
  };

  private ToldBasis() {}

  static CheckResult.Basis of(Members run) throws BrokenJson {
    Optional<Members> configuration = run.objectIfAny("configuration");
    boolean is = configuration.isPresent();
    Members file = configuration.orElse(run);
    return new CheckResult.Basis(
        is ? Optional.of(file.text("file")) : Optional.empty(),
        is && file.flag("foundByItself"),
        is ? file.count("declared") : 0,
        is ? file.count("accepted") : 0,
        is && file.has("rulesOff")
            ? new CheckResult.RulesSet(
                file.count("rulesOff"), file.count("severities"), file.count("parameters"))
            : CheckResult.RulesSet.NONE,
        run.textsIfAny("askedFor"),
        run.pairsIfAny("stated"));
  }

  static Gate gate(Members run) throws BrokenJson {
    Members gate = run.object("gate");
    Optional<Severity> failOn =
        gate.text(FAIL_ON).equals(NEVER)
            ? Optional.empty()
            : Optional.of(gate.oneOf(FAIL_ON, SEVERITIES, Severity::word));
    Gate.OnUnknown unknown = gate.oneOf("unknown", Gate.OnUnknown.values(), ToldBasis::word);
    return new Gate(failOn, unknown, gate.flag("regression"));
  }

  static String word(Gate.OnUnknown unknown) {
    return unknown.name().toLowerCase(Locale.ROOT);
  }

  static CheckResult.LeftOut leftOut(Members run) throws BrokenJson {
    Optional<Members> told = run.objectIfAny("leftOut");
    return told.isEmpty()
        ? CheckResult.LeftOut.NONE
        : new CheckResult.LeftOut(told.get().count("others"), told.get().count("ignored"));
  }

  static InputFile file(Members told) throws BrokenJson {
    return new InputFile(
        told.text("path"), told.own("kind"), told.number("bytes", 0), told.own("sha256"));
  }
}
