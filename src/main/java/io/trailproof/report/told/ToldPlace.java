package io.trailproof.report.told;

import io.trailproof.diagnostic.Label;
import io.trailproof.document.BrokenJson;
import io.trailproof.source.Position;
import io.trailproof.source.Snippet;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places of a result, with the lines that are shown there. */
final class ToldPlace {
  private static final String LOCATION = "location";
  private static final String EXCERPT = "excerpt";
  private static final String RELATED = "related";
  private static final Position START = new Position(1, 1);

  private ToldPlace() {}

  /** The place of an object that has no lines. */
  static Optional<Span> span(Members of) throws BrokenJson {
    return span(of, List.of());
  }

  private static Optional<Span> span(Members of, List<Snippet.Line> lines) throws BrokenJson {
    Optional<Members> at = of.objectIfAny(LOCATION);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        SourceFile.shown(
            at.get().text("file"),
            new Snippet(
                position(at.get(), "line", "column"),
                position(at.get(), "endLine", "endColumn"),
                lines)));
  }

  private static Position position(Members at, String line, String column) throws BrokenJson {
    return new Position(at.number(line, 1), at.number(column, 1));
  }

  /** The labels of a finding; one about what is missing has none but the start of a file. */
  static List<Label> labelsOfFinding(Members of) throws BrokenJson {
    List<Label> labels = labels(of);
    boolean isStart = labels.size() == 1 && isStartAlone(labels.get(0).span());
    return isStart ? List.of() : labels;
  }

  /** What is missing has no place but the start of the file that lacks it. */
  private static boolean isStartAlone(Span span) {
    return span.position().equals(START)
        && span.file().position(span.end()).equals(START)
        && span.file().snippet().filter(any -> any.lines().isEmpty()).isPresent();
  }

  /** The labels of an object, the telling one first; none where nothing was written. */
  static List<Label> labels(Members of) throws BrokenJson {
    List<Label> labels = new ArrayList<>();
    Optional<Span> first = span(of, lines(of, 0));
    if (first.isEmpty()) {
      return labels;
    }
    labels.add(new Label(first.get(), ""));
    for (Members one : of.objectsIfAny(RELATED, any -> any)) {
      Optional<Span> span = span(one, lines(of, labels.size()));
      if (span.isEmpty()) {
        throw one.refused(ResultError.MISSING, LOCATION);
      }
      labels.add(new Label(span.get(), one.textIfAny("message").orElse("")));
    }
    return labels;
  }

  /** The lines of a place: those that name no other belong to the first. */
  private static List<Snippet.Line> lines(Members of, int place) throws BrokenJson {
    List<Snippet.Line> lines = new ArrayList<>();
    for (Members line : of.objectsIfAny(EXCERPT, any -> any)) {
      if ((line.has(RELATED) ? line.count(RELATED) : 0) == place) {
        lines.add(
            new Snippet.Line(
                line.number("line", 1),
                line.text("before"),
                line.textIfAny("marked").orElse(""),
                line.text("after"),
                line.textIfAny("said").orElse(""),
                line.has("marked")));
      }
    }
    return lines;
  }
}
