package io.trailproof.api;

import io.trailproof.check.result.CheckResult;
import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.report.Format;
import io.trailproof.report.text.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a document. To send it somewhere, send its texts: it holds all that was read, and
 * cannot be serialised.
 */
public final class CheckedDocument {
  /** From bad to good, as the worst counts; a rule that had nothing to judge hides no other. */
  private static final List<String> WORDS = List.of("fail", "unknown", "pass", "not-applicable");

  private final String name;
  private final CheckResult result;

  CheckedDocument(String name, CheckResult result) {
    this.name = name;
    this.result = result;
  }

  /** Everything that a report may show. */
  CheckResult result() {
    return result;
  }

  /** What the document was called. */
  public String name() {
    return name;
  }

  /**
   * The verdict of each rule that was asked for, by its id: {@code pass}, {@code fail}, {@code
   * unknown} or {@code not-applicable}; of several plans in one document the worst. Empty for what
   * is neither plan nor template.
   */
  public Map<String, String> verdicts() {
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (DeploymentResult deployment : result.deployments()) {
      for (RuleResult rule : deployment.rules()) {
        verdicts.merge(
            rule.rule().id(),
            rule.word(),
            (one, other) -> WORDS.indexOf(one) <= WORDS.indexOf(other) ? one : other);
      }
    }
    return Collections.unmodifiableMap(verdicts);
  }

  /** True if all that was asked for is proven, and nothing less: {@link #exitCode} is 0. */
  public boolean isProven() {
    return exitCode() == 0;
  }

  /**
   * The exit code that {@code trailproof check} has for it: 0 proven, 1 findings, 3 not read, 70 a
   * fault of ours.
   */
  public int exitCode() {
    if (InternalFault.isAmong(result.diagnostics())) {
      return 70;
    }
    if (result.hasUnreadable()) {
      return 3;
    }
    return result.isRefused() ? 1 : 0;
  }

  /** The whole result as {@code -f json} has it and {@code docs/result.schema.json} promises. */
  public String json() {
    return in(Format.JSON);
  }

  /**
   * The same in the lines of {@code -f jsonl}, without line ends: one for each deployment and each
   * diagnostic, and a last one for the run, which is this document alone. {@link ResultLines}
   * writes those of many.
   */
  public List<String> lines() {
    return in(Format.JSONL).lines().toList();
  }

  private String in(Format format) {
    StringBuilder text = new StringBuilder();
    try {
      format
          .reporter(new Format.Surroundings(Style.BARE, false, Trailproof::version, exitCode()))
          .write(result, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing but memory is written to
    }
    return text.toString();
  }
}
