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
                    .or(() -> body.asString().map(text -> SourceFile.ofText(file.name(), text))));
  }

  private static SourceFile part(SourceFile file, Node body) {
    return file.part(file.name(), body.span().start(), body.span().end());
  }
}
