package io.trailproof.diagnostic;

import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the user should see, with the source that proves it; no colour, no width.
 *
 * @param input the input it is about, as the user named it
 * @param message lower case, one line, no full stop
 * @param primary where, if there is a place
 */
public record Diagnostic(
    String code,
    Severity severity,
    String message,
    String input,
    @Nullable Label primary,
    List<Label> secondary,
    List<String> help) {
  public Diagnostic {
    secondary = List.copyOf(secondary);
    help = List.copyOf(help);
  }

  /** Every place of it, the primary one first. */
  public List<Label> labels() {
    List<Label> all = new ArrayList<>();
    if (primary != null) {
      all.add(primary);
      all.addAll(secondary);
    }
    return all;
  }

  /** The same with more advice. */
  public Diagnostic withHelp(String... more) {
    List<String> all = new ArrayList<>(help);
    all.addAll(List.of(more));
    return new Diagnostic(code, severity, message, input, primary, secondary, all);
  }

  /** The same with another place that bears on it. */
  public Diagnostic withLabel(Span span, String text) {
    List<Label> all = new ArrayList<>(secondary);
    all.add(new Label(span, text));
    return new Diagnostic(code, severity, message, input, primary, all, help);
  }

  /**
   * The same without a word of its input: of what may hold secrets, the places are shown alone. A
   * further place is said in the help, since nothing underlines it.
   *
   * @param more advice that takes the place of what cannot be seen
   */
  public Diagnostic withoutText(List<String> more) {
    List<String> all = new ArrayList<>(help);
    secondary.forEach(one -> all.add(one.text() + ": " + one.part()));
    all.addAll(more);
    return new Diagnostic(
        code,
        severity,
        message,
        input,
        primary == null ? null : primary.unquoted(),
        List.of(),
        all);
  }

  /** The same under the id of the format that a reader for several formats reads. */
  public Diagnostic under(String id) {
    return new Diagnostic(id, severity, message, input, primary, secondary, help);
  }

  /** True for what makes an input or a rule unusable. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
