package io.trailproof.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What comes through a pipe or from a device need not end. */
final class EndlessInputTest {
  /** A stream of one byte without end, which counts what is taken of it. */
  private static final class Endless extends InputStream {
    private final byte what;
    private long taken;

    Endless(char what) {
      this.what = (byte) what;
    }

    @Override
    public int read() {
      taken++;
      return what;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      Arrays.fill(into, offset, offset + length, what);
      taken += length;
      return length;
    }
  }

  @Test
  void zerosAreRefusedAtOnce() {
    Endless zeros = new Endless('\0');
    UnreadableSource why = assertThrows(UnreadableSource.class, () -> SourceFile.read("-", zeros));
    assertEquals("not text: it holds a zero byte", why.reason());
    assertTrue(zeros.taken <= SourceFile.IN_MEMORY_BYTES, "taken " + zeros.taken);
  }

  @Test
  void textIsReadUpToTheLimit() throws UnreadableSource, IOException {
    long most = SourceFile.IN_MEMORY_BYTES + (4 << 20);
    Endless text = new Endless('y');
    UnreadableSource why =
        assertThrows(UnreadableSource.class, () -> SourceFile.read("-", text, most));
    assertEquals(
        "more than 20 MiB came through the pipe, and no more are read: write a plan as large as"
            + " that to a file",
        why.reason());
    assertTrue(text.taken <= most + (2 << 20), "taken " + text.taken);
    assertEquals(
        most, SourceFile.read("-", new BoundedStream(new Endless('y'), most), most).length());
  }

  @Test
  void shortOnesHaveALimitToo() {
    Endless text = new Endless('y');
    UnreadableSource why =
        assertThrows(
            UnreadableSource.class, () -> SourceFile.read("-", new BoundedStream(text, 20), 10));
    assertTrue(why.reason().startsWith("more than 10 bytes came"), why.reason());
  }
}
