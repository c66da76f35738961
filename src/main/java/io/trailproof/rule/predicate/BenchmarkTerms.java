package io.trailproof.rule.predicate;

/** Terms that stand beside event names in the patterns of benchmarks, as they are printed. */
final class BenchmarkTerms {
  /** Leaves out calls that were refused (F29). */
  static final String NO_ERROR = "$.errorCode NOT EXISTS";

  private BenchmarkTerms() {}

  /** The service whose events they are: Security Hub writes it, the text of CIS does not. */
  static String source(String eventSource) {
    return "$.eventSource=" + eventSource;
  }
}
