package io.trailproof.sequence;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what another thread works out. */
public final class Awaited {
  private Awaited() {}

  /**
   * What it comes to; what it throws there is thrown here.
   *
   * @throws CancellationException if the waiting is interrupted
   */
  public static <T> T of(Future<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
