package io.trailproof.input.opening;

import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of a file that holds one a line, as {@code terragrunt run-all show -json} prints
 * plans. A single document that is written over several lines is one.
 */
final class Plans {
  private static final int BLOCK = 1 << 16;

  /** Bytes that are looked at together. */
  private static final int STRIDE = 64;

  private static final long ONES = 0x0101010101010101L;
  private static final long LINE_ENDS = ONES * '\n';
  private static final long HIGH_BITS = ONES << 7;

  private Plans() {}

  /** The documents, each a part that is called after its line; the file itself if it is one. */
  static List<SourceFile> in(SourceFile file) {
    List<Long> starts = new ArrayList<>();
    try (InputStream in = file.bytes()) {
      if (!isOneALine(in, (int) Math.min(BLOCK, file.length()), starts) || starts.size() < 2) {
        return List.of(file);
      }
    } catch (IOException e) {
      return List.of(file); // reading it says why it cannot be read
    }
    List<SourceFile> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      long end = i + 1 < starts.size() ? starts.get(i + 1) : file.length();
      long line = file.position(starts.get(i)).line();
      parts.add(file.part(file.name() + ":" + line, starts.get(i), end));
    }
    return parts;
  }

  /** Collects where lines begin; false as soon as one that is not empty is no whole object. */
  private static boolean isOneALine(InputStream in, int size, List<Long> starts)
      throws IOException {
    byte[] block = new byte[size];
    long at = 0;
    boolean begun = false;
    byte last = 0;
    for (int read = in.read(block); read > 0; read = in.read(block)) {
      for (int from = 0; from < read; ) {
        int end = lineEnd(block, from, read);
        int start = begun ? from : firstSign(block, from, end);
        if (!begun && start < end) {
          if (block[start] != '{') {
            return false;
          }
          begun = true;
          starts.add(at + start);
        }
        last = lastSign(block, start, end, last);
        if (end < read) {
          if (begun && last != '}') {
            return false;
          }
          begun = false;
        }
        from = end + 1;
      }
      at += read;
    }
    return true;
  }

  /**
   * Where the line ends that the place is in, or the block; most of a plan is passed over here.
   * What is not even one block is over before strides are compiled, which take longer until then.
   */
  private static int lineEnd(byte[] block, int from, int end) {
    int at = from;
    if (block.length == BLOCK) {
      ByteBuffer eight = ByteBuffer.wrap(block);
      while (at + STRIDE <= end && !hasLineEnd(eight, at)) {
        at += STRIDE;
      }
    }
    while (at < end && block[at] != '\n') {
      at++;
    }
    return at;
  }

  /** True if one of the next bytes is a line end: the lowest bit that is borrowed is of a zero. */
  private static boolean hasLineEnd(ByteBuffer bytes, int at) {
    long zeros = 0;
    for (int i = 0; i < STRIDE; i += Long.BYTES) {
      long differing = bytes.getLong(at + i) ^ LINE_ENDS;
      zeros |= (differing - ONES) & ~differing;
    }
    return (zeros & HIGH_BITS) != 0;
  }

  private static int firstSign(byte[] block, int from, int end) {
    int at = from;
    while (at < end && isBlank(block[at])) {
      at++;
    }
    return at;
  }

  private static byte lastSign(byte[] block, int from, int end, byte otherwise) {
    int at = end - 1;
    while (at >= from && isBlank(block[at])) {
      at--;
    }
    return at >= from ? block[at] : otherwise;
  }

  private static boolean isBlank(byte sign) {
    return sign == ' ' || sign == '\t' || sign == '\r';
  }
}
