package io.trailproof.input.terraform.expression;

import org.jspecify.annotations.Nullable;

/** What the names of an expression stand for, and how much may still be worked out. */
public interface Names {
  /** What a name at the start of a reference stands for: {@code var}, {@code each}, a type. */
  Datum named(String name);

  /** False if all that may be spent on one value was spent. */
  boolean mayGoOn();

  /** The names and one more, which hides any that is called the same. */
  default Names with(String name, Datum datum) {
    Names outer = this;
    return new Names() {
      @Override
      public Datum named(String other) {
        return other.equals(name) ? datum : outer.named(other);
      }

      @Override
      public boolean mayGoOn() {
        return outer.mayGoOn();
      }
    };
  }

  /** The same, where there may be no such name. */
  default Names withOptional(@Nullable String name, Datum datum) {
    return name == null ? this : with(name, datum);
  }
}
