package io.trailproof.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A large input that came through a pipe, compressed in memory: it cannot be read twice, and a
 * plan, which may hold secrets, must not be left on a disk. Plans shrink to a tenth and less.
 */
final class Packed implements Content {
  private static final int BLOCK = 1 << 20;

  private final List<byte[]> blocks;
  private final long length;
  private final Inflater inflater = new Inflater(true);
  private byte[] block = {};
  private int blockNumber = -1;

  private Packed(List<byte[]> blocks, long length) {
    this.blocks = blocks;
    this.length = length;
  }

  /**
   * Takes what has been read of a stream and the rest of it.
   *
   * @param most bytes in all
   * @throws UnreadableSource when there are more
   */
  static Packed of(byte[] head, InputStream rest, long most) throws IOException, UnreadableSource {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      List<byte[]> blocks = new ArrayList<>();
      long length = 0;
      for (int at = 0; at < head.length; at += BLOCK) {
        int size = Math.min(BLOCK, head.length - at);
        byte[] next = Arrays.copyOfRange(head, at, at + BLOCK);
        size += size < BLOCK ? rest.readNBytes(next, size, BLOCK - size) : 0;
        blocks.add(deflated(deflater, next, size));
        length += size;
      }
      byte[] next = new byte[BLOCK];
      for (int size = fill(rest, next); size > 0; size = fill(rest, next)) {
        blocks.add(deflated(deflater, next, size));
        length += size;
        if (length > most) {
          throw UnreadableSource.endless(most);
        }
      }
      return new Packed(blocks, length);
    } finally {
      deflater.end();
    }
  }

  private static int fill(InputStream in, byte[] block) throws IOException {
    return in.readNBytes(block, 0, BLOCK);
  }

  private static byte[] deflated(Deflater deflater, byte[] bytes, int length) {
    deflater.reset();
    deflater.setInput(bytes, 0, length);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK / 8);
    byte[] piece = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(piece, 0, deflater.deflate(piece));
    }
    return out.toByteArray();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream stream() {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        byte[] one = copy(at, 1);
        at += one.length;
        return one.length == 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] buffer, int offset, int wanted) {
        if (wanted > 0 && at >= length) {
          return -1;
        }
        int count = copy(at, buffer, offset, wanted);
        at += count;
        return count;
      }
    };
  }

  @Override
  public byte[] copy(long start, int wanted) {
    byte[] copied = new byte[(int) Math.max(0, Math.min(wanted, length - start))];
    int at = 0;
    while (at < copied.length) {
      at += copy(start + at, copied, at, copied.length - at);
    }
    return copied;
  }

  /** Copies what there is in the block of an offset, and returns how much it was. */
  private int copy(long start, byte[] to, int offset, int wanted) {
    byte[] from = unpacked((int) (start / BLOCK));
    int first = (int) (start % BLOCK);
    int count = Math.min(wanted, from.length - first);
    System.arraycopy(from, first, to, offset, count);
    return count;
  }

  private byte[] unpacked(int number) {
    if (number != blockNumber) {
      int size = (int) Math.min(BLOCK, length - (long) number * BLOCK);
      byte[] bytes = new byte[size];
      inflater.reset();
      inflater.setInput(blocks.get(number));
      try {
        for (int at = 0; at < size; ) {
          at += inflater.inflate(bytes, at, size - at);
        }
      } catch (DataFormatException e) {
        throw new IllegalStateException(e);
      }
      block = bytes;
      blockNumber = number;
    }
    return block;
  }
}
