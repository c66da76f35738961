package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
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
final class JsonSplitter extends JsonGrammar {
  private final ByteWindow window;
  private final ByteScanner scanner;
  private final WindowParts parts;
  private MemberScan members = new MemberScan("");

  private JsonSplitter(SourceFile file, ByteWindow window) {
    super(file);
    this.window = window;
    this.scanner = new ByteScanner(window);
    this.parts = new WindowParts(window);
  }

  /** Stands on the first token of a file. */
  static JsonSplitter open(SourceFile file, int size) throws BrokenJson {
    try {
      JsonSplitter splitter = new JsonSplitter(file, new ByteWindow(file, size));
      splitter.value(splitter.sign());
      return splitter;
    } catch (IOException e) {
      throw new BrokenJson(JsonFailure.of(file, e, 0));
    }
  }

  @Override
  int sign() throws IOException {
    return scanner.sign();
  }

  @Override
  long offset() {
    return window.offset();
  }

  @Override
  void string() throws BrokenJson, IOException {
    expect(scanner.string());
  }

  @Override
  JsonToken word(int sign) throws BrokenJson, IOException {
    long from = window.offset() - 1;
    scanner.word();
    try (JsonCursor part = parts.cursor(from, window.offset())) {
      expect(part.text().length() == window.offset() - from); // it may end before
      return Objects.requireNonNull(part.token());
    }
  }

  @Override
  public JsonToken advance() throws BrokenJson {
    try {
      return next();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public String name() throws BrokenJson {
    return text();
  }

  @Override
  public String text() throws BrokenJson {
    boolean isQuoted = token() == JsonToken.FIELD_NAME || token() == JsonToken.VALUE_STRING;
    return isQuoted ? parts.text(start(), end()) : parts.decoded(start(), end());
  }

  @Override
  public Node node() throws BrokenJson {
    if (!isOpening()) {
      return node(start(), end());
    }
    long from = start();
    window.hold(from);
    skip();
    return node(from, window.offset());
  }

  private Node node(long from, long to) throws BrokenJson {
    try (JsonCursor part = parts.cursor(from, to)) {
      Node node = new JsonNodes(part, depth()).value();
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
    long from = start();
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
      boolean decides = parts.isText(start(), end(), deciding);
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
      string();
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
      expect(depth() == 0 && scanner.sign() < 0);
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

  private BrokenJson unreadable(IOException e) {
    return new BrokenJson(JsonFailure.of(file, e, window.offset()));
  }
}
