package io.trailproof.diagnostic;

import java.util.List;
import java.util.Locale;

/**
 * The words of one {@link Code}.
 *
 * @param id what users see in brackets, such as {@code invalid-json}; several codes may share it
 * @param text lower case, one line, no full stop, with {@code %s} for what is particular
 * @param help advice, with the same arguments
 */
public record Message(String id, Severity severity, String text, List<String> help) {
  public Message {
    help = List.copyOf(help);
  }

  /** What makes an input or a rule unusable. */
  public static Message error(String id, String text, String... help) {
    return new Message(id, Severity.ERROR, text, List.of(help));
  }

  /** What never changes a verdict. */
  public static Message note(String id, String text, String... help) {
    return new Message(id, Severity.NOTE, text, List.of(help));
  }

  static String filled(String template, Object... arguments) {
    return String.format(Locale.ROOT, template, arguments);
  }
}
