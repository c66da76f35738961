package io.trailproof.graph;

/**
 * Names one resource instance within a run: the input that holds it and its address there.
 *
 * @param input the input as the user named it; a nested stack adds its own path
 * @param address a Terraform address or a CloudFormation logical id
 */
public record ResourceId(String input, String address) {
  @Override
  public String toString() {
    return address;
  }
}
