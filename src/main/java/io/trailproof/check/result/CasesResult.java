package io.trailproof.check.result;

import io.trailproof.diagnostic.Diagnostic;
import java.util.List;

/**
 * What came of the cases of some test files.
 *
 * @param files those that could be read, in order
 * @param diagnostics what is wrong with files of tests and of own rules
 */
public record CasesResult(List<OfFile> files, List<Diagnostic> diagnostics) {
  public CasesResult {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The cases of one file.
   *
   * @param name the file as users name it
   */
  public record OfFile(String name, List<CaseResult> cases) {
    public OfFile {
      cases = List.copyOf(cases);
    }
  }

  /** All cases. */
  public List<CaseResult> cases() {
    return files.stream().flatMap(file -> file.cases().stream()).toList();
  }

  /** True if a case differs. */
  public boolean differs() {
    return cases().stream().anyMatch(one -> !one.holds());
  }
}
