package io.trailproof.graph;

import org.jspecify.annotations.Nullable;

/**
 * Names one resource instance within a run: the input that holds it and its address there.
 *
 * @param input the input as the user named it; a nested stack adds its own path
 * @param address a Terraform address or a CloudFormation logical id
 */
public record ResourceId(String input, String address) {
  // Written out, since the generated ones cost milliseconds when first called.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceId id && input.equals(id.input) && address.equals(id.address);
  }

  @Override
  public int hashCode() {
    return 31 * input.hashCode() + address.hashCode();
  }

  @Override
  public String toString() {
    return address;
  }
}
