package io.trailproof.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells every megabyte how much has been read. */
final class WatchedStream extends FilterInputStream {
  private static final long STEP = 1L << 20;

  private final LongConsumer read;
  private long bytes;
  private long next = STEP;

  WatchedStream(InputStream in, LongConsumer read) {
    super(in);
    this.read = read;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int more) {
    bytes += more;
    if (bytes >= next) {
      next = bytes + STEP;
      read.accept(bytes);
    }
  }
}
