package io.trailproof.cli;

import io.trailproof.check.result.DeploymentResult;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.InputFormat;
import io.trailproof.input.opening.DeploymentFiles;
import java.util.List;

/**
 * What came of the files of a deployment, or of several whose plans stand in one file.
 *
 * @param of the deployments
 * @param results a result of each, or several where its plans are not of one deployment
 * @param said what there was to say, in order
 */
record Judged(List<DeploymentFiles> of, List<DeploymentResult> results, List<Said> said) {
  Judged {
    of = List.copyOf(of);
    results = List.copyOf(results);
    said = List.copyOf(said);
  }

  /**
   * Something that was said.
   *
   * @param formats those whose notes hold only where every deployment has them; empty if all that
   *     was said holds by itself
   */
  record Said(List<InputFormat> formats, List<Diagnostic> diagnostics) {
    Said {
      formats = List.copyOf(formats);
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
