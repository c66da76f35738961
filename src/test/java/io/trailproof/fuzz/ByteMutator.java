package io.trailproof.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes without a thought of what they mean. */
final class ByteMutator {
  /** Bytes that are no UTF-8, or stand where only text may. */
  private static final List<byte[]> BROKEN =
      List.of(
          new byte[] {(byte) 0xE9},
          new byte[] {(byte) 0xC0, (byte) 0x80},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {0},
          new byte[] {'\r'});

  private static final String SIGNS = "{}[]():,&*!|>'\"%@`#-?<~\\ \t\n=.$/;0a";

  private ByteMutator() {}

  /**
   * Some changes, one after the other.
   *
   * @param others what parts may be taken from
   */
  static byte[] mutated(byte[] bytes, List<byte[]> others, Random random) {
    byte[] changed = bytes;
    for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
      changed = once(changed, FuzzTarget.any(random, others), random);
    }
    return changed;
  }

  /** The first part of it; at least one byte and not the whole. */
  static byte[] cut(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, 1 + random.nextInt(Math.max(1, bytes.length - 1)));
  }

  private static byte[] once(byte[] bytes, byte[] other, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 8));
    return switch (random.nextInt(11)) {
      case 0 -> cut(bytes, random);
      case 1 -> flipped(bytes, random);
      case 2 -> replaced(bytes, at, to, new byte[0]);
      case 3 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 4 -> {
        int from = random.nextInt(other.length + 1);
        int end = Math.min(other.length, from + random.nextInt(60));
        yield replaced(bytes, at, random.nextBoolean() ? at : to, part(other, from, end));
      }
      case 5 -> replaced(bytes, at, at, utf8(HostileScalars.text(random)));
      case 6 -> replaced(bytes, at, at, FuzzTarget.any(random, BROKEN));
      case 7 -> {
        char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
        yield replaced(bytes, at, random.nextBoolean() ? at : to, utf8("" + sign));
      }
      case 8 -> withoutLine(bytes, at, random.nextBoolean());
      case 9 -> {
        String deep = String.valueOf(SIGNS.charAt(random.nextInt(6)));
        yield replaced(bytes, at, at, utf8(deep.repeat(random.nextInt(3000))));
      }
      default -> {
        String number = random.nextBoolean() ? "99999999999999999999" : "-1e-9999";
        yield replaced(bytes, at, to, utf8(number));
      }
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  /** Without the line around a place, or with that line twice. */
  private static byte[] withoutLine(byte[] bytes, int at, boolean twice) {
    int start = at;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    end = Math.min(bytes.length, end + 1);
    return twice
        ? replaced(bytes, start, start, part(bytes, start, end))
        : replaced(bytes, start, end, new byte[0]);
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The bytes with a part of them replaced. */
  static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
    out.write(bytes, 0, from);
    out.write(by, 0, by.length);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
