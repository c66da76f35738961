package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;

/** How much a document may ask of us before it is refused: no input may cost a stack or a heap. */
final class Limits {
  /** Levels of nesting; plans, templates and policies of this world stay below forty. */
  static final int DEPTH = 200;

  /** Bytes of a JSON document that is read as a tree. */
  static final long JSON_BYTES = 256L * 1024 * 1024;

  /** Bytes of a YAML document, sixteen times what CloudFormation takes. */
  static final long YAML_BYTES = 16L * 1024 * 1024;

  /** Nodes that the aliases of a YAML document may stand for. */
  static final long ALIASED_NODES = 200_000;

  /** Digits of a number in JSON. */
  static final int DIGITS = 1_000;

  private Limits() {}

  static Diagnostic tooDeep(Span at) {
    return DocumentError.TOO_DEEP.at(at, DEPTH);
  }

  static Diagnostic tooLarge(SourceFile file, long limit) {
    return DocumentError.TOO_LARGE.atStart(file, limit / (1024 * 1024));
  }

  static Diagnostic empty(SourceFile file) {
    return DocumentError.EMPTY.atStart(file);
  }
}
