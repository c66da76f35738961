package io.trailproof.aws.filterpattern.syntax;

import io.trailproof.aws.filterpattern.syntax.Token.Kind;
import java.util.List;

/** The tokens of a pattern as a parser takes them, with the text around them for its refusals. */
public final class Tokens {
  private final Cursor text;
  private final List<Token> all;
  private int at;

  private Tokens(Cursor text, List<Token> all) {
    this.text = text;
    this.all = all;
  }

  /** Those between the braces of a JSON pattern. */
  public static Tokens ofJson(String text, int start, int end) {
    return new Tokens(new Cursor(text, start, end), Lexer.json(text, start, end));
  }

  /** Those between the brackets of a space-delimited pattern. */
  public static Tokens ofFields(String text, int start, int end) {
    return new Tokens(new Cursor(text, start, end), Lexer.fields(text, start, end));
  }

  public Token peek() {
    return all.get(at);
  }

  public boolean isAt(Kind kind) {
    return peek().kind() == kind;
  }

  public boolean isAtEnd() {
    return isAt(Kind.END);
  }

  /** Takes the token here, which ends the reading if it is one that the service refuses. */
  public Token next() {
    Token token = peek();
    if (token.refusal() != null) {
      throw new Refused(token.refusal());
    }
    at = Math.min(at + 1, all.size() - 1);
    return token;
  }

  public boolean take(Kind kind) {
    if (isAt(kind)) {
      next();
      return true;
    }
    return false;
  }

  /** Where the token that was taken last ends. */
  public int end() {
    return all.get(at - 1).end();
  }

  /** The number of tokens taken, to come back to. */
  public int mark() {
    return at;
  }

  public void backTo(int mark) {
    at = mark;
  }

  /** The text with the places of its characters. */
  public Cursor text() {
    return text;
  }

  /** Where the run of characters that begins at this token and looks like a word ends. */
  public int wordEnd(Token token) {
    return text.wordEnd(token.start());
  }
}
