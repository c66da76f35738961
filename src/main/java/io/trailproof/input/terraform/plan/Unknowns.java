package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads the marks of {@code after_unknown} and {@code sensitive_values}, which mirror the values:
 * {@code true} marks the whole of what stands there, {@code false}, {@code []} and {@code {}}
 * nothing (section 4).
 */
public final class Unknowns {
  private Unknowns() {}

  /** True if the mark covers the whole value. */
  public static boolean isWhole(@Nullable Node mark) {
    return mark instanceof Node.Scalar scalar
        && scalar.kind() == Node.Kind.BOOLEAN
        && scalar.text().equals("true");
  }

  /** True if the value or any part of it is marked. */
  public static boolean any(@Nullable Node mark) {
    if (mark == null) {
      return false;
    }
    return mark.match(
        Unknowns::isWhole,
        sequence -> sequence.items().stream().anyMatch(Unknowns::any),
        mapping -> mapping.members().stream().anyMatch(member -> any(member.value())));
  }

  /** The mark of a member or, for an index step, of an element. */
  public static @Nullable Node child(Node mark, String step) {
    if (step.startsWith("[") && mark instanceof Node.Sequence sequence) {
      int index = index(step);
      return index >= 0 && index < sequence.items().size() ? sequence.items().get(index) : null;
    }
    String key = step.startsWith("[\"") ? step.substring(2, step.length() - 2) : step;
    return mark.asMapping().flatMap(mapping -> mapping.get(key)).orElse(null);
  }

  /** The mark of an element; a whole mark covers every element. */
  public static @Nullable Node element(@Nullable Node mark, int index) {
    if (isWhole(mark)) {
      return mark;
    }
    return mark instanceof Node.Sequence sequence && index < sequence.items().size()
        ? sequence.items().get(index)
        : null;
  }

  /** The mark of a member; a whole mark covers every member. */
  public static @Nullable Node member(@Nullable Node mark, String key) {
    if (isWhole(mark)) {
      return mark;
    }
    return mark instanceof Node.Mapping mapping ? mapping.get(key).orElse(null) : null;
  }

  /** The number of an index step; negative if it is none. */
  public static int index(String step) {
    String digits = step.startsWith("[") ? step.substring(1, Math.max(1, step.length() - 1)) : "";
    boolean numeric = !digits.isEmpty() && digits.length() < 9;
    for (int i = 0; i < digits.length(); i++) {
      numeric &= Character.isDigit(digits.charAt(i));
    }
    return numeric ? Integer.parseInt(digits) : -1;
  }
}
