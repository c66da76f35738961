package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the tokens of JSON may stand, over bytes of which a subclass tells where
 * strings and words end.
 *
 * <p>Where anything is not as expected, there is no telling what is wrong: for that the file has to
 * be read by a {@link JsonCursor}.
 */
abstract sealed class JsonGrammar implements JsonTokens permits CommonJson, JsonSplitter {
  final SourceFile file;
  private final boolean[] isArray = new boolean[Limits.DEPTH];
  private int depth;
  private @Nullable JsonToken token;
  private long start;
  private long end;

  JsonGrammar(SourceFile file) {
    this.file = file;
  }

  // --- what the bytes tell

  /** Passes over blanks and one sign behind them, which it returns; -1 at the end of the file. */
  abstract int sign() throws BrokenJson, IOException;

  /** The offset in the file of what was not passed yet. */
  abstract long offset();

  /** Passes over the rest of a string behind its opening quote. */
  abstract void string() throws BrokenJson, IOException;

  /** Passes over the rest of a number or word that begins with a sign, and says what it is. */
  abstract JsonToken word(int sign) throws BrokenJson, IOException;

  // --- what is current

  @Override
  public final SourceFile file() {
    return file;
  }

  @Override
  public @Nullable JsonToken token() {
    return token;
  }

  @Override
  public long start() {
    return start;
  }

  /** The offset behind the current token. */
  final long end() {
    return end;
  }

  /** How many objects and arrays are open. */
  final int depth() {
    return depth;
  }

  final boolean isOpening() {
    return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
  }

  /** Goes back to an object that was open at a depth and began before that offset. */
  final void backTo(int open, long offset) {
    depth = open;
    start = offset;
    token = JsonToken.START_OBJECT;
  }

  // --- moving on

  /** Moves to the next token, of which there must be one. */
  final JsonToken next() throws BrokenJson, IOException {
    int sign = sign();
    if (token == JsonToken.FIELD_NAME) {
      expect(sign == ':');
      return value(sign());
    }
    expect(depth > 0);
    boolean inArray = isArray[depth - 1];
    if (sign == (inArray ? ']' : '}')) {
      return closed();
    }
    if (!isOpening()) {
      expect(sign == ',');
      sign = sign();
    }
    return inArray ? value(sign) : member(sign);
  }

  /** The name of a member that begins with a sign. */
  final JsonToken member(int sign) throws BrokenJson, IOException {
    expect(sign == '"');
    start = offset() - 1;
    string();
    return passed(JsonToken.FIELD_NAME);
  }

  /** The value that begins with a sign; a scalar is passed. */
  final JsonToken value(int sign) throws BrokenJson, IOException {
    expect(sign >= 0);
    start = offset() - 1;
    if (sign == '{' || sign == '[') {
      expect(depth < Limits.DEPTH);
      isArray[depth++] = sign == '[';
      return passed(sign == '[' ? JsonToken.START_ARRAY : JsonToken.START_OBJECT);
    }
    if (sign == '"') {
      string();
      return passed(JsonToken.VALUE_STRING);
    }
    return passed(word(sign));
  }

  /** What is current is over: the object or array that it is in becomes so. */
  final JsonToken closed() {
    depth--;
    start = offset() - 1;
    return passed(isArray[depth] ? JsonToken.END_ARRAY : JsonToken.END_OBJECT);
  }

  private JsonToken passed(JsonToken next) {
    end = offset();
    token = next;
    return next;
  }

  final void expect(boolean met) throws BrokenJson {
    if (!met) {
      long at = Math.min(offset(), file.length());
      throw new BrokenJson(DocumentError.NO_JSON_VALUE.at(file.span(at, at)));
    }
  }
}
