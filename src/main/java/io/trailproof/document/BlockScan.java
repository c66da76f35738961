package io.trailproof.document;

/**
 * Passes over what brackets enclose, 64 bytes at a time, as simdjson does ("Parsing Gigabytes of
 * JSON per Second", arXiv 1902.08318), with longs instead of vectors: which bytes are quotes tells
 * which are in strings, and the brackets of those that are not are counted.
 *
 * <p>Brackets are counted and not paired, and nothing else is looked at.
 *
 * <p>Of a block there are masks of 64 bits. They are made of eight longs by bit {@code 8 * byte +
 * long}, which takes no more than a shift of each; {@link #inOrder} sorts one by place.
 */
final class BlockScan {
  /** How many bytes are looked at together. */
  static final int BLOCK = 64;

  private static final long OPENING = EightBytes.ONES * '{';
  private static final long CLOSING = EightBytes.ONES * '}';

  /** The bit in which {@code [} differs from <code>{</code>, and {@code ]} from <code>}</code>. */
  private static final long CURLY = EightBytes.ONES * ('{' ^ '[');

  private int depth;
  private boolean isQuoted;
  private boolean isEscaped;
  private int place;

  /**
   * Begins anew, outside of strings.
   *
   * @param open how many brackets are open
   */
  void begin(int open) {
    depth = open;
    isQuoted = false;
    isEscaped = false;
  }

  /** Where the last pass ended: behind the last bracket, or behind the last whole block. */
  int place() {
    return place;
  }

  /** Passes over whole blocks; true once the last bracket is closed. */
  boolean pass(byte[] bytes, int from, int to) {
    long quoted = isQuoted ? 1 : 0;
    boolean escaped = isEscaped;
    int open = depth;
    int at = from;
    for (; at + BLOCK <= to; at += BLOCK) {
      long other = 0;
      long noQuote = 0;
      long noOpening = 0;
      long noClosing = 0;
      long noBackslash = EightBytes.HIGH;
      for (int i = 0; i < Long.BYTES; i++) {
        long eight = EightBytes.at(bytes, at + Long.BYTES * i);
        long ascii = eight & EightBytes.LOW;
        long bracket = ascii | CURLY;
        int shift = 7 - i;
        other |= eight;
        noQuote |= differing(ascii, EightBytes.QUOTES) >>> shift;
        noOpening |= differing(bracket, OPENING) >>> shift;
        noClosing |= differing(bracket, CLOSING) >>> shift;
        noBackslash &= differing(ascii, EightBytes.BACKSLASHES);
      }
      if ((other & EightBytes.HIGH) != 0) { // half of a character is none of the signs
        long high = high(bytes, at);
        noQuote |= high;
        noOpening |= high;
        noClosing |= high;
      }
      if (noBackslash != EightBytes.HIGH || escaped) {
        long slashes = backslashes(bytes, at);
        long meant = escapes(slashes, escaped);
        escaped = endsEscaping(slashes, escaped);
        noQuote |= inOrder(meant);
      }
      // Whether a byte is in a string: how many quotes there are before, in its long and in all
      // before that.
      long strings = ~noQuote;
      strings ^= strings << 8;
      strings ^= strings << 16;
      strings ^= strings << 32;
      long before = strings >>> 56;
      before ^= before << 1;
      before ^= before << 2;
      before ^= before << 4;
      before = (before << 1) ^ (quoted * 0x1FF);
      strings ^= (before & 0xFF) * EightBytes.ONES;
      quoted = (before >>> 8) & 1;
      long openings = ~(noOpening | strings);
      long closings = ~(noClosing | strings);
      int closed = Long.bitCount(closings);
      if (closed >= open) {
        int end = end(open, inOrder(openings), inOrder(closings));
        if (end >= 0) {
          place = at + end;
          return true;
        }
      }
      open += Long.bitCount(openings) - closed;
    }
    place = at;
    depth = open;
    isQuoted = quoted != 0;
    isEscaped = escaped;
    return false;
  }

  /** The high bit of each byte that differs, none of them beyond ASCII. */
  private static long differing(long ascii, long sign) {
    return ((ascii ^ sign) + EightBytes.LOW) & EightBytes.HIGH;
  }

  /** Which bytes are beyond ASCII. */
  private static long high(byte[] bytes, int at) {
    long high = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      high |= (EightBytes.at(bytes, at + Long.BYTES * i) & EightBytes.HIGH) >>> (7 - i);
    }
    return high;
  }

  /** Which bytes are backslashes, in order. */
  private static long backslashes(byte[] bytes, int at) {
    long mask = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      long eight = EightBytes.at(bytes, at + Long.BYTES * i);
      mask |= EightBytes.are(eight, EightBytes.BACKSLASHES) >>> (7 - i);
    }
    return inOrder(mask);
  }

  /** Which bytes stand behind a backslash that means them, in order. */
  private static long escapes(long backslashes, boolean first) {
    long escaped = first ? 1 : 0;
    for (long left = backslashes & ~escaped; left != 0; ) {
      long one = Long.lowestOneBit(left);
      escaped |= one << 1;
      left &= ~(one | one << 1);
    }
    return escaped;
  }

  /** True if the last byte is a backslash that means what follows. */
  private static boolean endsEscaping(long backslashes, boolean first) {
    return backslashes < 0 && escapes(backslashes, first) >= 0;
  }

  /**
   * Sorts a mask by place: an eight by eight matrix of bits is turned ("Hacker's Delight", 7-3).
   */
  private static long inOrder(long mask) {
    long turned = mask;
    long moved = (turned ^ (turned >>> 7)) & 0x00AA00AA00AA00AAL;
    turned ^= moved ^ (moved << 7);
    moved = (turned ^ (turned >>> 14)) & 0x0000CCCC0000CCCCL;
    turned ^= moved ^ (moved << 14);
    moved = (turned ^ (turned >>> 28)) & 0x00000000F0F0F0F0L;
    return turned ^ moved ^ (moved << 28);
  }

  /** Behind which byte of the block no bracket is open; -1 if there is none. */
  private static int end(int open, long openings, long closings) {
    int closed = 0;
    for (long left = closings; left != 0; left &= left - 1) {
      int at = Long.numberOfTrailingZeros(left);
      closed++;
      if (open + Long.bitCount(openings & ((1L << at) - 1)) == closed) {
        return at + 1;
      }
    }
    return -1;
  }
}
