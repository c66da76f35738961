package io.trailproof.input.configuration;

import io.trailproof.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deployment as {@code trailproof.yaml} states it: what is applied together, in one account.
 *
 * @param inputs globs of files and folders, relative to where the program runs
 * @param region the Region of what does not name one
 * @param account the account, likewise
 * @param parameters values of CloudFormation parameters
 * @param parameterFiles files of such values
 * @param sources folders of Terraform files
 * @param rules the ids, globs and controls that it is asked for; empty for the rules of the run
 * @param required false if it may hold nothing of the chain
 * @param span the name, where it is stated
 */
public record StatedDeployment(
    String name,
    List<String> inputs,
    Optional<String> region,
    Optional<String> account,
    Map<String, String> parameters,
    List<String> parameterFiles,
    List<String> sources,
    List<String> rules,
    boolean required,
    Span span) {
  public StatedDeployment {
    inputs = List.copyOf(inputs);
    parameters = Map.copyOf(parameters);
    parameterFiles = List.copyOf(parameterFiles);
    sources = List.copyOf(sources);
    rules = List.copyOf(rules);
  }
}
