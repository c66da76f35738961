package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.diagnostic.Severity;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.List;
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

  static Diagnostic of(YAMLException e, SourceFile file, CodePoints points) {
    if (e instanceof MarkedYAMLException marked) {
      Mark at = marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
      return diagnostic(words(marked.getProblem()), one(at, file, points), marked, points);
    }
    if (e instanceof ReaderException reader) {
      int at = reader.getPosition();
      return Diagnostic.error(
          "invalid-yaml",
          String.format(
              Locale.ROOT, "the character U+%04X is not allowed in YAML", reader.getCodePoint()),
          points.span(at, at + 1));
    }
    return Diagnostic.errorAtStart("invalid-yaml", words(e.getMessage()), file);
  }

  private static Diagnostic diagnostic(
      String message, Span at, MarkedYAMLException e, CodePoints points) {
    Mark began = e.getContextMark();
    List<Label> context =
        began == null || e.getContext() == null
            ? List.of()
            : List.of(
                new Label(
                    points.span(began.getIndex(), began.getIndex() + 1), words(e.getContext())));
    return new Diagnostic(
        "invalid-yaml",
        Severity.ERROR,
        message,
        at.file().name(),
        new Label(at, ""),
        context,
        List.of());
  }

  private static Span one(@Nullable Mark mark, SourceFile file, CodePoints points) {
    return mark == null ? file.span(0, 0) : points.span(mark.getIndex(), mark.getIndex() + 1);
  }

  /** The parser's own sentence without its advice, its token names and its full stop. */
  private static String words(@Nullable String problem) {
    if (problem == null || problem.isBlank()) {
      return "this is not YAML";
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
