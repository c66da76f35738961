package io.trailproof.catalog.constraint;

import io.trailproof.regex.ShortRegex;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;

/**
 * Holds texts against regular expressions that users and services write. Those of the service are
 * Java's; one that takes too long or is none forbids nothing.
 */
public final class TextPattern {
  private static final int PATIENCE = 100_000;

  /** Those of schemas, of which there are few, and each is asked for by thousands of values. */
  private static final Map<String, ShortRegex> OF_SCHEMAS = new ConcurrentHashMap<>();

  private TextPattern() {}

  /** True if nothing in a text is what the expression of a schema asks for. */
  static boolean isNowhereIn(String text, String regexOfSchema) {
    ShortRegex regex = OF_SCHEMAS.computeIfAbsent(regexOfSchema, ShortRegex::new);
    Boolean told = regex.tellFind(text);
    return told == null ? !mayHold(regex, text, Matcher::find) : !told;
  }

  /** True if a text as a whole is not what an expression of anybody asks for. */
  public static boolean isNot(String text, String regex) {
    ShortRegex read = new ShortRegex(regex);
    Boolean told = read.tellMatch(text);
    return told == null ? !mayHold(read, text, Matcher::matches) : !told;
  }

  private static boolean mayHold(ShortRegex regex, String text, Predicate<Matcher> question) {
    try {
      return question.test(regex.compiled().matcher(new Patient(text)));
    } catch (PatternSyntaxException | OutOfPatience e) {
      return true;
    }
  }

  /** A text that may be looked at only so often, since a pattern can take for ever. */
  private static final class Patient implements CharSequence {
    private final String text;
    private int looks;

    Patient(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > PATIENCE) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfPatience() {
      super(null, null, false, false);
    }
  }
}
