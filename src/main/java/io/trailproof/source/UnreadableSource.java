package io.trailproof.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An input that cannot be read, or is not text; says why and where. */
public final class UnreadableSource extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable SourceFile readable;

  UnreadableSource(String message) {
    this(message, null);
  }

  UnreadableSource(String message, @Nullable SourceFile readable) {
    super(message, null, false, false);
    this.readable = readable;
  }

  /** Where the text breaks off; empty when there is none at all. */
  public Optional<Span> place() {
    return Optional.ofNullable(readable).map(text -> text.span(text.length(), text.length()));
  }

  /** Why, in words. */
  public String reason() {
    String message = getMessage();
    return message == null ? "unreadable" : message;
  }

  /** Of what comes through a pipe and does not end by some bytes. */
  static UnreadableSource endless(long most) {
    return new UnreadableSource(
        "more than "
            + (most >= 1 << 20 ? (most >> 20) + " MiB" : most + " bytes")
            + " came through the pipe, and no more are read: write a plan as large as that to a"
            + " file");
  }

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return "cannot be read";
  }
}
