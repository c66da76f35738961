package io.trailproof.document;

import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;

/** Finds where JSON tokens end, which the parser does not tell for keys. */
final class JsonSpans {
  private final SourceFile file;
  private final byte[] bytes;

  JsonSpans(SourceFile file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** The string that begins with the quote at an offset. */
  Span string(int start) {
    int at = start + 1;
    while (at < bytes.length && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return file.span(start, Math.min(bytes.length, at + 1));
  }

  /** The number or word that begins at an offset and is written as {@code text}. */
  Node word(int start, Node.Kind kind, String text) {
    return new Node.Scalar(file.span(start, start + text.length()), kind, text, null);
  }

  /** The character at an offset; empty at the end of the file. */
  Span one(long offset) {
    int start = (int) Math.max(0, Math.min(offset, bytes.length));
    while (start > 0 && start < bytes.length && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    int end = Math.min(bytes.length, start + 1);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end++;
    }
    return file.span(start, end);
  }

  /** The empty span where the file ends. */
  Span end() {
    return file.span(bytes.length, bytes.length);
  }
}
