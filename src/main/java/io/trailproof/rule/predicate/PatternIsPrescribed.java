package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.insight.Alternatives;
import io.trailproof.aws.filterpattern.insight.Alternatives.Alternative;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.PatternMemo;
import io.trailproof.rule.adapter.WrittenPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pattern of a filter is one of those that the arguments give: Security Hub takes "the exact
 * metric filters prescribed", and no more fields or terms (F112).
 *
 * <p>How it compares them is not published. Other blanks are assumed to be no matter; another
 * order, other quotes or parentheses cannot be told.
 */
final class PatternIsPrescribed implements Predicate {
  private final PatternMemo memo = new PatternMemo();

  @Override
  public String name() {
    return "pattern-is-prescribed";
  }

  @Override
  public String description() {
    return "the filter's pattern is one of those that the arguments give, to the letter but for"
        + " blanks";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.needed("recommended", List.of()), Parameter.optional("benchmark"));
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    return WrittenPattern.judge(step, memo, written -> compare(step, written, arguments.values()));
  }

  private static Judgement compare(Step step, WrittenPattern written, Iterable<String> prescribed) {
    String own = written.text();
    for (String one : prescribed) {
      if (own.equals(one)) {
        return Judgement.pass();
      }
    }
    for (String one : prescribed) {
      if (withoutBlanks(own).equals(withoutBlanks(one))) {
        return Judgement.passIf(
            new Assumption(
                "blanks-do-not-matter",
                "Security Hub takes no notice of blanks in the pattern (F112)",
                step.resource().address()));
      }
    }
    var labels = Labels.at(written.value(), step.resource());
    Optional<Set<Alternative>> mine = terms(written.pattern());
    String difference = "";
    for (String one : prescribed) {
      Set<Alternative> theirs =
          FilterPattern.parse(one).accepted().flatMap(PatternIsPrescribed::terms).orElse(Set.of());
      if (mine.filter(theirs::equals).isPresent()) {
        return Judgement.unknown(
            "its terms are the prescribed ones in another order or spelling, and how they are"
                + " compared is not published",
            labels);
      }
      if (difference.isEmpty() || sharesTerms(mine, theirs)) {
        difference = difference(mine, theirs);
      }
    }
    return Judgement.fail(
        written.value().origin().sensitive() ? "it is another pattern" : difference, labels);
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static Optional<Set<Alternative>> terms(FilterPattern pattern) {
    return Alternatives.of(pattern).map(read -> new HashSet<>(read.all()));
  }

  private static boolean sharesTerms(Optional<Set<Alternative>> mine, Set<Alternative> theirs) {
    return mine.filter(all -> all.stream().anyMatch(theirs::contains)).isPresent();
  }

  /** The first thing that is too much, or else too little. */
  private static String difference(Optional<Set<Alternative>> mine, Set<Alternative> theirs) {
    if (mine.isEmpty()) {
      return "it is no JSON pattern of event names";
    }
    Set<String> more = words(mine.get());
    more.removeAll(words(theirs));
    if (!more.isEmpty()) {
      return "the prescribed pattern has no `" + more.iterator().next() + "`";
    }
    Set<String> less = words(theirs);
    less.removeAll(words(mine.get()));
    return less.isEmpty()
        ? "its terms are joined in another way than the prescribed ones"
        : "it has no `" + less.iterator().next() + "`";
  }

  private static Set<String> words(Set<Alternative> all) {
    Set<String> words = new TreeSet<>();
    for (Alternative one : all) {
      one.name().ifPresent(name -> words.add("$.eventName=" + name));
      words.addAll(List.copyOf(one.others()));
    }
    return words;
  }
}
