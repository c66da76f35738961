package io.trailproof.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work on many things at once whose results come in the order of the things, as if one had been
 * done after another. No more than a few are under way, so that any number takes little memory.
 */
final class SideBySide {
  /** Below this many, threads cost more than they save. */
  static final int WORTH_IT = 4;

  /** What each thread may have waiting, so that none stands idle behind a slow neighbour. */
  private static final int AHEAD = 4;

  /** Deeply nested inputs are read by recursion, as on the main thread. */
  private static final long STACK_BYTES = 4L << 20;

  private SideBySide() {}

  /** As many threads as there are processors. */
  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Does some work on each thing and hands the results on, in order, on the thread that calls.
   *
   * @param threads how many at once; with one everything is done where it is called
   * @throws RuntimeException what the first of the things threw that failed; so for errors
   */
  static <A, B> void each(
      Iterator<A> things, int threads, Function<A, B> work, Consumer<B> results) {
    if (threads < 2) {
      while (things.hasNext()) {
        results.accept(work.apply(things.next()));
      }
      return;
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(null, task, "judge", STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    try {
      Deque<Future<B>> underWay = new ArrayDeque<>();
      while (things.hasNext()) {
        A thing = things.next();
        underWay.add(workers.submit(() -> work.apply(thing)));
        if (underWay.size() >= threads * AHEAD) {
          results.accept(done(underWay.remove()));
        }
      }
      while (!underWay.isEmpty()) {
        results.accept(done(underWay.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <B> B done(Future<B> one) {
    try {
      return one.get();
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
