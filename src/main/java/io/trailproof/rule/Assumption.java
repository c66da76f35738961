package io.trailproof.rule;

import io.trailproof.diagnostic.Assumed;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that no input can show and a pass rests on.
 *
 * @param kind what is assumed, whatever it is assumed of
 * @param message one line, lower case, no full stop; ends with the facts it rests on, if any
 * @param address the resource it is about
 */
public record Assumption(Assumed kind, String message, String address) {
  private static final Pattern FACTS = Pattern.compile(" ?\\((F[0-9]+(?:, F[0-9]+)*)\\)");

  /** A short name, such as {@code subscriber-confirms}. */
  public String code() {
    return kind.code();
  }

  /** How somebody can make sure of it, in one line. */
  public String confirm() {
    return kind.confirm();
  }

  /** The message without the facts it rests on. */
  public String statement() {
    return FACTS.matcher(message).replaceAll("");
  }

  /** The facts of docs/aws-facts.md that it rests on. */
  public List<String> facts() {
    Matcher facts = FACTS.matcher(message);
    return facts.find() ? Pattern.compile(", ").splitAsStream(facts.group(1)).toList() : List.of();
  }
}
