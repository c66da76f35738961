package io.trailproof.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** An input that cannot be read, or is not text; says why and at which byte. */
public final class UnreadableSource extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;

  UnreadableSource(String message, long offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  /** The byte offset of the first byte that could not be read as text; 0 when no byte could. */
  public long offset() {
    return offset;
  }

  /** Why, in words. */
  public String reason() {
    String message = getMessage();
    return message == null ? "unreadable" : message;
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
