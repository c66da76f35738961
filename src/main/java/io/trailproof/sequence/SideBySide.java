package io.trailproof.sequence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work on many things at once whose results come in the order of the things, as if one had been
 * done after another. No more than a few are under way, so that any number takes little memory.
 *
 * <p>What is thrown for a thing is thrown where its result would have come.
 */
public final class SideBySide<A, B> implements AutoCloseable {
  /** Below this many, threads cost more than they save. */
  static final int ALONE = 3;

  /** What each thread may have waiting, so that none stands idle behind a slow neighbour. */
  private static final int AHEAD = 4;

  /** Deeply nested inputs are read by recursion, as on the main thread. */
  private static final long STACK_BYTES = 4L << 20;

  private final Function<A, B> work;
  private final Consumer<B> results;
  private final int threads;
  private final Deque<Future<B>> underWay = new ArrayDeque<>();
  private @Nullable ExecutorService workers;
  private int begun;

  /**
   * Work by a number of threads; by one everything is done where it is handed over.
   *
   * @param results takes what comes of each, on the thread that hands the things over
   */
  public SideBySide(Function<A, B> work, Consumer<B> results, int threads) {
    this.work = work;
    this.results = results;
    this.threads = threads;
  }

  /** Hands one over; results of those before may come meanwhile. */
  public void add(A thing) {
    begun++;
    if (threads < 2 || begun <= ALONE) {
      results.accept(work.apply(thing));
      return;
    }
    ExecutorService some = workers;
    if (some == null) {
      some = Executors.newFixedThreadPool(threads, SideBySide::thread);
      workers = some;
    }
    underWay.add(some.submit(() -> work.apply(thing)));
    if (underWay.size() > threads * AHEAD) {
      results.accept(Awaited.of(underWay.remove()));
    }
  }

  /** Waits for all that was handed over. */
  public void finish() {
    while (!underWay.isEmpty()) {
      results.accept(Awaited.of(underWay.remove()));
    }
  }

  /** Leaves what is not done. */
  @Override
  public void close() {
    if (workers != null) {
      workers.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(null, task, "side by side", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
