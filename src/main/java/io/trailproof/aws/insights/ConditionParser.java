package io.trailproof.aws.insights;

import io.trailproof.aws.insights.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands after {@code filter} or {@code where}; a comparison that is not of the known
 * forms is unread, and what stands around it is read all the same (F233).
 */
final class ConditionParser {
  /** As deep as conditions are followed. */
  private static final int DEEPEST = 100;

  private final String query;
  private final List<QueryToken> tokens;
  private final Names names;
  private int at;
  private int depth;

  /** Where the comparison at hand begins. */
  private int from;

  /**
   * What the names of a query mean at one of its commands.
   *
   * @param given those that an earlier command gives a value of its own
   * @param allOpen whether any name may have been given one
   */
  record Names(Set<String> given, boolean allOpen) {
    boolean areOfRecord(QueryField field) {
      return !allOpen && !given.contains(field.name());
    }
  }

  ConditionParser(String query, List<QueryToken> tokens, Names names) {
    this.query = query;
    this.tokens = tokens;
    this.names = names;
  }

  QueryCondition whole() {
    QueryCondition read = tokens.isEmpty() ? unreadFrom(0, 0) : either();
    return at == tokens.size() ? read : unreadFrom(0, tokens.size());
  }

  private QueryCondition either() {
    List<QueryCondition> parts = new ArrayList<>(List.of(both()));
    while (takeWord("or")) {
      parts.add(both());
    }
    return parts.size() == 1 ? parts.get(0) : new QueryCondition.Any(parts);
  }

  private QueryCondition both() {
    List<QueryCondition> parts = new ArrayList<>(List.of(one()));
    while (takeWord("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new QueryCondition.All(parts);
  }

  private QueryCondition one() {
    int start = at;
    if (++depth > DEEPEST) {
      at = tokens.size();
      return unreadFrom(start, at);
    }
    QueryCondition read = null;
    if (takeWord("not")) {
      read = new QueryCondition.Not(one());
    } else if (takeSign("(")) {
      QueryCondition inside = either();
      read = takeSign(")") ? inside : null;
    } else {
      read = comparison();
    }
    depth--;
    return read != null && isAtEnd() ? read : unread(start);
  }

  private boolean isAtEnd() {
    QueryToken next = next();
    return next == null || next.is(")") || next.isWord("and") || next.isWord("or");
  }

  /** Everything from there to the next {@code and}, {@code or} or end outside of parentheses. */
  private QueryCondition unread(int start) {
    int open = 0;
    at = start;
    while (at < tokens.size()) {
      QueryToken token = tokens.get(at);
      if (open == 0 && at > start && (token.isWord("and") || token.isWord("or") || token.is(")"))) {
        break;
      }
      open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      at++;
    }
    return unreadFrom(start, at);
  }

  private @Nullable QueryCondition comparison() {
    from = at;
    QueryField field = field();
    if (field == null) {
      return null;
    }
    if (takeSign("(")) {
      return field.name().equalsIgnoreCase("ispresent") ? present() : null;
    }
    if (!names.areOfRecord(field) || !(field.isOfRecord() || field.isMessage())) {
      return null;
    }
    if (takeSign("=")) {
      return equal(field);
    }
    if (takeSign("!=")) {
      return negated(equal(field));
    }
    if (takeSign("=~")) {
      return regex(field);
    }
    boolean not = takeWord("not");
    QueryCondition read = takeWord("in") ? in(field) : takeWord("like") ? like(field) : null;
    return not ? negated(read) : read;
  }

  private static @Nullable QueryCondition negated(@Nullable QueryCondition condition) {
    return condition == null ? null : new QueryCondition.Not(condition);
  }

  private @Nullable QueryCondition present() {
    QueryField field = field();
    return field != null && takeSign(")") && names.areOfRecord(field) && field.isOfRecord()
        ? new QueryCondition.Present(field, part())
        : null;
  }

  private @Nullable QueryCondition equal(QueryField field) {
    QueryToken value = value(field);
    return value == null ? null : new QueryCondition.Equal(field, value.value(), part());
  }

  /** A text that a field is compared with as a whole. */
  private @Nullable QueryToken value(QueryField field) {
    QueryToken value = take(Kind.TEXT);
    return value == null || field.isMessage() || !isPlain(value) ? null : value;
  }

  private @Nullable QueryCondition in(QueryField field) {
    List<QueryCondition> values = new ArrayList<>();
    if (!takeSign("[")) {
      return null;
    }
    do {
      QueryToken value = value(field);
      if (value == null) {
        return null;
      }
      values.add(
          new QueryCondition.Equal(
              field, value.value(), new QueryPart(value.start(), value.end())));
    } while (takeSign(","));
    return takeSign("]") ? new QueryCondition.Any(values) : null;
  }

  private @Nullable QueryCondition like(QueryField field) {
    QueryToken value = take(Kind.TEXT);
    if (value == null) {
      return regex(field);
    }
    boolean wild = value.value().isEmpty() || value.value().indexOf('%') >= 0;
    return wild || !isPlain(value)
        ? null
        : new QueryCondition.Contains(field, value.value(), part());
  }

  private @Nullable QueryCondition regex(QueryField field) {
    QueryToken value = take(Kind.REGEX);
    return value == null
        ? null
        : new QueryCondition.Matches(field, new QueryRegex(value.value()), part());
  }

  /** What a backslash in a text does is not written down. */
  private static boolean isPlain(QueryToken text) {
    return text.value().indexOf('\\') < 0;
  }

  private @Nullable QueryField field() {
    QueryToken next = next();
    boolean named =
        next != null
            && (next.kind() == Kind.NAME
                || (next.kind() == Kind.WORD && !Character.isDigit(next.value().charAt(0))));
    return named ? new QueryField(tokens.get(at++).value()) : null;
  }

  private @Nullable QueryToken take(Kind kind) {
    QueryToken next = next();
    return next != null && next.kind() == kind ? tokens.get(at++) : null;
  }

  private boolean takeSign(String sign) {
    QueryToken next = next();
    boolean there = next != null && next.is(sign);
    at += there ? 1 : 0;
    return there;
  }

  private boolean takeWord(String word) {
    QueryToken next = next();
    boolean there = next != null && next.isWord(word);
    at += there ? 1 : 0;
    return there;
  }

  private @Nullable QueryToken next() {
    return at < tokens.size() ? tokens.get(at) : null;
  }

  /** The comparison at hand, as far as it is read. */
  private QueryPart part() {
    return new QueryPart(tokens.get(from).start(), tokens.get(at - 1).end());
  }

  private QueryCondition unreadFrom(int first, int to) {
    if (first >= to) {
      return new QueryCondition.Unread("", new QueryPart(0, 0));
    }
    QueryPart part = new QueryPart(tokens.get(first).start(), tokens.get(to - 1).end());
    return new QueryCondition.Unread(
        query.substring(part.start(), part.end()).replaceAll("\\s+", " "), part);
  }
}
