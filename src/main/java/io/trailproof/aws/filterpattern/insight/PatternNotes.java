package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.EmptyPattern;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.TermPattern;
import io.trailproof.aws.filterpattern.coverage.CloudTrailRecord;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Reach;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import io.trailproof.aws.filterpattern.syntax.PatternDoubt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything to be said about one pattern, in the order of its text. */
public final class PatternNotes {
  private static final int FAR = 3;

  private final String text;
  private final List<PatternNote> notes = new ArrayList<>();

  private PatternNotes(String text) {
    this.text = text;
  }

  /** Nothing for a pattern that the service refuses: its rejections say it all. */
  public static List<PatternNote> of(String text) {
    PatternNotes notes = new PatternNotes(text);
    return FilterPattern.parse(text)
        .match(accepted -> notes.about(accepted), rejected -> List.of());
  }

  /** What is to be said about the events that a query names, and what it asks of them besides. */
  public static List<PatternNote> ofEvents(JsonPattern query) {
    List<PatternNote> notes = new ArrayList<>();
    new EventNotes(notes).read(query.expression());
    notes.sort(Comparator.comparingInt(PatternNote::start).thenComparing(PatternNote::code));
    return List.copyOf(notes);
  }

  private List<PatternNote> about(Parsed.Accepted accepted) {
    FilterPattern pattern = accepted.pattern();
    boolean never = reach(pattern);
    if (!(pattern instanceof EmptyPattern) && !never) {
      always(pattern);
    }
    pattern.tests().forEach(this::test);
    pattern.match(
        json -> structure(json.expression()),
        space -> false,
        terms -> lostBraces(terms),
        regex -> false,
        empty -> false);
    for (PatternDoubt doubt : accepted.doubts()) {
      add(PatternNote.Code.UNDOCUMENTED, doubt.message(), doubt.start(), doubt.end(), "");
    }
    notes.sort(Comparator.comparingInt(PatternNote::start).thenComparing(PatternNote::code));
    return List.copyOf(notes);
  }

  private boolean reach(FilterPattern pattern) {
    boolean never = Reach.of(pattern, Scenario.any()).equals(new Reach.Never());
    if (never) {
      add(
          PatternNote.Code.NEVER_MATCHES,
          "no CloudTrail record can match this pattern",
          0,
          text.length(),
          "");
    }
    return never;
  }

  private void always(FilterPattern pattern) {
    if (Coverage.of(List.of(pattern), Scenario.any()).equals(new Coverage.Complete())) {
      add(
          PatternNote.Code.ALWAYS_MATCHES,
          "every CloudTrail record matches this pattern",
          0,
          text.length(),
          "");
    }
  }

  private void test(JsonExpression.Test test) {
    String selector = test.selector().print();
    if (test.selector().wildcards() == 0 && !CloudTrailRecord.isDocumented(test.selector())) {
      Optional<String> near = Spelling.nearest(selector, CloudTrailRecord.selectors(), FAR);
      add(
          PatternNote.Code.UNKNOWN_FIELD,
          "no documented CloudTrail record has `" + selector + "`",
          test.selector().at().start(),
          test.selector().at().end(),
          near.map(name -> "did you mean `" + name + "`?").orElse(""));
    } else if (Reach.of(new JsonPattern(test), Scenario.any()).equals(new Reach.Never())) {
      add(
          PatternNote.Code.IMPOSSIBLE_TEST,
          impossible(test, selector),
          test.at().start(),
          test.at().end(),
          remedy(test, selector));
    }
  }

  private static String impossible(JsonExpression.Test test, String selector) {
    String type = CloudTrailRecord.type(test.selector());
    return type.isEmpty()
        ? "no CloudTrail record can meet `" + test.print() + "`"
        : "`" + selector + "` is " + type + ", so `" + test.print() + "` never holds";
  }

  private static String remedy(JsonExpression.Test test, String selector) {
    if (!CloudTrailRecord.type(test.selector()).equals("a boolean")) {
      return "";
    }
    return test.condition()
        .match(
            compare -> {
              String word = compare.value().match(n -> n.text(), t -> t.text(), r -> "");
              boolean wanted = word.equals("true") == compare.equal();
              return word.equals("true") || word.equals("false")
                  ? "write `" + selector + " IS " + (wanted ? "TRUE" : "FALSE") + "`"
                  : "";
            },
            order -> "",
            is -> "",
            notExists -> "",
            textIn -> "");
  }

  private boolean lostBraces(TermPattern pattern) {
    for (TermPattern.Term term : pattern.terms()) {
      if (term.text().contains("$.")) {
        add(
            PatternNote.Code.LOST_BRACES,
            "this looks for the text of a JSON pattern, which no record holds, and matches no"
                + " field",
            term.at().start(),
            term.at().end(),
            "a JSON pattern starts with `{` and ends with `}`, without quotes around it");
      }
    }
    return true;
  }

  private boolean structure(JsonExpression expression) {
    new EventNotes(notes).read(expression);
    structureBelow(expression);
    return true;
  }

  private boolean alternatives(JsonExpression.Or or) {
    for (JsonExpression alternative : or.alternatives()) {
      if (alternative instanceof JsonExpression.Test test && isNearlyAlwaysTrue(test)) {
        add(
            PatternNote.Code.NEARLY_ALWAYS_TRUE,
            "nearly every record meets `"
                + test.print()
                + "`, so the alternatives beside it narrow nothing",
            test.at().start(),
            test.at().end(),
            "join an exclusion with `&&`");
      }
      structureBelow(alternative);
    }
    Conjunctions.narrowGuard(or, text).ifPresent(notes::add);
    return true;
  }

  private static boolean isNearlyAlwaysTrue(JsonExpression.Test test) {
    boolean unequal =
        test.condition() instanceof NodeCondition.Compare compare
            && !compare.equal()
            && compare.value().match(n -> true, t -> t.text().indexOf('*') < 0, r -> false);
    return unequal && CloudTrailRecord.isAlwaysText(test.selector());
  }

  private boolean conditions(JsonExpression.And and) {
    Conjunctions.contradictions(and).forEach(notes::add);
    and.conditions().forEach(this::structureBelow);
    return true;
  }

  private void structureBelow(JsonExpression expression) {
    expression.match(this::alternatives, this::conditions, test -> true, undocumented -> true);
  }

  private void add(PatternNote.Code code, String message, int start, int end, String help) {
    notes.add(new PatternNote(code, message, start, end, help));
  }
}
