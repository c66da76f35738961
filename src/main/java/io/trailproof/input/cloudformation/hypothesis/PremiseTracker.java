package io.trailproof.input.cloudformation.hypothesis;

import io.trailproof.graph.Premise;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Notes which premises the work that is going on rests on; what is kept for later keeps them. */
public final class PremiseTracker {
  private Set<Premise> open = new LinkedHashSet<>();

  /** A result, and what it rests on. */
  public record Noted<T>(T result, Set<Premise> premises) {}

  /** The work that is going on rests on these as well. */
  public void on(Collection<Premise> premises) {
    open.addAll(premises);
  }

  /** Does a piece of work, which the work around it rests on. */
  public <T> Noted<T> noting(Supplier<T> work) {
    Set<Premise> around = open;
    Set<Premise> own = new LinkedHashSet<>();
    open = own;
    try {
      return new Noted<>(work.get(), own);
    } finally {
      around.addAll(own);
      open = around;
    }
  }

  /** Does work that nothing rests on. */
  public <T> T aside(Supplier<T> work) {
    Set<Premise> around = open;
    open = new LinkedHashSet<>();
    try {
      return work.get();
    } finally {
      open = around;
    }
  }
}
