package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a large file of which little is wanted: it splits the file into what is and what is
 * not, and only the former is parsed.
 *
 * <p>What is passed over is looked at no further than to find its end. Where anything is not as
 * expected, there is no telling what is wrong: for that the file has to be read by a cursor.
 */
final class JsonSplitter implements JsonTokens {
  private final SourceFile file;
  private final ByteWindow window;
  private final ByteScanner scanner;
  private final WindowParts parts;
  private final boolean[] isArray = new boolean[Limits.DEPTH];
  private MemberScan members = new MemberScan("");
  private int depth;
  private @Nullable JsonToken token;
  private long start;
  private long end;

  private JsonSplitter(SourceFile file, ByteWindow window) {
    this.file = file;
    this.window = window;
    this.scanner = new ByteScanner(window);
    this.parts = new WindowParts(window);
  }

  /** Stands on the first token of a file. */
  static JsonSplitter open(SourceFile file, int size) throws BrokenJson {
    try {
      JsonSplitter splitter = new JsonSplitter(file, new ByteWindow(file, size));
      splitter.value(splitter.scanner.sign());
      return splitter;
    } catch (IOException e) {
      throw new BrokenJson(JsonFailure.of(file, e, 0));
    }
  }

  @Override
  public SourceFile file() {
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

  @Override
  public JsonToken advance() throws BrokenJson {
    try {
      int sign = scanner.sign();
      if (token == JsonToken.FIELD_NAME) {
        expect(sign == ':');
        return value(scanner.sign());
      }
      expect(depth > 0);
      boolean inArray = isArray[depth - 1];
      if (sign == (inArray ? ']' : '}')) {
        return closed();
      }
      if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
        expect(sign == ',');
        sign = scanner.sign();
      }
      return inArray ? value(sign) : member(sign);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The name of a member that begins with a sign. */
  private JsonToken member(int sign) throws BrokenJson, IOException {
    expect(sign == '"');
    start = window.offset() - 1;
    expect(scanner.string());
    end = window.offset();
    return is(JsonToken.FIELD_NAME);
  }

  /** The value that begins with a sign; a scalar is passed. */
  private JsonToken value(int sign) throws BrokenJson, IOException {
    expect(sign >= 0);
    start = window.offset() - 1;
    if (sign == '{' || sign == '[') {
      expect(depth < Limits.DEPTH);
      isArray[depth++] = sign == '[';
      return is(sign == '[' ? JsonToken.START_ARRAY : JsonToken.START_OBJECT);
    }
    if (sign == '"') {
      expect(scanner.string());
      end = window.offset();
      return is(JsonToken.VALUE_STRING);
    }
    scanner.word();
    end = window.offset();
    try (JsonCursor part = parts.cursor(start, end)) {
      expect(part.text().length() == end - start); // it may end before
      return is(Objects.requireNonNull(part.token()));
    }
  }

  private JsonToken is(JsonToken next) {
    token = next;
    return next;
  }

  /** What is current is over: the object or array that it is in becomes so. */
  private JsonToken closed() {
    depth--;
    start = window.offset() - 1;
    return is(isArray[depth] ? JsonToken.END_ARRAY : JsonToken.END_OBJECT);
  }

  @Override
  public String name() throws BrokenJson {
    return text();
  }

  @Override
  public String text() throws BrokenJson {
    boolean isQuoted = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
    return isQuoted ? parts.text(start, end) : parts.decoded(start, end);
  }

  @Override
  public Node node() throws BrokenJson {
    if (!isOpening()) {
      return node(start, end);
    }
    long from = start;
    window.hold(from);
    skip();
    return node(from, window.offset());
  }

  private Node node(long from, long to) throws BrokenJson {
    try (JsonCursor part = parts.cursor(from, to)) {
      Node node = new JsonNodes(part, depth).value();
      expect(node.span().end() == to);
      return node;
    } finally {
      window.release();
    }
  }

  @Override
  public void skip() throws BrokenJson {
    if (isOpening()) {
      skipToEnd(1);
    }
  }

  private boolean isOpening() {
    return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
  }

  /** Moves to the end of the current object or array, in which more may be open. */
  private void skipToEnd(int open) throws BrokenJson {
    try {
      expect(scanner.enclosed(open));
      closed();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Node.@Nullable Mapping objectWhere(String deciding, Decisions wanted) throws BrokenJson {
    long from = start;
    window.hold(from);
    try {
      if (passObject(deciding, wanted)) {
        return (Node.Mapping) node(from, window.offset());
      }
      window.release();
      return null;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Moves to the end of the current object, and tells whether its deciding member is wanted. */
  private boolean passObject(String deciding, Decisions wanted) throws BrokenJson, IOException {
    if (!members.name().equals(deciding)) {
      members = new MemberScan(deciding);
    }
    int value = members.value(window.bytes(), window.place(), window.limit());
    if (value >= 0) {
      window.moveTo(value);
      return decide(scanner.sign(), wanted);
    }
    int sign = scanner.sign();
    if (sign == '}') {
      closed();
      return false;
    }
    while (true) {
      member(sign);
      boolean decides = parts.isText(start, end, deciding);
      expect(scanner.sign() == ':');
      sign = scanner.sign();
      if (decides) {
        return decide(sign, wanted);
      }
      pass(sign);
      sign = scanner.sign();
      if (sign == '}') {
        closed();
        return false;
      }
      expect(sign == ',');
      sign = scanner.sign();
    }
  }

  /** Passes over the value that begins with a sign. */
  private void pass(int sign) throws BrokenJson, IOException {
    if (sign == '"') {
      expect(scanner.string());
    } else if (sign == '{' || sign == '[') {
      expect(scanner.enclosed(1));
    } else {
      expect(ByteScanner.beginsWord(sign));
      scanner.word();
    }
  }

  /** Whether the deciding value is wanted that begins with a sign; moves to the object's end. */
  private boolean decide(int sign, Decisions wanted) throws BrokenJson, IOException {
    long from = window.offset();
    pass(sign);
    boolean keep = sign == '"' && parts.isWanted(from - 1, window.offset(), wanted);
    if (!keep) {
      window.release();
    }
    skipToEnd(1);
    return keep;
  }

  @Override
  public void finish() throws BrokenJson {
    try {
      expect(depth == 0 && scanner.sign() < 0);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      window.close();
    } catch (IOException e) {
      // Everything was read that will be; a stream that fails to close loses nothing.
      return;
    }
  }

  private void expect(boolean met) throws BrokenJson {
    if (!met) {
      long at = Math.min(window.offset(), file.length());
      throw new BrokenJson(DocumentError.NO_JSON_VALUE.at(file.span(at, at)));
    }
  }

  private BrokenJson unreadable(IOException e) {
    return new BrokenJson(JsonFailure.of(file, e, window.offset()));
  }
}
