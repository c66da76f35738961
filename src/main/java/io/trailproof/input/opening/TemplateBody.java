package io.trailproof.input.opening;

import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.util.Optional;

/**
 * The template inside what {@code aws cloudformation get-template} prints: an object for a template
 * in JSON, a text for one in YAML.
 */
final class TemplateBody {
  private static final String KEY = "TemplateBody";

  private TemplateBody() {}

  /** The body as an input of its own, if the document is such an answer and has one. */
  static Optional<SourceFile> in(SourceFile file, Node root) {
    return root.asMapping()
        .filter(all -> all.get("StagesAvailable").isPresent() || all.members().size() == 1)
        .flatMap(all -> all.get(KEY))
        .flatMap(
            body ->
                body.asMapping()
                    .map(any -> part(file, body))
                    .or(() -> body.asString().map(text -> ofText(file, text))));
  }

  /** An indented block begins with its indentation, or its other lines would not fit the first. */
  private static SourceFile part(SourceFile file, Node body) {
    long start = body.span().start();
    long line = file.line(start).start();
    boolean isBlock = file.text(line, start).isBlank();
    return file.part(file.name(), isBlock ? line : start, body.span().end());
  }

  /** Places in a text within a text are those in the inner one, which the name says. */
  private static SourceFile ofText(SourceFile file, String text) {
    return SourceFile.ofText(file.name() + ":" + KEY, text);
  }
}
