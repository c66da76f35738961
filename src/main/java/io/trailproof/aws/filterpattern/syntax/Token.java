package io.trailproof.aws.filterpattern.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a JSON or space-delimited pattern that means something of its own; only blanks stand
 * between two of them.
 *
 * @param text what it says, without brackets and quotes; as it is written if it is refused
 * @param refusal why the service would refuse a pattern that has this token where it belongs; null
 *     if it would not, and then nothing comes after it but the end
 */
public record Token(Kind kind, int start, int end, String text, @Nullable Rejection refusal) {
  /** The kinds of token. */
  public enum Kind {
    /** The {@code $} that begins a selector. */
    ROOT,
    /** {@code .name}. */
    NAME,
    /** {@code .['name']}. */
    KEY,
    /** {@code [0]}. */
    INDEX,
    /** {@code .*} or {@code [*]}. */
    ANY,
    /** A keyword, or the name of a field. */
    WORD,
    /** {@code ...}. */
    ELLIPSIS,
    /** {@code = != < <= > >=}, and {@code ==}, which is none. */
    OPERATOR,
    /** A value without quotes. */
    BARE,
    /** A value in quotes. */
    QUOTED,
    /** A value between {@code %}. */
    REGEX,
    AND,
    OR,
    OPEN,
    CLOSE,
    COMMA,
    /** A character that begins nothing. */
    OTHER,
    END;

    /** Whether it is a part of a selector. */
    public boolean isStep() {
      return this == NAME || this == KEY || this == INDEX || this == ANY;
    }
  }

  /** A token that nothing is wrong with. */
  public static Token of(Kind kind, int start, int end, String text) {
    return new Token(kind, start, end, text, null);
  }

  /** Whether it is this operator. */
  public boolean isOperator(String sign) {
    return kind == Kind.OPERATOR && text.equals(sign);
  }
}
