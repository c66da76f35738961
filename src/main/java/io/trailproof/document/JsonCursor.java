package io.trailproof.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.TSFBuilder;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import java.io.ByteArrayInputStream;
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
final class JsonCursor implements AutoCloseable {
  private static final JsonFactory SMALL = factory().build();

  private static final JsonFactory LARGE = factory().recyclerPool(new LargeReads()).build();

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

  private static TSFBuilder<?, ?> factory() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(Limits.DEPTH)
                .maxNumberLength(Limits.DIGITS)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxDocumentLength(-1)
                .build());
  }

  /** Stands on the first token of a file. */
  static JsonCursor open(SourceFile file) throws BrokenJson {
    try {
      byte[] head = file.bytes(0, 4);
      for (int i = 0; i < head.length; i++) {
        if (head[i] == 0 || (i == 0 && head[i] < 0)) {
          throw new BrokenJson(JsonFailure.foreignStart(file, i));
        }
      }
      JsonCursor cursor = new JsonCursor(file, parser(file), 0);
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

  /** Stands on the first token of a part of the file that has been passed, and is sound. */
  JsonCursor again(long start, long end) throws BrokenJson {
    try {
      byte[] part = file.bytes(start, end);
      JsonCursor cursor =
          new JsonCursor(file, SMALL.createParser(new ByteArrayInputStream(part)), start);
      cursor.advance();
      return cursor;
    } catch (UncheckedIOException e) {
      throw new BrokenJson(JsonFailure.of(file, new IOException(e), start));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The parser of a file. */
  static JsonParser parser(SourceFile file) throws IOException {
    boolean isSmall = file.length() <= LargeReads.BYTES;
    return (isSmall ? SMALL : LARGE).createParser(file.bytes());
  }

  /**
   * Where the innermost object or array begins that is open where a file stops being JSON; -1 for
   * none. That takes another reading: of what is only passed over no places are kept.
   */
  static long opened(SourceFile file) {
    Deque<Long> open = new ArrayDeque<>();
    try (JsonParser parser = parser(file)) {
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

  SourceFile file() {
    return file;
  }

  @Nullable JsonToken token() {
    return parser.currentToken();
  }

  /** Where the current token begins. */
  long start() {
    return base + Math.max(0, parser.currentTokenLocation().getByteOffset());
  }

  /** How far the file has been read; the end of a text only once it was asked for. */
  long end() {
    return base + Math.max(0, parser.currentLocation().getByteOffset());
  }

  /** The name of the member that the current token is or belongs to. */
  String name() throws BrokenJson {
    try {
      return parser.currentName();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The text of the current scalar; it is decoded now, so its end is known only after this. */
  String text() throws BrokenJson {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** What is decided of the text of the current scalar. */
  boolean decide(Decisions decisions) throws BrokenJson {
    try {
      char[] buffer = parser.getTextCharacters();
      return decisions.test(buffer, parser.getTextOffset(), parser.getTextLength());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Moves to the next token, of which there must be one. */
  JsonToken advance() throws BrokenJson {
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

  /** Makes sure that the file ends here. */
  void finish() throws BrokenJson {
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

  /** Passes over the current value. */
  void skip() throws BrokenJson {
    try {
      parser.skipChildren();
    } catch (IOException e) {
      throw broken(e);
    }
    if (parser.currentToken() == null) {
      throw new BrokenJson(JsonFailure.cutShort(file));
    }
  }

  /**
   * Moves to the end of an object from somewhere within it: the hot path of a large plan, nothing
   * but the tokenizer, and one comparison for most tokens.
   *
   * @param depth how many objects and arrays are open, the object included
   */
  void skipToEnd(int depth) throws BrokenJson {
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

  /**
   * Gives the parser of a large file a larger buffer than its own of 8,000 bytes: a plan of a
   * gigabyte is then read a tenth faster.
   */
  private static final class LargeReads extends RecyclerPool.NonRecyclingPoolBase<BufferRecycler> {
    static final int BYTES = 1 << 16;

    private static final long serialVersionUID = 1L;

    @Override
    public BufferRecycler acquirePooled() {
      return new BufferRecycler() {
        @Override
        protected int byteBufferLength(int buffer) {
          return buffer == BYTE_READ_IO_BUFFER ? BYTES : super.byteBufferLength(buffer);
        }
      };
    }
  }
}
