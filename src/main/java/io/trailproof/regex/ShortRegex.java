package io.trailproof.regex;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of Java's. Where all it is made of is frequent and the text is ASCII, the
 * answer comes without {@link Pattern}, which takes a tenth of a start to work for the first time:
 * its own lambdas have to be linked. Both give the same answer.
 */
public final class ShortRegex {
  private final String regex;
  private final @Nullable RegexPart parts;
  private volatile @Nullable Pattern compiled;

  /**
   * An expression; whether it is one comes out when it is first asked.
   *
   * @param regex as {@link Pattern#compile(String)} takes it
   */
  public ShortRegex(String regex) {
    this.regex = regex;
    this.parts = ShortRegexReader.parse(regex);
  }

  /**
   * True if a text as a whole is what it asks for.
   *
   * @throws java.util.regex.PatternSyntaxException if it is no expression
   */
  public boolean matches(String text) {
    Boolean told = tellMatch(text);
    return told == null ? compiled().matcher(text).matches() : told;
  }

  /**
   * True if anything in a text is what it asks for.
   *
   * @throws java.util.regex.PatternSyntaxException if it is no expression
   */
  public boolean finds(String text) {
    Boolean told = tellFind(text);
    return told == null ? compiled().matcher(text).find() : told;
  }

  /** Whether a text as a whole is what it asks for; null where only {@link Pattern} can tell. */
  public @Nullable Boolean tellMatch(String text) {
    return parts == null ? null : new RegexRun(text).at(parts, true);
  }

  /** Whether anything in a text is what it asks for; null where only {@link Pattern} can tell. */
  public @Nullable Boolean tellFind(String text) {
    return parts == null ? null : new RegexRun(text).at(parts, false);
  }

  /** The same expression as Java has it. */
  public Pattern compiled() {
    Pattern known = compiled;
    if (known == null) {
      known = Pattern.compile(regex);
      compiled = known;
    }
    return known;
  }
}
