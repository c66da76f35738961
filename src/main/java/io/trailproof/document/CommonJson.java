package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of JSON of the size that nearly all has. At the first thing that is wrong, or that is
 * limited, a cursor over the same file takes over at the same token: what is read here is read the
 * same there, and what is wrong is said there.
 */
final class CommonJson extends JsonGrammar {
  /** Larger files are a cursor's from the start, which holds a small part of them in memory. */
  private static final long MOST_BYTES = 1L << 20;

  private final JsonBytes bytes;

  /** How many tokens were passed, the current one included. */
  private long count;

  /** What has taken over. */
  private @Nullable JsonCursor strict;

  private CommonJson(SourceFile file) {
    super(file);
    this.bytes = new JsonBytes(file.bytes(0, file.length()));
  }

  /** Stands on the first token of a file, if it is one of the common kind. */
  static JsonTokens open(SourceFile file) throws BrokenJson {
    if (file.length() > MOST_BYTES) {
      return JsonCursor.open(file);
    }
    CommonJson common = new CommonJson(file);
    if (!common.bytes.isCommonStart()) {
      return JsonCursor.open(file);
    }
    try {
      common.value(common.sign());
      common.count = 1;
      return common;
    } catch (BrokenJson | IOException e) {
      return JsonCursor.open(file);
    }
  }

  /** A cursor at the token of a number. */
  private JsonCursor handOver(long number) throws BrokenJson {
    JsonCursor cursor = JsonCursor.open(file);
    for (long passed = 1; passed < number; passed++) {
      cursor.advance();
    }
    strict = cursor;
    return cursor;
  }

  /** True as long as nothing has taken over. */
  boolean isCommon() {
    return strict == null;
  }

  // --- what the bytes tell

  @Override
  int sign() {
    return bytes.sign();
  }

  @Override
  long offset() {
    return bytes.at();
  }

  @Override
  void string() throws BrokenJson {
    expect(bytes.string());
  }

  @Override
  JsonToken word(int sign) throws BrokenJson {
    JsonToken word = bytes.word(sign);
    expect(word != null);
    return Objects.requireNonNull(word);
  }

  // --- what is current

  @Override
  public @Nullable JsonToken token() {
    return strict != null ? strict.token() : super.token();
  }

  @Override
  public long start() {
    return strict != null ? strict.start() : super.start();
  }

  @Override
  public String name() throws BrokenJson {
    return strict != null ? strict.name() : currentText();
  }

  @Override
  public String text() throws BrokenJson {
    return strict != null ? strict.text() : currentText();
  }

  private String currentText() {
    boolean isString =
        super.token() == JsonToken.FIELD_NAME || super.token() == JsonToken.VALUE_STRING;
    int quote = isString ? 1 : 0;
    return bytes.text((int) super.start() + quote, (int) end() - quote, isString);
  }

  // --- moving on

  @Override
  public JsonToken advance() throws BrokenJson {
    if (strict != null) {
      return strict.advance();
    }
    long before = count;
    try {
      return step();
    } catch (BrokenJson | IOException e) {
      return handOver(before).advance();
    }
  }

  private JsonToken step() throws BrokenJson, IOException {
    JsonToken next = next();
    count++;
    return next;
  }

  @Override
  public void skip() throws BrokenJson {
    if (strict != null) {
      strict.skip();
      return;
    }
    long before = count;
    try {
      if (isOpening()) {
        skipToEnd(depth());
      }
    } catch (BrokenJson | IOException e) {
      handOver(before).skip();
    }
  }

  /**
   * Moves to where no more than some objects and arrays are open, the last of them not any more.
   */
  private void skipToEnd(int open) throws BrokenJson, IOException {
    while (depth() >= open) {
      step();
    }
  }

  @Override
  public Node node() throws BrokenJson {
    if (strict != null) {
      return strict.node();
    }
    long before = count;
    try {
      return whole();
    } catch (BrokenJson | IOException e) {
      return handOver(before).node();
    }
  }

  /** The current value, whole. */
  private Node whole() throws BrokenJson, IOException {
    JsonToken token = Objects.requireNonNull(token());
    return switch (token) {
      case START_OBJECT -> mapping();
      case START_ARRAY -> sequence();
      default ->
          new Node.Scalar(file.span(start(), end()), JsonNodes.kind(token), currentText(), null);
    };
  }

  private Node.Mapping mapping() throws BrokenJson, IOException {
    long from = start();
    List<Node.Member> members = new ArrayList<>();
    while (step() != JsonToken.END_OBJECT) {
      Span keySpan = file.span(start(), end());
      String key = currentText();
      step();
      members.add(new Node.Member(keySpan, key, whole()));
    }
    return new Node.Mapping(file.span(from, end()), members, null);
  }

  private Node.Sequence sequence() throws BrokenJson, IOException {
    long from = start();
    List<Node> items = new ArrayList<>();
    while (step() != JsonToken.END_ARRAY) {
      items.add(whole());
    }
    return new Node.Sequence(file.span(from, end()), items, null);
  }

  @Override
  public Node.@Nullable Mapping objectWhere(String deciding, Decisions wanted) throws BrokenJson {
    if (strict != null) {
      return strict.objectWhere(deciding, wanted);
    }
    long before = count;
    try {
      return mappingWhere(deciding, wanted);
    } catch (BrokenJson | IOException e) {
      return handOver(before).objectWhere(deciding, wanted);
    }
  }

  /** Comes back for the object if it turns out to be wanted. */
  private Node.@Nullable Mapping mappingWhere(String deciding, Decisions wanted)
      throws BrokenJson, IOException {
    int open = depth();
    long from = start();
    int behind = bytes.at();
    long before = count;
    while (step() != JsonToken.END_OBJECT) {
      boolean decides = isName(deciding);
      JsonToken value = step();
      if (decides && value == JsonToken.VALUE_STRING && wanted.test(currentText())) {
        bytes.backTo(behind);
        backTo(open, from);
        count = before;
        return mapping();
      }
      if (decides) {
        skipToEnd(open);
        return null;
      }
      if (isOpening()) {
        skipToEnd(depth());
      }
    }
    return null;
  }

  private boolean isName(String name) {
    boolean mayBe = bytes.isEscaped() || end() - start() == name.length() + 2;
    return mayBe && currentText().equals(name);
  }

  @Override
  public void finish() throws BrokenJson {
    if (strict != null) {
      strict.finish();
    } else if (depth() > 0 || sign() >= 0) {
      handOver(count).finish();
    }
  }

  @Override
  public void close() {
    if (strict != null) {
      strict.close();
    }
  }
}
