package io.trailproof.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What masks of 64 bytes tell, held against a loop over the bytes. */
class BlockScanTest {
  private static final String SIGNS = "{}[]\"\\\\,:a_^|~\u007F\u0002\u00A2é😀 [] {}\n";

  @Test
  void theLastBracketIsFoundWhereALoopOverTheBytesFindsIt() {
    Random random = new Random(64);
    int found = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = bytes(random);
      int from = random.nextInt(9);
      int open = 1 + random.nextInt(4);
      int end = byHand(bytes, from, open);
      assertEquals(end, scanned(bytes, from, open, random), () -> Arrays.toString(bytes));
      found += end < 0 ? 0 : 1;
    }
    assertEquals(true, found > 3_000 && found < 17_000, "found " + found);
  }

  @Test
  void everyByteIsTakenForWhatItIs() {
    for (int sign = 0; sign < 256; sign++) {
      for (int place = 0; place < BlockScan.BLOCK; place++) {
        byte[] bytes = new byte[BlockScan.BLOCK];
        Arrays.fill(bytes, (byte) ' ');
        bytes[place] = (byte) sign;
        int end = sign == '}' || sign == ']' ? place + 1 : -1;
        assertEquals(end, scanned(bytes, 0, 1, new Random(1)), sign + " at " + place);
      }
    }
  }

  private static byte[] bytes(Random random) {
    StringBuilder text = new StringBuilder();
    int[] signs = SIGNS.codePoints().toArray();
    int plain = random.nextInt(12);
    for (int n = random.nextInt(400); n >= 0; n--) {
      text.appendCodePoint(random.nextInt(12) < plain ? 'x' : signs[random.nextInt(signs.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    int size = bytes.length / BlockScan.BLOCK * BlockScan.BLOCK + BlockScan.BLOCK + 9;
    byte[] whole = Arrays.copyOf(bytes, size);
    Arrays.fill(whole, bytes.length, size, (byte) ' ');
    return whole;
  }

  /** In one pass, or in several. */
  private static int scanned(byte[] bytes, int from, int open, Random random) {
    BlockScan scan = new BlockScan();
    scan.begin(open);
    int at = from;
    while (at + BlockScan.BLOCK <= bytes.length) {
      int to = Math.min(bytes.length, at + BlockScan.BLOCK * (1 + random.nextInt(3)));
      if (scan.pass(bytes, at, to)) {
        return scan.place();
      }
      at = scan.place();
    }
    return -1;
  }

  private static int byHand(byte[] bytes, int from, int open) {
    int end = from + (bytes.length - from) / BlockScan.BLOCK * BlockScan.BLOCK;
    boolean quoted = false;
    boolean escaped = false;
    int depth = open;
    for (int at = from; at < end; at++) {
      switch (bytes[at]) {
        case '"' -> quoted ^= !escaped;
        case '{', '[' -> depth += quoted ? 0 : 1;
        case '}', ']' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
      escaped = bytes[at] == '\\' && !escaped;
      if (depth == 0) {
        return at + 1;
      }
    }
    return -1;
  }
}
