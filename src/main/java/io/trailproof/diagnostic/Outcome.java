package io.trailproof.diagnostic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stage managed to build, and everything it had to say on the way: a stage never stops at
 * its first problem.
 */
public record Outcome<T>(@Nullable T built, List<Diagnostic> diagnostics) {
  public Outcome {
    diagnostics = List.copyOf(diagnostics);
  }

  /** A value and nothing to say. */
  public static <T> Outcome<T> of(T value) {
    return new Outcome<>(value, List.of());
  }

  /** No value. */
  public static <T> Outcome<T> failed(Diagnostic... diagnostics) {
    return new Outcome<>(null, List.of(diagnostics));
  }

  /** The value, if there is one. */
  public Optional<T> value() {
    return Optional.ofNullable(built);
  }
}
