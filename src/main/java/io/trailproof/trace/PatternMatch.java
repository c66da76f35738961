package io.trailproof.trace;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.TermPattern;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a filter pattern makes of one record, and by which of its clauses.
 *
 * @param clause what decided: as the pattern writes it, in backticks, or in words
 */
public record PatternMatch(Truth matches, String clause) {
  private static final int MOST_CLAUSES = 3;

  /** Matches a record against the text of a pattern. */
  public static PatternMatch of(String pattern, TracedRecord record) {
    return FilterPattern.parse(pattern)
        .match(
            (Parsed.Accepted accepted) -> of(accepted.pattern(), record),
            rejected -> new PatternMatch(Truth.NO, "the API will refuse the pattern"));
  }

  private static PatternMatch of(FilterPattern pattern, TracedRecord record) {
    return pattern.match(
        json -> of(json.expression(), record),
        space -> new PatternMatch(Truth.UNKNOWN, "it splits the text of the record at blanks"),
        terms -> of(terms, record.message()),
        regex ->
            new PatternMatch(
                NodeTest.search(regex.expression(), record.message()),
                "`" + regex.print() + "` anywhere in the record"),
        empty -> new PatternMatch(Truth.YES, "it is empty and takes everything"));
  }

  /** Words are looked for anywhere; those with a question mark count if all have one. */
  private static PatternMatch of(TermPattern pattern, String message) {
    boolean allOptional =
        pattern.terms().stream().allMatch(one -> one.mode() == TermPattern.Mode.OPTIONAL);
    for (TermPattern.Term term : pattern.terms()) {
      boolean isThere = message.contains(term.text());
      String said = "`" + term.text() + "` is " + (isThere ? "" : "not ") + "in the record";
      if (allOptional ? isThere : isAgainst(term, isThere)) {
        return new PatternMatch(Truth.of(allOptional), said);
      }
    }
    return allOptional
        ? new PatternMatch(Truth.NO, "none of its words is in the record")
        : new PatternMatch(Truth.YES, "the record holds the words that it asks for");
  }

  private static boolean isAgainst(TermPattern.Term term, boolean isThere) {
    return switch (term.mode()) {
      case REQUIRED -> !isThere;
      case EXCLUDED -> isThere;
      case OPTIONAL -> false;
    };
  }

  private static PatternMatch of(JsonExpression expression, TracedRecord record) {
    return expression.match(
        or -> any(or.alternatives(), record),
        and -> all(and.conditions(), record),
        test -> new PatternMatch(NodeTest.of(test, record.fields()), "`" + test.print() + "`"),
        undocumented ->
            new PatternMatch(Truth.UNKNOWN, "what CloudWatch makes of it is not documented"));
  }

  private static PatternMatch any(List<JsonExpression> alternatives, TracedRecord record) {
    PatternMatch open = null;
    for (JsonExpression alternative : alternatives) {
      PatternMatch one = of(alternative, record);
      if (one.matches.isYes()) {
        return one;
      }
      open = open == null && one.matches.isUnknown() ? one : open;
    }
    return open != null
        ? open
        : new PatternMatch(Truth.NO, "none of its " + alternatives.size() + " alternatives holds");
  }

  private static PatternMatch all(List<JsonExpression> conditions, TracedRecord record) {
    PatternMatch open = null;
    List<String> clauses = new ArrayList<>();
    for (JsonExpression condition : conditions) {
      PatternMatch one = of(condition, record);
      if (one.matches.isNo()) {
        return one;
      }
      open = open == null && one.matches.isUnknown() ? one : open;
      clauses.add(one.clause);
    }
    return open != null ? open : new PatternMatch(Truth.YES, joined(clauses));
  }

  private static String joined(List<String> clauses) {
    List<String> shown = clauses.subList(0, Math.min(MOST_CLAUSES, clauses.size()));
    return String.join(" and ", shown)
        + (shown.size() < clauses.size()
            ? " and " + (clauses.size() - shown.size()) + " more"
            : "");
  }
}
