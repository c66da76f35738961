package io.trailproof.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a file or of a part of one, with their byte offsets in the file; what is wrong with
 * them is said in diagnostics.
 *
 * <p>Fed with bytes, so offsets of tokens are byte offsets.
 */
final class JsonCursor implements JsonTokens {
  /** The bytes by which the parser would tell an encoding. */
  private static final int HEAD = 4;

  private final SourceFile file;
  private final JsonParser parser;
  private final long base;

  /**
   * A cursor over a part of a file.
   *
   * @param base where in the file the parser began
   */
  private JsonCursor(SourceFile file, JsonParser parser, long base) {
    this.file = file;
    this.parser = parser;
    this.base = base;
  }

  /** Stands on the first token of a file. */
  static JsonCursor open(SourceFile file) throws BrokenJson {
    try {
      byte[] head = file.bytes(0, HEAD);
      for (int i = 0; i < head.length; i++) {
        if (head[i] == 0 || (i == 0 && head[i] < 0)) {
          throw new BrokenJson(JsonFailure.foreignStart(file, i));
        }
      }
      JsonCursor cursor = new JsonCursor(file, JsonParsers.of(file), 0);
      if (cursor.advanceOrEnd() == null) {
        cursor.close();
        throw new BrokenJson(DocumentError.empty(file));
      }
      return cursor;
    } catch (UncheckedIOException e) {
      throw new BrokenJson(JsonFailure.of(file, new IOException(e), 0));
    } catch (IOException e) {
      throw new BrokenJson(JsonFailure.of(file, e, 0));
    }
  }

  /**
   * Stands on the first token of a part of a file.
   *
   * @param bytes what holds the part
   * @param from where it begins there
   * @param base where it begins in the file
   */
  static JsonCursor part(SourceFile file, byte[] bytes, int from, int length, long base)
      throws BrokenJson {
    for (int i = 0; i < Math.min(HEAD, length); i++) {
      if (bytes[from + i] == 0) {
        throw new BrokenJson(JsonFailure.foreignStart(file, base + i));
      }
    }
    try {
      JsonCursor cursor = new JsonCursor(file, JsonParsers.of(bytes, from, length), base);
      cursor.advance();
      return cursor;
    } catch (IOException e) {
      throw new BrokenJson(JsonFailure.of(file, e, base));
    }
  }

  /** Stands on the first token of a part of the file that has been passed. */
  private JsonCursor again(long from, long to) throws BrokenJson {
    try {
      byte[] bytes = file.bytes(from, to);
      return part(file, bytes, 0, bytes.length, from);
    } catch (UncheckedIOException e) {
      throw new BrokenJson(JsonFailure.of(file, new IOException(e), from));
    }
  }

  /**
   * Where the innermost object or array begins that is open where a file stops being JSON; -1 for
   * none. That takes another reading: of what is only passed over no places are kept.
   */
  static long opened(SourceFile file) {
    Deque<Long> open = new ArrayDeque<>();
    try (JsonParser parser = JsonParsers.of(file)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          open.push(parser.currentTokenLocation().getByteOffset());
        } else if (token.isStructEnd()) {
          open.pop();
        }
      }
    } catch (IOException e) {
      // Here the first reading stopped.
      return open.isEmpty() ? -1 : open.element();
    }
    return -1;
  }

  @Override
  public SourceFile file() {
    return file;
  }

  @Override
  public @Nullable JsonToken token() {
    return parser.currentToken();
  }

  @Override
  public long start() {
    return base + Math.max(0, parser.currentTokenLocation().getByteOffset());
  }

  /** How far the file has been read; the end of a text only once it was asked for. */
  long end() {
    return base + Math.max(0, parser.currentLocation().getByteOffset());
  }

  @Override
  public String name() throws BrokenJson {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public String text() throws BrokenJson {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** What is decided of the text of the current scalar. */
  private boolean decide(Decisions decisions) throws BrokenJson {
    try {
      char[] buffer = parser.getTextCharacters();
      return decisions.test(buffer, parser.getTextOffset(), parser.getTextLength());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public JsonToken advance() throws BrokenJson {
    JsonToken token = advanceOrEnd();
    if (token == null) {
      throw new BrokenJson(JsonFailure.cutShort(file));
    }
    return token;
  }

  /** Moves to the next token; null at the end of the file. */
  @Nullable JsonToken advanceOrEnd() throws BrokenJson {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public void finish() throws BrokenJson {
    long end = end();
    try {
      if (parser.nextToken() != null) {
        throw new BrokenJson(JsonFailure.afterEnd(file, end));
      }
    } catch (JsonProcessingException e) {
      throw new BrokenJson(JsonFailure.afterEnd(file, end));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  @Override
  public void skip() throws BrokenJson {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw broken(e);
    }
    if (parser.currentToken() == null) {
      throw new BrokenJson(JsonFailure.cutShort(file));
    }
  }

  @Override
  public Node node() throws BrokenJson {
    return new JsonNodes(this, 0).value();
  }

  /** Passes over the object in one go and comes back for it only if it is wanted. */
  @Override
  public Node.@Nullable Mapping objectWhere(String deciding, Decisions wanted) throws BrokenJson {
    long from = start();
    if (!passObject(deciding, wanted)) {
      return null;
    }
    try (JsonCursor again = again(from, end())) {
      return (Node.Mapping) again.node();
    }
  }

  /** Moves to the end of the current object, and tells whether its deciding member is wanted. */
  private boolean passObject(String deciding, Decisions wanted) throws BrokenJson {
    while (advance() != JsonToken.END_OBJECT) {
      boolean decides = name().equals(deciding);
      JsonToken value = advance();
      if (decides) {
        boolean keep = value == JsonToken.VALUE_STRING && decide(wanted);
        skipToEnd(value.isStructStart() ? 2 : 1);
        return keep;
      }
      if (value.isStructStart()) {
        skip();
      }
    }
    return false;
  }

  /**
   * Moves to the end of an object from somewhere within it: the hot path of a large plan, nothing
   * but the tokenizer, and one comparison for most tokens.
   *
   * @param depth how many objects and arrays are open, the object included
   */
  private void skipToEnd(int depth) throws BrokenJson {
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

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      // Everything was read that will be; a stream that fails to close loses nothing.
      return;
    }
  }

  private BrokenJson broken(IOException e) {
    return new BrokenJson(JsonFailure.of(file, e, end()));
  }
}
