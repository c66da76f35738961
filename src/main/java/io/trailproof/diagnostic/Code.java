package io.trailproof.diagnostic;

import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a stage can say.
 *
 * <p>Each stage has one enum of these, and in it stands every id and every text of the stage: a
 * place that finds a fault gives the place and the names, never words.
 */
public interface Code {
  /** What is said. */
  Message message();

  /** Says it of a place. */
  default Diagnostic at(Span span, Object... arguments) {
    return said(span.file().name(), new Label(span, ""), arguments);
  }

  /** Says it of a whole file, at its very start. */
  default Diagnostic atStart(SourceFile file, Object... arguments) {
    return at(file.span(0, 0), arguments);
  }

  /** Says it of an input that has no text to point at. */
  default Diagnostic of(String input, Object... arguments) {
    return said(input, null, arguments);
  }

  private Diagnostic said(String input, @Nullable Label primary, Object... arguments) {
    Message message = message();
    return new Diagnostic(
        message.id(),
        message.severity(),
        Message.filled(message.text(), arguments),
        input,
        primary,
        List.of(),
        message.help().stream().map(one -> Message.filled(one, arguments)).toList());
  }
}
