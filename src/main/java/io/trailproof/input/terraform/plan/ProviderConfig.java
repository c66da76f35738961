package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import org.jspecify.annotations.Nullable;

/**
 * A provider configuration (section 9).
 *
 * @param module the call path of the module that holds it; empty for the root
 * @param expressions its arguments; null if it has none
 */
public record ProviderConfig(String key, String module, Node.@Nullable Mapping expressions) {}
