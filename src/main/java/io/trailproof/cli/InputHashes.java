package io.trailproof.cli;

import io.trailproof.check.result.InputFile;
import io.trailproof.input.opening.DeploymentFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which bytes were judged, for reports that say so. */
final class InputHashes {
  private InputHashes() {}

  /** Every file once, in the order of the deployments. */
  static List<InputFile> of(List<DeploymentFiles> deployments) {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (DeploymentFiles deployment : deployments) {
      deployment
          .files()
          .forEach(
              (file, format) ->
                  files.computeIfAbsent(file.name(), any -> InputFile.of(file, format.id())));
    }
    return new ArrayList<>(files.values());
  }
}
