package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over one JSON document that stands on a value and moves forward only, so that a file of
 * any size takes the memory of what its reader keeps.
 *
 * <p>A value that a callback leaves unread is skipped.
 */
public final class JsonStream implements AutoCloseable {
  private final JsonTokens tokens;
  private final SourceFile file;
  private Decisions decisions = new Decisions(text -> false);
  private boolean pending;

  /** A stream that stands on the first of some tokens. */
  JsonStream(JsonTokens tokens) {
    this.tokens = tokens;
    this.file = tokens.file();
    this.pending = true;
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

  /** Reads a document whole, or says at which byte it stops being one. */
  public static Outcome<Node> read(SourceFile file) {
    if (file.length() > Limits.JSON_BYTES) {
      return Outcome.failed(DocumentError.tooLarge(file, Limits.JSON_BYTES));
    }
    try (JsonStream stream = open(file)) {
      Node root = stream.node();
      stream.finish();
      return Outcome.of(root);
    } catch (BrokenJson e) {
      return Outcome.failed(e.diagnostic());
    }
  }

  /**
   * The members of the root object, up to where enough of them is seen: what a document of any size
   * is takes no reading of all of it. Of a broken document those before the failure, and none of
   * what is no object.
   *
   * @param enough true of members that tell what the document is
   */
  public static RootMembers outline(SourceFile file, Predicate<RootMembers> enough) {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> objects = new LinkedHashSet<>();
    boolean whole = false;
    try (JsonStream stream = open(file)) {
      whole = stream.outline(enough, texts, objects);
    } catch (BrokenJson e) {
      whole = false;
    }
    return new RootMembers(texts, objects, whole);
  }

  /** True if the document was read to its end. */
  private boolean outline(
      Predicate<RootMembers> enough, Map<String, String> texts, Set<String> objects)
      throws BrokenJson {
    if (!isObject()) {
      return false;
    }
    pending = false;
    for (String key = nextMember(); key != null; key = nextMember()) {
      if (isObject()) {
        objects.add(key);
      }
      boolean holds = isObject() || isArray();
      texts.put(key, holds ? "" : text()); // a container is passed over only if it must be
      if (enough.test(new RootMembers(texts, objects, false))) {
        return false;
      }
    }
    finish();
    return true;
  }

  /** Opens a document and stands on its root value. */
  public static JsonStream open(SourceFile file) throws BrokenJson {
    return new JsonStream(CommonJson.open(file));
  }

  /**
   * Opens a document of which most is passed over, and stands on its root value: what is passed
   * over is looked at no further than to find its end.
   *
   * <p>A document that is wrong where it is looked at is refused, but not in words for users: those
   * are told by one that is {@linkplain #open opened}.
   *
   * @param window how many bytes are held in memory, 256 at least
   */
  public static JsonStream split(SourceFile file, int window) throws BrokenJson {
    return new JsonStream(JsonSplitter.open(file, window));
  }

  /** True if the current value is an object. */
  public boolean isObject() {
    return tokens.token() == JsonToken.START_OBJECT;
  }

  /** True if the current value is an array. */
  public boolean isArray() {
    return tokens.token() == JsonToken.START_ARRAY;
  }

  /** True if the current value is {@code null}. */
  public boolean isNull() {
    return tokens.token() == JsonToken.VALUE_NULL;
  }

  /** Where the current value begins, as far as it has been read. */
  public Span here() {
    long start = tokens.start();
    return file.span(start, Math.min(file.length(), start + 1));
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
  private @Nullable String nextMember() throws BrokenJson {
    skipPending();
    if (tokens.advance() == JsonToken.END_OBJECT) {
      return null;
    }
    String key = tokens.name();
    tokens.advance();
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
    while (tokens.advance() != JsonToken.END_ARRAY) {
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
          Node.Mapping object = tokens.objectWhere(deciding, current);
          if (object != null) {
            reader.read(object);
          }
        });
    return count[0];
  }

  /** Passes over the current value. */
  public void skip() throws BrokenJson {
    pending = false;
    tokens.skip();
  }

  /** Reads the current value whole. */
  public Node node() throws BrokenJson {
    pending = false;
    return tokens.node();
  }

  /** The text of the current scalar; empty for objects, arrays and {@code null}, which it skips. */
  public String text() throws BrokenJson {
    pending = false;
    if (isObject() || isArray() || isNull()) {
      tokens.skip();
      return "";
    }
    return tokens.text();
  }

  /** Makes sure that nothing follows the root value. */
  public void finish() throws BrokenJson {
    skipPending();
    tokens.finish();
  }

  @Override
  public void close() {
    tokens.close();
  }

  private void skipPending() throws BrokenJson {
    if (pending) {
      skip();
    }
  }

  private void expect(boolean met, String what) throws BrokenJson {
    if (!met) {
      throw new BrokenJson(DocumentError.NOT_THE_SHAPE.at(here(), what));
    }
  }
}
