package io.trailproof.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.TSFBuilder;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over one JSON document that stands on a value and moves forward only, so that a file of
 * any size takes the memory of what its reader keeps.
 *
 * <p>Fed with bytes, so offsets of tokens are byte offsets. A value that a callback leaves unread
 * is skipped.
 */
public final class JsonStream implements AutoCloseable {
  /** How deep arrays and objects may nest. */
  public static final int MAX_DEPTH = 500;

  static final int MAX_DIGITS = 1000;

  private static final JsonFactory PARTS = factory().build();

  private static final JsonFactory FILES = factory().recyclerPool(new LargeReads()).build();

  private final SourceFile file;
  private final JsonParser parser;
  private final long base;
  private Decisions decisions = new Decisions(text -> false);
  private boolean pending;

  private static TSFBuilder<?, ?> factory() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_DIGITS)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxDocumentLength(-1)
                .build());
  }

  /**
   * A stream over a part of a file.
   *
   * @param base where in the file the parser began
   */
  private JsonStream(SourceFile file, JsonParser parser, long base) {
    this.file = file;
    this.parser = parser;
    this.base = base;
  }

  /** Receives one member of an object; the stream stands on its value. */
  @FunctionalInterface
  public interface MemberReader {
    /** Reads the value, or leaves it to be skipped. */
    void read(String key) throws BrokenJson;
  }

  /** Receives one element of an array; the stream stands on it. */
  @FunctionalInterface
  public interface ElementReader {
    /** Reads the element, or leaves it to be skipped. */
    void read() throws BrokenJson;
  }

  /** Receives one wanted object of an array. */
  @FunctionalInterface
  public interface ObjectReader {
    /** Takes the object, whose span is its byte range. */
    void read(Node.Mapping object) throws BrokenJson;
  }

  /** Opens a document and stands on its root value. */
  public static JsonStream open(SourceFile file) throws BrokenJson {
    try {
      if (file.text(0, 4).indexOf('\0') >= 0) {
        throw new BrokenJson(JsonFailure.notText(file));
      }
      JsonStream stream = new JsonStream(file, FILES.createParser(file.bytes()), 0);
      if (stream.advanceOrEnd() == null) {
        stream.close();
        throw new BrokenJson(JsonFailure.cutShort(file));
      }
      stream.pending = true;
      return stream;
    } catch (UncheckedIOException e) {
      throw new BrokenJson(JsonFailure.of(file, new IOException(e), 0));
    } catch (IOException e) {
      throw new BrokenJson(JsonFailure.of(file, e, 0));
    }
  }

  /** True if the current value is an object. */
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  /** True if the current value is an array. */
  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** True if the current value is {@code null}. */
  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Where the current value begins, as far as it has been read. */
  public Span here() {
    long start = start();
    return file.span(start, Math.min(file.length(), start + 1));
  }

  /** Steps into the current object, for {@link #nextMember}. */
  void enter() {
    pending = false;
  }

  /** Hands over the members of the current object in order; {@code null} has none. */
  public void members(MemberReader reader) throws BrokenJson {
    if (isNull()) {
      pending = false;
      return;
    }
    expect(isObject(), "an object");
    pending = false;
    for (String key = nextMember(); key != null; key = nextMember()) {
      reader.read(key);
    }
  }

  /** Moves to the next member's value within an object; null, and past the object, at its end. */
  @Nullable String nextMember() throws BrokenJson {
    skipPending();
    if (advance() == JsonToken.END_OBJECT) {
      return null;
    }
    String key = name();
    advance();
    pending = true;
    return key;
  }

  /** Hands over the elements of the current array in order; {@code null} has none. */
  public void elements(ElementReader reader) throws BrokenJson {
    if (isNull()) {
      pending = false;
      return;
    }
    expect(isArray(), "an array");
    pending = false;
    while (advance() != JsonToken.END_ARRAY) {
      pending = true;
      reader.read();
      skipPending();
    }
  }

  /**
   * Hands over those objects of the current array whose deciding member is a wanted text, and
   * passes over the others at the speed of the tokenizer, wherever that member stands in them.
   *
   * @return how many objects the array has, wanted or not
   */
  public long objectsWhere(String deciding, Predicate<String> wanted, ObjectReader reader)
      throws BrokenJson {
    long[] count = {0};
    Decisions current = decisions.areOf(wanted) ? decisions : new Decisions(wanted);
    elements(
        () -> {
          expect(isObject(), "an object");
          count[0]++;
          pending = false;
          decisions = current;
          objectWhere(deciding, reader);
        });
    return count[0];
  }

  /**
   * Passes over an object in one go and comes back for it only if it is wanted, so that those that
   * are not cost no more than their tokens.
   */
  private void objectWhere(String deciding, ObjectReader reader) throws BrokenJson {
    long start = start();
    if (passObject(deciding)) {
      long end = endOffset();
      try (JsonStream again = again(start, end)) {
        reader.read((Node.Mapping) again.node());
      }
    }
  }

  /** Moves to the end of the current object, and tells whether its deciding member is wanted. */
  private boolean passObject(String deciding) throws BrokenJson {
    while (advance() != JsonToken.END_OBJECT) {
      boolean decides = name().equals(deciding);
      JsonToken value = advance();
      if (decides) {
        boolean keep = value == JsonToken.VALUE_STRING && isWanted();
        skipToEndOfObject(value.isStructStart() ? 2 : 1);
        return keep;
      }
      if (value.isStructStart()) {
        skipValue();
      }
    }
    return false;
  }

  private boolean isWanted() throws BrokenJson {
    try {
      char[] buffer = parser.getTextCharacters();
      return decisions.test(buffer, parser.getTextOffset(), parser.getTextLength());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** A stream over a part of the file that has been passed, and is therefore sound. */
  private JsonStream again(long start, long end) throws BrokenJson {
    try {
      byte[] part = file.bytes(start, end);
      JsonStream stream =
          new JsonStream(file, PARTS.createParser(new ByteArrayInputStream(part)), start);
      stream.advance();
      return stream;
    } catch (UncheckedIOException e) {
      throw new BrokenJson(JsonFailure.of(file, new IOException(e), start));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * The hot path of a large plan: nothing but the tokenizer, and one comparison for most tokens.
   */
  private void skipToEndOfObject(int depth) throws BrokenJson {
    try {
      for (int open = depth; open > 0; ) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          throw new BrokenJson(JsonFailure.cutShort(file));
        }
        if (token.id() < JsonTokenId.ID_FIELD_NAME) {
          open += token.isStructStart() ? 1 : -1;
        }
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Passes over the current value. */
  public void skip() throws BrokenJson {
    pending = false;
    skipValue();
  }

  /** Reads the current value whole. */
  public Node node() throws BrokenJson {
    pending = false;
    return value();
  }

  /** The text of the current scalar; empty for objects, arrays and {@code null}, which it skips. */
  public String text() throws BrokenJson {
    pending = false;
    if (isObject() || isArray() || isNull()) {
      skipValue();
      return "";
    }
    return scalarText();
  }

  /** Makes sure that nothing follows the root value. */
  public void finish() throws BrokenJson {
    skipPending();
    if (advanceOrEnd() != null) {
      throw new BrokenJson(JsonFailure.afterEnd(file, start()));
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      // Everything was read that will be; a stream that fails to close loses nothing.
      pending = false;
    }
  }

  private void skipPending() throws BrokenJson {
    if (pending) {
      skip();
    }
  }

  private void skipValue() throws BrokenJson {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw broken(e);
    }
    if (parser.currentToken() == null) {
      throw new BrokenJson(JsonFailure.cutShort(file));
    }
  }

  private Node value() throws BrokenJson {
    if (isObject()) {
      long start = start();
      List<Node.Member> members = new ArrayList<>();
      while (advance() != JsonToken.END_OBJECT) {
        members.add(member());
      }
      return new Node.Mapping(file.span(start, endOffset()), members, null);
    }
    if (isArray()) {
      long start = start();
      List<Node> items = new ArrayList<>();
      while (advance() != JsonToken.END_ARRAY) {
        items.add(value());
      }
      return new Node.Sequence(file.span(start, endOffset()), items, null);
    }
    long start = start();
    Node.Kind kind = kind(parser.currentToken());
    String text = scalarText();
    return new Node.Scalar(file.span(start, endOffset()), kind, text, null);
  }

  private Node.Member member() throws BrokenJson {
    long start = start();
    String key = name();
    advance();
    return new Node.Member(file.span(start, keyEnd(start, key, start())), key, value());
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

  private static Node.Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> Node.Kind.STRING;
      case VALUE_TRUE, VALUE_FALSE -> Node.Kind.BOOLEAN;
      case VALUE_NULL -> Node.Kind.NULL;
      default -> Node.Kind.NUMBER;
    };
  }

  /** Strings are decoded lazily, so their end is known only after this. */
  private String scalarText() throws BrokenJson {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private String name() throws BrokenJson {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private JsonToken advance() throws BrokenJson {
    JsonToken token = advanceOrEnd();
    if (token == null) {
      throw new BrokenJson(JsonFailure.cutShort(file));
    }
    return token;
  }

  private @Nullable JsonToken advanceOrEnd() throws BrokenJson {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private long start() {
    return base + Math.max(0, parser.currentTokenLocation().getByteOffset());
  }

  private long endOffset() {
    return base + Math.max(0, parser.currentLocation().getByteOffset());
  }

  private void expect(boolean met, String what) throws BrokenJson {
    if (!met) {
      throw new BrokenJson(
          Diagnostic.error("unexpected-json", "expected " + what + " here", here()));
    }
  }

  private BrokenJson broken(IOException e) {
    return new BrokenJson(JsonFailure.of(file, e, endOffset()));
  }
}
