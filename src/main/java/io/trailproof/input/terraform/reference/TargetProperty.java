package io.trailproof.input.terraform.reference;

import io.trailproof.catalog.Binding;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The property that an unknown value belongs to, and what it may hold.
 *
 * @param binding its resource's type; null for a helper data source
 * @param path its spelling, without indexes
 */
record TargetProperty(@Nullable Binding binding, String path) {
  /** The lists of a policy document's data source. */
  private static final Set<String> DOCUMENT_LISTS =
      Set.of(
          "actions",
          "not_actions",
          "resources",
          "not_resources",
          "identifiers",
          "values",
          "statement",
          "principals",
          "not_principals",
          "condition",
          "source_policy_documents",
          "override_policy_documents");

  /** A property within this one. */
  TargetProperty member(String name) {
    return new TargetProperty(binding, path.isEmpty() ? name : path + "." + name);
  }

  /** True within a list or an object. */
  boolean isNested() {
    return path.indexOf('.') >= 0;
  }

  boolean isList() {
    return binding == null ? DOCUMENT_LISTS.contains(lastName(path)) : binding.isList(path);
  }

  /** True if its elements stay in the order in which they are written: those of no set. */
  boolean isOrdered() {
    return binding == null && path.equals("statement");
  }

  /** The canonical types it may refer to; empty if any. */
  Set<String> targets() {
    return binding == null ? Set.of() : binding.targets(path);
  }

  /** True if what it stands in cannot be made without it. */
  boolean isRequired() {
    return binding != null && binding.isRequired(path);
  }

  /** True if it holds a number or a truth value. */
  boolean isNoText() {
    return binding != null && binding.isNoText(path);
  }

  /** True if it holds nothing but ARNs, of which a name is a part at most. */
  boolean takesArns() {
    return binding != null && binding.namesBy(path).filter("arn"::equals).isPresent();
  }

  /** True if it holds nothing but names, which an ARN holds as a part. */
  boolean takesNames() {
    return binding != null && binding.namesBy(path).filter("name"::equals).isPresent();
  }

  /** True if it holds references, and never one to a resource of some type. */
  boolean cannotBe(Binding target) {
    return !targets().isEmpty() && !targets().contains(target.type().name());
  }

  /** True if it holds a policy: text that a reference may be part of, but never is. */
  boolean isDocument() {
    return isDocument(path) && (binding != null || PolicyDocuments.MERGED.contains(path));
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  static boolean isDocument(String path) {
    String name = lastName(path);
    return name.equals("policy")
        || name.endsWith("_policy")
        || name.endsWith("policy_document")
        || name.endsWith("policy_documents")
        || name.endsWith("json");
  }

  /**
   * The canonical attribute of a target where the reference lost it (section 5): what alone can be
   * unknown of it, or what the property's own name asks for.
   */
  Optional<String> lostAttribute(Binding target) {
    Optional<String> only = target.onlyUnknownAttribute();
    if (only.isPresent()) {
      return only;
    }
    if (path.endsWith("arn") || path.endsWith("arns") || path.endsWith("actions")) {
      return target.attribute("arn");
    }
    return path.endsWith("name") || path.endsWith("role")
        ? target.attribute("name").or(() -> target.attribute("id"))
        : Optional.empty();
  }
}
