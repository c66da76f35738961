package io.trailproof.document;

import com.fasterxml.jackson.core.JsonToken;
import io.trailproof.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** The tokens of a document in order, of which one is the current. */
sealed interface JsonTokens extends AutoCloseable permits JsonCursor, JsonGrammar {
  /** The file that they are of. */
  SourceFile file();

  /** The current token. */
  @Nullable JsonToken token();

  /** The offset in the file where the current token begins. */
  long start();

  /** Moves to the next token, of which there must be one. */
  JsonToken advance() throws BrokenJson;

  /** The name of the member whose name the current token is. */
  String name() throws BrokenJson;

  /** The text of the current scalar. */
  String text() throws BrokenJson;

  /** The current value, whole; of an object or array the end is the current token then. */
  Node node() throws BrokenJson;

  /**
   * The current object if its deciding member, the first of its name, is a wanted text; null, and
   * passed over, if not. Its end is the current token then.
   */
  Node.@Nullable Mapping objectWhere(String deciding, Decisions wanted) throws BrokenJson;

  /** Passes over the current value; of an object or array the end is the current token then. */
  void skip() throws BrokenJson;

  /** Makes sure that the file ends here. */
  void finish() throws BrokenJson;

  @Override
  void close();
}
