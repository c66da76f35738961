package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in one line what is wrong with a YAML document. */
final class YamlProblem {
  private static final int LONGEST = 200;

  private YamlProblem() {}

  static Diagnostic of(YAMLException e, SourceFile file, ByteOffsets points) {
    if (e instanceof MarkedYAMLException marked) {
      Mark at = marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
      return diagnostic(words(marked.getProblem()), one(at, file, points), marked, points);
    }
    if (e instanceof ReaderException reader) {
      int at = reader.getPosition();
      return DocumentError.YAML_CHARACTER.at(points.span(at, at + 1), reader.getCodePoint());
    }
    return DocumentError.YAML_PARSER.atStart(file, words(e.getMessage()));
  }

  private static Diagnostic diagnostic(
      String message, Span at, MarkedYAMLException e, ByteOffsets points) {
    Diagnostic problem = DocumentError.YAML_PARSER.at(at, message);
    Mark began = e.getContextMark();
    return began == null || e.getContext() == null
        ? problem
        : problem.withLabel(
            points.span(began.getIndex(), began.getIndex() + 1), words(e.getContext()));
  }

  private static Span one(@Nullable Mark mark, SourceFile file, ByteOffsets points) {
    return mark == null ? file.span(0, 0) : points.span(mark.getIndex(), mark.getIndex() + 1);
  }

  /** The parser's own sentence without its advice, its token names and its full stop. */
  private static String words(@Nullable String problem) {
    if (problem == null || problem.isBlank()) {
      return DocumentError.NOT_YAML.message().text();
    }
    String line = problem.lines().findFirst().orElse("").strip();
    int advice = line.indexOf(" (Do not use");
    line = advice < 0 ? line : line.substring(0, advice);
    line =
        line.replace("\\t(TAB)", "tab")
            .replace("'<block end>'", "the end of the block")
            .replace("<block end>", "the end of the block")
            .replace("<block mapping start>", "a mapping")
            .replace("<block sequence start>", "a list")
            .replace("<scalar>", "text")
            .replace("'<document start>'", "the start of a document")
            .replace('\'', '`');
    line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    line = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
