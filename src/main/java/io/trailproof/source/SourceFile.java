package io.trailproof.source;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One input under the name the user gave it, as UTF-8 bytes without byte order mark.
 *
 * <p>Offsets count bytes from zero. Small inputs are held in memory; a large file stays on disk and
 * is read in pieces, so that a plan of a gigabyte costs no gigabyte.
 */
public final class SourceFile {
  /** Files up to this size are read into memory at once. */
  static final long IN_MEMORY_BYTES = 16L * 1024 * 1024;

  private final String name;
  private final Content content;
  private final Lines lines;

  /** Where in the file that the lines are counted in this one begins. */
  private final long start;

  /** What is left of the file, where nobody has its bytes. */
  private final @Nullable Snippet snippet;

  private SourceFile(String name, Content content) {
    this(name, content, new Lines(content), 0, null);
  }

  private SourceFile(
      String name, Content content, Lines lines, long start, @Nullable Snippet snippet) {
    this.name = name;
    this.content = content;
    this.lines = lines;
    this.start = start;
    this.snippet = snippet;
  }

  /**
   * Takes bytes in UTF-8, or in UTF-16 or UTF-8 with a byte order mark.
   *
   * @throws UnreadableSource when they are not text in that encoding
   */
  public static SourceFile of(String name, byte[] bytes) throws UnreadableSource {
    return new SourceFile(name, new Content.InMemory(Encoding.utf8(name, bytes)));
  }

  /** Takes text as it is. */
  public static SourceFile ofText(String name, String text) {
    return new SourceFile(
        name, new Content.InMemory(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /**
   * Opens what a name names.
   *
   * @throws UnreadableSource when it names nothing, or what cannot be read or is not text
   */
  public static SourceFile open(String name) throws UnreadableSource {
    Path path = PathName.of(name).orElse(null);
    if (path == null) {
      throw new UnreadableSource("not a path");
    }
    return open(name, path);
  }

  /**
   * Opens a file; only the start of a large one is looked at.
   *
   * @throws UnreadableSource when it cannot be read or is not text
   */
  public static SourceFile open(String name, Path path) throws UnreadableSource {
    return open(name, path, ReadProgress.NONE);
  }

  /**
   * Opens a file; only the start of a large one is looked at.
   *
   * @param progress is told how far a large one is read
   * @throws UnreadableSource when it cannot be read or is not text
   */
  public static SourceFile open(String name, Path path, ReadProgress progress)
      throws UnreadableSource {
    try {
      if (!Files.isRegularFile(path)) {
        // A pipe can be read once only.
        try (InputStream in = Files.newInputStream(path)) {
          return read(name, in);
        }
      }
      long size = Files.size(path);
      try (InputStream in = stream(path)) {
        if (size <= IN_MEMORY_BYTES) {
          return of(name, in.readAllBytes());
        }
        byte[] head = new byte[4];
        int read = in.readNBytes(head, 0, head.length);
        if (Encoding.isUtf16(head, read)) {
          return of(name, Files.readAllBytes(path));
        }
        long skip = Encoding.isUtf8Marked(head, read) ? 3 : 0;
        return new SourceFile(name, new Content.OnDisk(name, path, skip, size - skip, progress));
      }
    } catch (IOException e) {
      throw new UnreadableSource(UnreadableSource.reason(e));
    }
  }

  /** The bytes of a file, without a channel, whose classes take longer than a small file does. */
  private static InputStream stream(Path path) throws IOException {
    try {
      return new FileInputStream(path.toFile());
    } catch (FileNotFoundException e) {
      return Files.newInputStream(path); // says why, where this says that there is none
    }
  }

  /**
   * Reads a stream to its end; what is large is kept compressed.
   *
   * @throws UnreadableSource when it is not text, or does not end within {@link Limits#PIPED_BYTES}
   * @throws IOException when it cannot be read
   */
  public static SourceFile read(String name, InputStream in) throws UnreadableSource, IOException {
    return read(name, in, Limits.PIPED_BYTES);
  }

  /**
   * Reads a stream to its end; what is large is kept compressed.
   *
   * @param most bytes that are read
   */
  public static SourceFile read(String name, InputStream in, long most)
      throws UnreadableSource, IOException {
    byte[] head = in.readNBytes((int) IN_MEMORY_BYTES);
    if (head.length > most) {
      throw UnreadableSource.endless(most);
    }
    if (head.length < IN_MEMORY_BYTES) {
      return of(name, head);
    }
    if (Encoding.isUtf16(head, head.length)) {
      int room = (int) Math.min(most, Limits.JSON_BYTES) - head.length;
      byte[] rest = in.readNBytes(room + 1);
      if (rest.length > room) {
        throw UnreadableSource.endless(head.length + (long) room);
      }
      byte[] all = Arrays.copyOf(head, Math.addExact(head.length, rest.length));
      System.arraycopy(rest, 0, all, head.length, rest.length);
      return of(name, all);
    }
    if (Encoding.holdsZero(head)) {
      // A device such as /dev/zero does not end; neither JSON nor YAML has such a character.
      throw new UnreadableSource("not text: it holds a zero byte");
    }
    boolean marked = Encoding.isUtf8Marked(head, head.length);
    return new SourceFile(
        name, Packed.of(marked ? Arrays.copyOfRange(head, 3, head.length) : head, in, most));
  }

  /**
   * A part as an input of its own; its positions are those in the whole.
   *
   * @param called the name of the part
   */
  public SourceFile part(String called, long from, long to) {
    return new SourceFile(
        called, new Content.Part(content, from, to - from), lines, start + from, snippet);
  }

  /** The span of a piece of a file of which no more is at hand than what a report showed. */
  public static Span shown(String name, Snippet what) {
    Content none = new Content.InMemory(new byte[0]);
    return new SourceFile(name, none, new Lines(none), 0, what).span(0, 1);
  }

  /** What a report showed of it, if that is all there is. */
  public Optional<Snippet> snippet() {
    return Optional.ofNullable(snippet);
  }

  /** The name as the user gave it; never made absolute. */
  public String name() {
    return name;
  }

  /** The size in bytes, byte order mark excluded. */
  public long length() {
    return content.length();
  }

  /** A fresh stream over all bytes. */
  public InputStream bytes() throws IOException {
    return content.stream();
  }

  /** The bytes between two offsets, both clamped to the file. */
  public byte[] bytes(long start, long end) {
    return content.bytes(start, end);
  }

  /** The text between two byte offsets, both clamped to the file. */
  public String text(long start, long end) {
    return content.text(start, end);
  }

  /** The whole text; for inputs that are known to be small. */
  public String text() {
    return content.text(0, content.length());
  }

  /** The line and column of a byte offset. */
  public Position position(long offset) {
    if (snippet != null) {
      return offset <= 0 ? snippet.from() : snippet.to();
    }
    return lines.position(start + Math.max(0, Math.min(offset, length())));
  }

  /** The span of the line that holds an offset, without its line break. */
  public Span line(long offset) {
    long at = start + Math.max(0, Math.min(offset, length()));
    return new Span(
        this, Math.max(0, lines.start(at) - start), Math.min(length(), lines.end(at) - start));
  }

  /** A span of this file. */
  public Span span(long start, long end) {
    return new Span(this, start, end);
  }

  @Override
  public String toString() {
    return name;
  }
}
