package io.trailproof.api;

import io.trailproof.sequence.Awaited;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs work on a thread whose stack is deep enough for every input that is not refused. */
final class DeepStack {
  /** That of the program's own threads: deeply nested inputs are read by recursion. */
  private static final long BYTES = 4L << 20;

  private DeepStack() {}

  /** What some work comes to; what it throws is thrown here. */
  static <T> T run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "trailproof", BYTES);
    thread.setDaemon(true);
    thread.start();
    return Awaited.of(task);
  }
}
