package io.trailproof.input.terraform.reference;

import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.input.terraform.plan.Traversal;
import io.trailproof.input.terraform.plan.Unknowns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of a definition is made of, as far as it need not be worked out. */
final class StaticParts {
  private final List<Onward> references = new ArrayList<>();
  private final List<Definition.Literal> literals = new ArrayList<>();
  private boolean oneOf;
  private boolean whole = true;

  private StaticParts() {}

  /** A reference, and what is asked of the thing it leads to. */
  record Onward(String reference, Traversal rest) {}

  /** The part that a path leads to; nothing where it leads nowhere. */
  static StaticParts of(Definition definition, Traversal path) {
    StaticParts plain = new StaticParts();
    plain.add(definition, path);
    return plain;
  }

  List<Onward> references() {
    return references;
  }

  List<Definition.Literal> literals() {
    return literals;
  }

  /** True if the path ends at an object, of which something that we do not see takes a field. */
  boolean isOneOf() {
    return oneOf;
  }

  /** False if some of it would have to be worked out. */
  boolean isWhole() {
    return whole;
  }

  boolean isNothing() {
    return !whole && references.isEmpty() && literals.isEmpty();
  }

  private void add(Definition definition, Traversal path) {
    if (!path.isEmpty() && !(definition instanceof Definition.Reference)) {
      Definition next = step(definition, path.step(0));
      if (next == null) {
        whole = false;
      } else {
        add(next, path.from(1));
      }
      return;
    }
    whole &=
        definition.<Boolean>match(
            reference -> references.add(new Onward(reference.text(), path)),
            literals::add,
            items -> addAll(items.items()),
            fields -> {
              oneOf = true;
              return addAll(fields.fields().values());
            },
            computed -> false);
  }

  /** What is not plain among them was noted already. */
  private boolean addAll(Collection<Definition> parts) {
    parts.forEach(part -> add(part, Traversal.NONE));
    return true;
  }

  private static @Nullable Definition step(Definition definition, String step) {
    return definition.<@Nullable Definition>match(
        reference -> null,
        literal -> null,
        items -> {
          int index = Unknowns.index(step);
          return index >= 0 && index < items.items().size() ? items.items().get(index) : null;
        },
        fields ->
            fields
                .fields()
                .get(step.startsWith("[\"") ? step.substring(2, step.length() - 2) : step),
        computed -> null);
  }
}
