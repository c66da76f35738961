package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes nodes of the values that a cursor stands on. */
final class JsonNodes {
  private final JsonCursor cursor;
  private final SourceFile file;
  private int depth;

  /**
   * Nodes of a cursor.
   *
   * @param depth how many objects and arrays the cursor's part of the file is in
   */
  JsonNodes(JsonCursor cursor, int depth) {
    this.cursor = cursor;
    this.file = cursor.file();
    this.depth = depth;
  }

  /** The current value, whole. */
  Node value() throws BrokenJson {
    long start = cursor.start();
    JsonToken token = Objects.requireNonNull(cursor.token());
    if (token == JsonToken.START_OBJECT) {
      enter();
      List<Node.Member> members = new ArrayList<>();
      while (cursor.advance() != JsonToken.END_OBJECT) {
        members.add(member());
      }
      depth--;
      return new Node.Mapping(file.span(start, cursor.end()), members, null);
    }
    if (token == JsonToken.START_ARRAY) {
      enter();
      List<Node> items = new ArrayList<>();
      while (cursor.advance() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      depth--;
      return new Node.Sequence(file.span(start, cursor.end()), items, null);
    }
    String text = cursor.text();
    // A number ends where its text does; the parser may have looked at what follows.
    long end = token == JsonToken.VALUE_STRING ? cursor.end() : start + text.length();
    return new Node.Scalar(file.span(start, end), kind(token), text, null);
  }

  /** The parser of a part counts from there. */
  private void enter() throws BrokenJson {
    depth++;
    if (depth > Limits.DEPTH) {
      throw new BrokenJson(DocumentError.tooDeep(file.span(cursor.start(), cursor.end())));
    }
  }

  private Node.Member member() throws BrokenJson {
    long start = cursor.start();
    String key = cursor.name();
    cursor.advance();
    return new Node.Member(file.span(start, keyEnd(start, key, cursor.start())), key, value());
  }

  /**
   * The parser reads on to the value before it hands over a key. With nothing but a colon between,
   * a key as long as its text has no escapes; else the source tells.
   */
  private long keyEnd(long start, String key, long valueStart) {
    long plain = start + 2 + key.getBytes(StandardCharsets.UTF_8).length;
    if (plain + 1 == valueStart) {
      return plain;
    }
    String source = file.text(start, valueStart);
    int at = 1;
    while (at < source.length() && source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(source.length(), at + 1);
    return start + source.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
  }

  /** What a scalar of a token is. */
  static Node.Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> Node.Kind.STRING;
      case VALUE_TRUE, VALUE_FALSE -> Node.Kind.BOOLEAN;
      case VALUE_NULL -> Node.Kind.NULL;
      default -> Node.Kind.NUMBER;
    };
  }
}
