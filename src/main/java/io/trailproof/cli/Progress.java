package io.trailproof.cli;

import io.trailproof.source.ReadProgress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far a large file has been read, on a terminal that somebody looks at, once it takes
 * longer than a second.
 */
final class Progress implements ReadProgress, AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
  private static final String CLEARED_LINE = "\r\u001b[K";
  private static final int LONGEST_NAME = 40;
  private static final long MIB = 1L << 20;

  private final Terminal terminal;
  private final boolean wanted;
  private final LongSupplier nanoTime;
  private final long start;
  private long next;
  private boolean shown;

  /**
   * The progress of a run that starts now.
   *
   * @param nanoTime nanoseconds since whenever
   */
  Progress(Terminal terminal, boolean quiet, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.wanted = !quiet && terminal.showsProgress();
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.next = PATIENCE;
  }

  @Override
  public synchronized void read(String name, long bytes, long length) {
    if (!wanted) {
      return;
    }
    long elapsed = nanoTime.getAsLong() - start;
    if (elapsed < next) {
      return;
    }
    next = elapsed + PAUSE;
    shown = true;
    PrintStream err = terminal.err();
    err.print(
        CLEARED_LINE
            + "reading "
            + shortened(terminal.bare().plain(name))
            + ": "
            + bytes / MIB
            + " of "
            + Math.max(1, length / MIB)
            + " MiB");
    err.flush();
  }

  private static String shortened(String name) {
    int tooMany = name.codePointCount(0, name.length()) - LONGEST_NAME;
    return tooMany <= 0 ? name : "..." + name.substring(name.offsetByCodePoints(0, tooMany));
  }

  /** Takes away what was shown. */
  @Override
  public synchronized void close() {
    if (shown) {
      terminal.err().print(CLEARED_LINE);
      terminal.err().flush();
      shown = false;
    }
  }
}
