package io.trailproof.aws.filterpattern;

import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The field selection criteria of a metric filter, which drop log events before the pattern sees
 * them (F55): comparisons of system fields, joined by AND, OR and parentheses.
 */
public final class SelectionCriteria {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(@[A-Za-z.]+|\"[^\"]*\"|!=|=|[()\\[\\],]|[A-Za-z]+|\\S)");

  /** What a value begins with that has no text yet: it equals itself, and perhaps others. */
  public static final String SYMBOL = "\u0000";

  private final List<String> tokens;
  private final Map<String, Optional<String>> fields;
  private int at;

  private SelectionCriteria(List<String> tokens, Map<String, Optional<String>> fields) {
    this.tokens = tokens;
    this.fields = fields;
  }

  /**
   * Whether the criteria keep a log event; not known for all but simple criteria.
   *
   * @param fields the system fields, such as {@code @aws.region}; empty where one is not known
   */
  public static Truth keep(String text, Map<String, Optional<String>> fields) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text.strip());
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
    SelectionCriteria criteria = new SelectionCriteria(tokens, fields);
    Optional<Truth> kept = criteria.any();
    return criteria.at == tokens.size() ? kept.orElse(Truth.UNKNOWN) : Truth.UNKNOWN;
  }

  private Optional<Truth> any() {
    Optional<Truth> match = all();
    while (match.isPresent() && take("OR")) {
      Optional<Truth> other = all();
      Truth one = match.get();
      match = other.map(one::or);
    }
    return match;
  }

  private Optional<Truth> all() {
    Optional<Truth> match = one();
    while (match.isPresent() && take("AND")) {
      Optional<Truth> other = one();
      Truth one = match.get();
      match = other.map(one::and);
    }
    return match;
  }

  private Optional<Truth> one() {
    if (take("(")) {
      Optional<Truth> inner = any();
      return take(")") ? inner : Optional.empty();
    }
    if (at >= tokens.size() || !tokens.get(at).startsWith("@")) {
      return Optional.empty();
    }
    Optional<String> value = fields.getOrDefault(tokens.get(at++), Optional.empty());
    boolean negated = take("!=");
    if (negated || take("=")) {
      return text().map(wanted -> compare(value, List.of(wanted), negated));
    }
    boolean not = take("NOT");
    return take("IN") ? list().map(wanted -> compare(value, wanted, not)) : Optional.empty();
  }

  private Optional<List<String>> list() {
    if (!take("[")) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    do {
      Optional<String> text = text();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      values.add(text.get());
    } while (take(","));
    return take("]") ? Optional.of(values) : Optional.empty();
  }

  private Optional<String> text() {
    if (at >= tokens.size() || !tokens.get(at).startsWith("\"")) {
      return Optional.empty();
    }
    String quoted = tokens.get(at++);
    return Optional.of(quoted.substring(1, quoted.length() - 1));
  }

  private static Truth compare(Optional<String> value, List<String> wanted, boolean negated) {
    return value
        .filter(is -> wanted.contains(is) || !isOpen(is, wanted))
        .map(is -> wanted.contains(is) != negated ? Truth.YES : Truth.NO)
        .orElse(Truth.UNKNOWN);
  }

  /** Whether a value may still turn out to be one of the wanted. */
  private static boolean isOpen(String value, List<String> wanted) {
    return value.contains(SYMBOL) || wanted.stream().anyMatch(one -> one.contains(SYMBOL));
  }

  private boolean take(String token) {
    boolean here = at < tokens.size() && tokens.get(at).toUpperCase(Locale.ROOT).equals(token);
    at += here ? 1 : 0;
    return here;
  }
}
