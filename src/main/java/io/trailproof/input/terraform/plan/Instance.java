package io.trailproof.input.terraform.plan;

import io.trailproof.document.BrokenJson;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One resource instance of a values section.
 *
 * @param data true for a data source
 * @param values null where the section has none, as for a forgotten object
 * @param sensitive the marks that mirror the values
 */
public record Instance(
    Address address,
    String type,
    boolean data,
    Node.@Nullable Mapping values,
    @Nullable Node sensitive,
    Span span) {

  /** The instance, unless it is a deposed object or belongs to a provider that is not AWS's. */
  static Optional<Instance> of(Node.Mapping node) throws BrokenJson {
    if (node.get("deposed_key").flatMap(Node::asString).isPresent() || !isAws(node)) {
      return Optional.empty();
    }
    Address address = address(node);
    return Optional.of(
        new Instance(
            address,
            node.get("type").flatMap(Node::asString).orElse(""),
            address.block().startsWith("data."),
            node.get("values").flatMap(Node::asMapping).orElse(null),
            node.get("sensitive_values").orElse(null),
            node.span()));
  }

  /** The address of an instance or change; without one the document is not what it seems. */
  static Address address(Node.Mapping node) throws BrokenJson {
    Optional<Address> address = node.get("address").flatMap(Node::asString).flatMap(Address::parse);
    if (address.isEmpty()) {
      throw new BrokenJson(
          PlanError.NO_ADDRESS.at(node.get("address").map(Node::span).orElse(node.span())));
    }
    return address.get();
  }

  /**
   * Providers are told by the last two parts of their name, since registries differ; terraform 0.12
   * wrote the last alone (sections 12 and 14).
   */
  static boolean isAws(Node.Mapping node) {
    String name = node.get("provider_name").flatMap(Node::asString).orElse("aws");
    return name.equals("aws")
        || name.equals("awscc")
        || name.endsWith("hashicorp/aws")
        || name.endsWith("hashicorp/awscc");
  }

  /**
   * True for Terraform's Cloud Control provider, whose resources have no blocks and no {@code
   * region} argument of the provider's own.
   */
  public boolean isCloudControl() {
    return type.startsWith("awscc_");
  }

  /** The same instance with no value known. */
  Instance withoutValues() {
    return new Instance(
        address, type, data, new Node.Mapping(span, List.of(), null), sensitive, span);
  }

  /** A known top-level value. */
  public Optional<Node> value(String name) {
    return Optional.ofNullable(values).flatMap(known -> known.get(name));
  }

  /** A known top-level text that is not empty. */
  public Optional<String> text(String name) {
    return value(name).flatMap(Node::asString).filter(text -> !text.isEmpty());
  }
}
