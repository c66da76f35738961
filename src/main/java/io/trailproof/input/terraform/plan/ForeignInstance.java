package io.trailproof.input.terraform.plan;

import io.trailproof.document.BrokenJson;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.Optional;

/**
 * An instance that bears the name of a type of AWS's and is made by another provider, such as a
 * fork under an address of its own: what its arguments mean only that provider tells.
 *
 * @param provider the address of the provider
 */
public record ForeignInstance(Address address, String type, String provider, Span span) {

  static Optional<ForeignInstance> of(Node.Mapping node) throws BrokenJson {
    if (Instance.isAws(node)) {
      return Optional.empty();
    }
    return Optional.of(
        new ForeignInstance(
            Instance.address(node),
            node.get("type").flatMap(Node::asString).orElse(""),
            node.get("provider_name").flatMap(Node::asString).orElse(""),
            node.span()));
  }
}
