package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.insight.Alternatives;
import io.trailproof.aws.filterpattern.insight.Alternatives.Alternative;
import io.trailproof.diagnostic.Label;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Parameter;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.adapter.PatternMemo;
import io.trailproof.rule.adapter.WrittenPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every name of an audit text's pattern is an alternative of the filter's own (F29, F41, F43,
 * F113).
 *
 * <p>An audit reads one filter and compares text, so what only means the same is not what it asks
 * for: wildcards, regular expressions, bare words, or several filters that share the names.
 */
final class PatternHasNames implements Predicate {
  private final PatternMemo memo = new PatternMemo();

  @Override
  public String name() {
    return "pattern-has-names";
  }

  @Override
  public String description() {
    return "every event name of the pattern that `benchmark` gives is an alternative of the"
        + " filter's own, with no other term beside it";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.needed("benchmark", List.of()));
  }

  @Override
  public boolean dependsOnEvent() {
    return true;
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    List<String> wanted =
        FilterPattern.parse(arguments.getOrDefault("benchmark", ""))
            .accepted()
            .flatMap(Alternatives::of)
            .map(Alternatives::names)
            .orElse(List.of());
    return WrittenPattern.judge(step, memo, written -> names(step, event, wanted, written));
  }

  private static Judgement names(
      Step step, Event event, List<String> wanted, WrittenPattern written) {
    Label[] labels = Labels.at(written.value(), step.resource());
    Optional<Alternatives> read = Alternatives.of(written.pattern());
    if (read.isEmpty()) {
      return Judgement.fail("it is no JSON pattern of event names", labels);
    }
    List<String> missing =
        wanted.stream().filter(name -> !read.get().names().contains(name)).toList();
    if (!missing.isEmpty()) {
      return Judgement.fail(lacking(missing), labels);
    }
    Set<String> allowed = Set.of(BenchmarkTerms.source(event.source()), BenchmarkTerms.NO_ERROR);
    boolean leavesOutErrors = false;
    for (String name : wanted) {
      Optional<Alternative> plain =
          read.get().of(name).filter(one -> allowed.containsAll(one.others())).findFirst();
      if (plain.isEmpty()) {
        return Judgement.fail(extra(read.get(), name, allowed, written), labels);
      }
      leavesOutErrors |= plain.get().others().contains(BenchmarkTerms.NO_ERROR);
    }
    return leavesOutErrors ? Judgement.pass().noting(withoutErrors(step)) : Judgement.pass();
  }

  private static String lacking(List<String> missing) {
    String first = "it has no alternative `" + missing.get(0) + "`";
    return missing.size() == 1 ? first : first + ", nor " + (missing.size() - 1) + " more";
  }

  private static String extra(
      Alternatives read, String name, Set<String> allowed, WrittenPattern written) {
    if (written.value().origin().sensitive()) {
      return "the names have terms beside them that the audit text has not";
    }
    Set<String> extra = new TreeSet<>();
    read.of(name).forEach(one -> extra.addAll(one.others()));
    extra.removeAll(allowed);
    return "the audit text has no `" + String.join("` and no `", extra) + "`";
  }

  /** F29. */
  private static Note withoutErrors(Step step) {
    return new Note(
        "audit-extra-term",
        "the pattern leaves out calls that were refused, which the audit text does not (F29)",
        step.resource().address());
  }
}
