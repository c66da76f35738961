package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.coverage.Solver.Gaps;
import io.trailproof.aws.filterpattern.coverage.Witness.Clauses;
import io.trailproof.aws.filterpattern.text.StepBudget;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * One question about patterns and a scenario, answered by at most two searches: one for a record
 * about which everything is known, and if there is none, one for a record about which something is
 * not known.
 */
final class CoverageQuestion {
  /** Steps that one question may take; messages state it. */
  static final long STEP_LIMIT = 20_000;

  private static final String LIMIT_REACHED = "more than " + STEP_LIMIT + " steps would be needed";

  private final List<FilterPattern> patterns;
  private final Scenario scenario;
  private final RecordFacts facts;
  private final Gaps gaps = new Gaps();
  private final Solver solver = new Solver(new StepBudget(STEP_LIMIT), gaps);

  CoverageQuestion(List<FilterPattern> patterns, Scenario scenario) {
    this.patterns = List.copyOf(patterns);
    this.scenario = scenario;
    this.facts = RecordFacts.of(scenario.source(), scenario.iamRegion());
  }

  Coverage covers() {
    try {
      Optional<Json.Obj> escape = escape(true);
      if (escape.isPresent()) {
        return new Coverage.Misses(
            new Witness(escape.get(), Clauses.ofMiss(patterns, escape.get())));
      }
      Optional<Json.Obj> doubtful = escape(false);
      if (doubtful.isPresent()) {
        return new Coverage.Undecided(doubt(patterns, doubtful.get()));
      }
      if (!isPossible()) {
        return new Coverage.Undecided("no record is like `" + scenario.words() + "`");
      }
    } catch (StepBudget.Spent spent) {
      return new Coverage.Undecided(LIMIT_REACHED);
    }
    return gaps.any() ? new Coverage.Undecided(gaps.reason()) : new Coverage.Complete();
  }

  private boolean isPossible() {
    return scenario.possible()
        || find(true, (translator, pattern) -> Goal.always(), match -> true).isPresent();
  }

  Reach reaches() {
    try {
      Optional<Json.Obj> example = hit(true);
      if (example.isPresent()) {
        return new Reach.Reachable(new Witness(example.get(), List.of()));
      }
      Optional<Json.Obj> doubtful = hit(false);
      if (doubtful.isPresent()) {
        return new Reach.Undecided(doubt(patterns, doubtful.get()));
      }
    } catch (StepBudget.Spent spent) {
      return new Reach.Undecided(LIMIT_REACHED);
    }
    return gaps.any() ? new Reach.Undecided(gaps.reason()) : new Reach.Never();
  }

  /**
   * A record of the scenario that no pattern matches; of a lax search, one of which that is
   * possible.
   */
  private Optional<Json.Obj> escape(boolean strict) {
    return find(
        strict,
        (translator, pattern) -> translator.fails(pattern, strict),
        match -> strict ? match == Truth.NO : match != Truth.YES);
  }

  /**
   * A record of the scenario that the pattern matches; of a lax search, one of which that is
   * possible.
   */
  private Optional<Json.Obj> hit(boolean strict) {
    return find(
        strict,
        (translator, pattern) -> translator.matches(pattern, strict),
        match -> strict ? match == Truth.YES : match != Truth.NO);
  }

  private Optional<Json.Obj> find(
      boolean strict,
      BiFunction<Translator, FilterPattern, Goal> wish,
      Predicate<Truth> fulfilled) {
    RecordTree tree = new RecordTree(facts, tests(), gaps);
    Translator translator = new Translator(tree);
    List<Goal> goals = new ArrayList<>(translator.structure());
    for (RecordFacts.Rule rule : facts.rules()) {
      goals.add(goal(translator, rule));
    }
    ofOutcome().forEach(rule -> goals.add(goal(translator, rule)));
    scenario.condition().ifPresent(condition -> goals.add(translator.matches(condition, strict)));
    patterns.forEach(pattern -> goals.add(wish.apply(translator, pattern)));
    Predicate<Json.Obj> accepts =
        record ->
            isMeant(record, strict)
                && patterns.stream().map(p -> p.matches(record)).allMatch(fulfilled);
    return new Search(new RecordChoices(tree, solver), accepts).find(goals, strict);
  }

  private static Goal goal(Translator translator, RecordFacts.Rule rule) {
    Goal conclusion = translator.matches(rule.conclusion(), true);
    return rule.premise() == null
        ? conclusion
        : new Goal.Any(List.of(translator.fails(rule.premise(), true), conclusion));
  }

  private List<RecordFacts.Rule> ofOutcome() {
    return switch (scenario.outcome()) {
      case SUCCESS -> facts.success();
      case FAILURE -> facts.failure();
      case ANY -> List.of();
    };
  }

  private boolean isMeant(Json.Obj record, boolean strict) {
    Truth match = scenario.condition().map(c -> c.matches(record)).orElse(Truth.YES);
    return strict ? match == Truth.YES : match != Truth.NO;
  }

  private List<JsonExpression.Test> tests() {
    List<JsonExpression.Test> tests = new ArrayList<>();
    patterns.forEach(pattern -> tests.addAll(pattern.tests()));
    scenario.condition().ifPresent(condition -> tests.addAll(condition.tests()));
    facts.rules().forEach(rule -> tests.addAll(rule.tests()));
    ofOutcome().forEach(rule -> tests.addAll(rule.tests()));
    return tests;
  }

  /** On what an answer hinges that nobody can give. */
  private static String doubt(List<FilterPattern> patterns, Json.Obj record) {
    for (FilterPattern pattern : patterns) {
      for (JsonExpression.Test test : pattern.tests()) {
        if (test.matches(record) == Truth.UNKNOWN) {
          return "it hinges on `" + test.print() + "`, of which the effect is not documented";
        }
      }
    }
    for (FilterPattern pattern : patterns) {
      if (pattern.matches(record) == Truth.UNKNOWN) {
        for (String unread : pattern.undocumented()) {
          return "it hinges on `" + unread + "`, which is not read exactly";
        }
      }
    }
    for (FilterPattern pattern : patterns) {
      for (JsonExpression.Test test : pattern.tests()) {
        if (!RecordTree.isFollowed(test)) {
          return "it hinges on `"
              + test.print()
              + "`, and elements beyond ["
              + RecordTree.MAX_INDEX
              + "] are not followed";
        }
      }
    }
    for (FilterPattern pattern : patterns) {
      if (pattern.matches(record) == Truth.UNKNOWN) {
        return "it hinges on `" + pattern.print() + "`, of which the effect is not documented";
      }
    }
    for (FilterPattern pattern : patterns) {
      for (JsonExpression.Test test : pattern.tests()) {
        if (!CloudTrailRecord.isDocumented(test.selector())) {
          return "it hinges on `" + test.selector().print() + "`, which no documented record has";
        }
      }
    }
    return "it hinges on a field that no documented record has";
  }
}
