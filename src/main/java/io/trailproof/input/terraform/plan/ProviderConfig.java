package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import org.jspecify.annotations.Nullable;

/**
 * A provider configuration (section 9).
 *
 * @param name its name in its module
 * @param source where the provider comes from; its name where the plan does not say
 * @param isDefault false if it has an alias
 * @param module the call path of the module that holds it; empty for the root
 * @param expressions its arguments; null if it has none
 */
public record ProviderConfig(
    String key,
    String name,
    String source,
    boolean isDefault,
    String module,
    Node.@Nullable Mapping expressions) {
  static ProviderConfig of(String key, Node.Mapping node) {
    String name =
        node.get("name")
            .flatMap(Node::asString)
            .orElseGet(() -> key.substring(key.lastIndexOf(':') + 1).split("\\.", 2)[0]);
    return new ProviderConfig(
        key,
        name,
        node.get("full_name").flatMap(Node::asString).orElse(name),
        node.get("alias").isEmpty(),
        node.get("module_address").flatMap(Node::asString).orElse(""),
        node.get("expressions").flatMap(Node::asMapping).orElse(null));
  }
}
