package io.trailproof.document;

import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A piece of a file that moves forward over it: what is before its place is let go of when more is
 * loaded, unless it is held.
 */
final class ByteWindow implements AutoCloseable {
  /** Blanks behind the end of the file, so that its last block is whole. */
  private static final int MARGIN = BlockScan.BLOCK;

  /** No offset is held. */
  private static final long NOTHING = Long.MAX_VALUE;

  private final SourceFile file;
  private final InputStream in;
  private final byte[] bytes;
  private long base;
  private int place;
  private int limit;
  private long held = NOTHING;
  private boolean isLast;

  /**
   * A window at the start of a file.
   *
   * @param size how many bytes it shows, four blocks at least
   */
  ByteWindow(SourceFile file, int size) throws IOException {
    if (size < 4 * BlockScan.BLOCK) {
      throw new IllegalArgumentException("too small: " + size);
    }
    this.file = file;
    this.in = file.bytes();
    this.bytes = new byte[size + MARGIN];
  }

  /** The bytes, of which those from {@link #place} to {@link #limit} are to come. */
  byte[] bytes() {
    return bytes;
  }

  /** Where in the bytes the next one is. */
  int place() {
    return place;
  }

  /** Where in the bytes those that are loaded end. */
  int limit() {
    return limit;
  }

  /**
   * Where whole blocks end that begin at the place; at the end of the file blanks fill the last.
   */
  int blocks() {
    int missing = -(limit - place) & (BlockScan.BLOCK - 1);
    return isLast ? limit + missing : limit;
  }

  /** Moves within what is loaded. */
  void moveTo(int next) {
    place = next;
  }

  /** The offset in the file of the next byte. */
  long offset() {
    return base + place;
  }

  /** Asks to keep what is from an offset on; it is let go of where it is too much. */
  void hold(long offset) {
    held = offset;
  }

  /** Lets go. */
  void release() {
    held = NOTHING;
  }

  /** True if all there is has been loaded. */
  boolean isLast() {
    return isLast;
  }

  /** Loads what follows; false at the end of the file. */
  boolean more() throws IOException {
    if (isLast) {
      return false;
    }
    int from = place;
    if (held < offset()) {
      int first = (int) (held - base);
      if (limit - first <= bytes.length / 2) {
        from = first;
      } else {
        held = NOTHING;
      }
    }
    System.arraycopy(bytes, from, bytes, 0, limit - from);
    base += from;
    place -= from;
    limit -= from;
    int size = bytes.length - MARGIN;
    int read = in.readNBytes(bytes, limit, size - limit);
    limit += read;
    if (limit < size) {
      isLast = true;
      Arrays.fill(bytes, limit, limit + MARGIN, (byte) ' ');
    }
    return read > 0;
  }

  /** Where in the bytes an offset is that was passed; -1 if it was let go of. */
  int find(long offset) {
    return offset < base ? -1 : (int) (offset - base);
  }

  /** The file. */
  SourceFile file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
