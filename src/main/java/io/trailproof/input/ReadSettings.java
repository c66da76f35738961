package io.trailproof.input;

import io.trailproof.graph.Value;
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

  /** The Region as a value that remembers that the user gave it. */
  public Optional<Value> givenRegion() {
    return region.map(text -> Given.value(Given.REGION, text));
  }

  /** The account as a value that remembers that the user gave it. */
  public Optional<Value> givenAccount() {
    return account.map(text -> Given.value(Given.ACCOUNT, text));
  }
}
