package io.trailproof.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes behind a source file; sealed, since only memory and disk hold any. */
sealed interface Content {
  long length();

  InputStream stream() throws IOException;

  /** Copies up to {@code length} bytes from an offset; shorter only at the end. */
  byte[] copy(long start, int length);

  default String text(long start, long end) {
    long from = Math.max(0, Math.min(start, length()));
    long to = Math.max(from, Math.min(end, length()));
    return new String(
        copy(from, (int) Math.min(to - from, Integer.MAX_VALUE - 8)), StandardCharsets.UTF_8);
  }

  /** An input held in memory. */
  final class InMemory implements Content {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream stream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] copy(long start, int length) {
      int from = (int) Math.min(start, bytes.length);
      return java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }
  }

  /** An input left on disk, after {@code skip} bytes of byte order mark. */
  record OnDisk(Path path, long skip, long length) implements Content {
    @Override
    public InputStream stream() throws IOException {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      channel.position(skip);
      return Channels.newInputStream(channel);
    }

    @Override
    public byte[] copy(long start, int length) {
      int wanted = (int) Math.max(0, Math.min(length, this.length - start));
      ByteBuffer buffer = ByteBuffer.allocate(wanted);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
          read = channel.read(buffer, skip + start + buffer.position());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }
  }
}
