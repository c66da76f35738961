package io.trailproof.aws.filterpattern.insight;

import io.trailproof.aws.filterpattern.Condition;
import io.trailproof.aws.filterpattern.Doubt;
import io.trailproof.aws.filterpattern.EmptyPattern;
import io.trailproof.aws.filterpattern.Expression;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.TermPattern;
import io.trailproof.aws.filterpattern.coverage.CloudTrailRecord;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.coverage.Reach;
import io.trailproof.aws.filterpattern.coverage.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything to be said about one pattern, in the order of its text. */
public final class Notes {
  private static final int FAR = 3;

  private final String text;
  private final List<Note> notes = new ArrayList<>();

  private Notes(String text) {
    this.text = text;
  }

  /** Nothing for a pattern that the service refuses: its rejections say it all. */
  public static List<Note> of(String text) {
    Notes notes = new Notes(text);
    return FilterPattern.parse(text)
        .match(accepted -> notes.about(accepted), rejected -> List.of());
  }

  private List<Note> about(Parsed.Accepted accepted) {
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
    for (Doubt doubt : accepted.doubts()) {
      add(Note.Code.UNDOCUMENTED, doubt.message(), doubt.start(), doubt.end(), "");
    }
    notes.sort(Comparator.comparingInt(Note::start).thenComparing(Note::code));
    return List.copyOf(notes);
  }

  private boolean reach(FilterPattern pattern) {
    boolean never = Reach.of(pattern, Scenario.any()).equals(new Reach.Never());
    if (never) {
      add(
          Note.Code.NEVER_MATCHES,
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
          Note.Code.ALWAYS_MATCHES,
          "every CloudTrail record matches this pattern",
          0,
          text.length(),
          "");
    }
  }

  private void test(Expression.Test test) {
    String selector = test.selector().print();
    if (test.selector().wildcards() == 0 && !CloudTrailRecord.isDocumented(test.selector())) {
      Optional<String> near = Spelling.nearest(selector, CloudTrailRecord.selectors(), FAR);
      add(
          Note.Code.UNKNOWN_FIELD,
          "no documented CloudTrail record has `" + selector + "`",
          test.selector().at().start(),
          test.selector().at().end(),
          near.map(name -> "did you mean `" + name + "`?").orElse(""));
    } else if (Reach.of(new JsonPattern(test), Scenario.any()).equals(new Reach.Never())) {
      add(
          Note.Code.IMPOSSIBLE_TEST,
          impossible(test, selector),
          test.at().start(),
          test.at().end(),
          remedy(test, selector));
    }
  }

  private static String impossible(Expression.Test test, String selector) {
    String type = CloudTrailRecord.type(test.selector());
    return type.isEmpty()
        ? "no CloudTrail record can meet `" + test.print() + "`"
        : "`" + selector + "` is " + type + ", so `" + test.print() + "` never holds";
  }

  private static String remedy(Expression.Test test, String selector) {
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
            notExists -> "");
  }

  private boolean lostBraces(TermPattern pattern) {
    for (TermPattern.Term term : pattern.terms()) {
      if (term.text().contains("$.")) {
        add(
            Note.Code.LOST_BRACES,
            "this looks for the text of a JSON pattern, which no record holds, and matches no field",
            term.at().start(),
            term.at().end(),
            "a JSON pattern starts with `{` and ends with `}`, without quotes around it");
      }
    }
    return true;
  }

  private boolean structure(Expression expression) {
    new EventNotes(notes).read(expression);
    structureBelow(expression);
    return true;
  }

  private boolean alternatives(Expression.Or or) {
    for (Expression alternative : or.alternatives()) {
      if (alternative instanceof Expression.Test test && isNearlyAlwaysTrue(test)) {
        add(
            Note.Code.NEARLY_ALWAYS_TRUE,
            "nearly every record meets `"
                + test.print()
                + "`, so the alternatives beside it narrow nothing",
            test.at().start(),
            test.at().end(),
            "join an exclusion with `&&`");
      }
      structureBelow(alternative);
    }
    Guards.in(or, text).ifPresent(notes::add);
    return true;
  }

  private static boolean isNearlyAlwaysTrue(Expression.Test test) {
    boolean unequal =
        test.condition() instanceof Condition.Compare compare
            && !compare.equal()
            && compare.value().match(n -> true, t -> t.text().indexOf('*') < 0, r -> false);
    return unequal && CloudTrailRecord.isAlwaysText(test.selector());
  }

  private boolean conditions(Expression.And and) {
    Contradictions.in(and).forEach(notes::add);
    and.conditions().forEach(this::structureBelow);
    return true;
  }

  private void structureBelow(Expression expression) {
    expression.match(this::alternatives, this::conditions, test -> true, undocumented -> true);
  }

  private void add(Note.Code code, String message, int start, int end, String help) {
    notes.add(new Note(code, message, start, end, help));
  }
}
