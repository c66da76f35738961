package io.trailproof.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.util.Optional;

/** Reads strict JSON (ECMA-404) into located nodes. */
public final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH + 1)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Limits.NUMBER_LENGTH)
                  .build())
          .build();

  private JsonReader() {}

  /** The document, or one diagnostic at the byte where it stops being JSON. */
  public static Outcome<Node> read(SourceFile file) {
    if (file.length() > Limits.JSON_BYTES) {
      return Outcome.failed(Limits.tooLarge(file, Limits.JSON_BYTES));
    }
    byte[] bytes;
    try (var stream = file.bytes()) {
      bytes = stream.readAllBytes();
    } catch (IOException e) {
      return Outcome.failed(
          Diagnostic.errorWithoutPlace("unreadable-input", "cannot be read", file.name()));
    }
    return read(file, bytes);
  }

  private static Outcome<Node> read(SourceFile file, byte[] bytes) {
    Optional<Diagnostic> foreign = foreignStart(file, bytes);
    if (foreign.isPresent()) {
      return Outcome.failed(foreign.get());
    }
    JsonSpans spans = new JsonSpans(file, bytes);
    TreeBuilder tree = new TreeBuilder(file);
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      Optional<Diagnostic> problem = problem(parser, spans, tree);
      if (problem.isPresent()) {
        return Outcome.failed(problem.get());
      }
      Node root = tree.root();
      return root == null ? Outcome.failed(Limits.empty(file)) : Outcome.of(root);
    } catch (IOException e) {
      return Outcome.failed(
          Diagnostic.errorWithoutPlace("unreadable-input", "cannot be read", file.name()));
    }
  }

  private static Optional<Diagnostic> problem(JsonParser parser, JsonSpans spans, TreeBuilder tree)
      throws IOException {
    try {
      return build(parser, spans, tree);
    } catch (JsonProcessingException e) {
      long reached = parser.currentLocation().getByteOffset();
      return Optional.of(JsonProblem.of(e, spans, reached, tree.innermost()));
    }
  }

  private static Optional<Diagnostic> build(JsonParser parser, JsonSpans spans, TreeBuilder tree)
      throws IOException {
    JsonToken token;
    while ((token = parser.nextToken()) != null) {
      int at = (int) parser.currentTokenLocation().getByteOffset();
      if (tree.root() != null) {
        return Optional.of(
            Diagnostic.error("invalid-json", "text after the end of the document", spans.one(at)));
      }
      switch (token) {
        case START_OBJECT -> tree.openMapping(at, null);
        case START_ARRAY -> tree.openSequence(at, null);
        case END_OBJECT, END_ARRAY -> tree.close(at + 1);
        case FIELD_NAME -> tree.key(spans.string(at), parser.currentName());
        default -> tree.add(scalar(parser, token, spans, at));
      }
      if (tree.depth() > Limits.DEPTH) {
        return Optional.of(Limits.tooDeep(spans.one(at)));
      }
    }
    return Optional.empty();
  }

  private static Node scalar(JsonParser parser, JsonToken token, JsonSpans spans, int at)
      throws IOException {
    String text = parser.getText();
    return switch (token) {
      case VALUE_STRING -> new Node.Scalar(spans.string(at), Node.Kind.STRING, text, null);
      case VALUE_TRUE, VALUE_FALSE -> spans.word(at, Node.Kind.BOOLEAN, text);
      case VALUE_NULL -> spans.word(at, Node.Kind.NULL, text);
      default -> spans.word(at, Node.Kind.NUMBER, text);
    };
  }

  /** The parser guesses UTF-16 from zero bytes and skips marks; our bytes are always UTF-8. */
  private static Optional<Diagnostic> foreignStart(SourceFile file, byte[] bytes) {
    for (int i = 0; i < Math.min(4, bytes.length); i++) {
      if (bytes[i] == 0 || (i == 0 && bytes[i] < 0)) {
        return Optional.of(
            Diagnostic.error("invalid-json", "unexpected character", file.span(i, i + 1)));
      }
    }
    return Optional.empty();
  }
}
