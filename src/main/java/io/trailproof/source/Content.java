package io.trailproof.source;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The bytes behind a source file; sealed, since only memory and disk hold any. */
sealed interface Content permits Content.InMemory, Content.OnDisk, Content.Part, Packed {
  long length();

  InputStream stream() throws IOException;

  /** Copies up to {@code length} bytes from an offset; shorter only at the end. */
  byte[] copy(long start, int length);

  default byte[] bytes(long start, long end) {
    long from = Math.max(0, Math.min(start, length()));
    long to = Math.max(from, Math.min(end, length()));
    return copy(from, (int) Math.min(to - from, Integer.MAX_VALUE - 8));
  }

  default String text(long start, long end) {
    return new String(bytes(start, end), StandardCharsets.UTF_8);
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
    public String text(long start, long end) {
      int from = (int) Math.max(0, Math.min(start, bytes.length));
      int to = (int) Math.max(from, Math.min(end, bytes.length));
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] copy(long start, int length) {
      int from = (int) Math.min(start, bytes.length);
      return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
    }
  }

  /** A part of another input. */
  final class Part implements Content {
    private final Content whole;
    private final long start;
    private final long length;

    Part(Content whole, long start, long length) {
      this.whole = whole;
      this.start = start;
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public InputStream stream() throws IOException {
      InputStream stream = whole.stream();
      stream.skipNBytes(start);
      return new BoundedStream(stream, length);
    }

    @Override
    public byte[] copy(long from, int wanted) {
      return whole.copy(start + from, (int) Math.max(0, Math.min(wanted, length - from)));
    }
  }

  /** An input left on disk, after {@code skip} bytes of byte order mark. */
  final class OnDisk implements Content {
    private static final int BLOCK = 1 << 16;

    private final String name;
    private final Path path;
    private final long skip;
    private final long length;
    private final ReadProgress progress;

    /** The piece that was read last: what is asked for next is mostly near it. */
    private byte[] block = {};

    private long blockStart;

    OnDisk(String name, Path path, long skip, long length, ReadProgress progress) {
      this.name = name;
      this.progress = progress;
      this.path = path;
      this.skip = skip;
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public InputStream stream() throws IOException {
      FileInputStream stream = new FileInputStream(path.toFile());
      stream.skipNBytes(skip);
      return progress == ReadProgress.NONE
          ? stream
          : new WatchedStream(stream, bytes -> progress.read(name, bytes, length));
    }

    @Override
    public byte[] copy(long start, int length) {
      int wanted = (int) Math.max(0, Math.min(length, this.length - start));
      if (wanted >= BLOCK) {
        return read(start, wanted);
      }
      if (start < blockStart || start + wanted > blockStart + block.length) {
        block = read(start, (int) Math.min(BLOCK, this.length - start));
        blockStart = start;
      }
      int from = (int) (start - blockStart);
      return Arrays.copyOfRange(block, from, Math.min(block.length, from + wanted));
    }

    private byte[] read(long start, int wanted) {
      ByteBuffer buffer = ByteBuffer.allocate(wanted);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
          read = channel.read(buffer, skip + start + buffer.position());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }
}
