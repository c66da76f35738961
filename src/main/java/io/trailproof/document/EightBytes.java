package io.trailproof.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes in one long, the first lowest, of which all are compared at once.
 *
 * <p>What a comparison answers has the high bit of each byte that it is true of, and no other.
 */
final class EightBytes {
  /** A long that has a one in every byte: times a sign it is eight of that sign. */
  static final long ONES = 0x0101010101010101L;

  static final long HIGH = ONES << 7;
  static final long LOW = ~HIGH;
  static final long QUOTES = ONES * '"';
  static final long BACKSLASHES = ONES * '\\';

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private EightBytes() {}

  /** The bytes from a place on. */
  static long at(byte[] bytes, int place) {
    return (long) LONGS.get(bytes, place);
  }

  /** Which bytes are a sign. */
  static long are(long eight, long sign) {
    long differing = eight ^ sign;
    return ~(((differing & LOW) + LOW) | differing) & HIGH;
  }
}
