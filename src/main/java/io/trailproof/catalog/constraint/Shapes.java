package io.trailproof.catalog.constraint;

import io.trailproof.graph.Value;
import java.util.Optional;

/** Tells the shape of values that are not known yet, such as what a reference will give. */
@FunctionalInterface
public interface Shapes {
  /** The shape that a value will have; empty if it may have any. */
  Optional<Shape> of(Value value);
}
