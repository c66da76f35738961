package io.trailproof.input;

import java.util.Map;
import java.util.Optional;

/**
 * What the user says beside the files.
 *
 * @param region the Region of what does not name one
 * @param account the account, likewise
 * @param parameters CloudFormation parameter values
 */
public record ReadSettings(
    Optional<String> region, Optional<String> account, Map<String, String> parameters) {
  /** Nothing said. */
  public static final ReadSettings NONE =
      new ReadSettings(Optional.empty(), Optional.empty(), Map.of());

  public ReadSettings {
    parameters = Map.copyOf(parameters);
  }
}
