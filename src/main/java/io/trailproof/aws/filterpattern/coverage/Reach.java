package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import java.util.List;
import java.util.function.Function;

/** Whether a pattern matches any record of a scenario at all. */
public sealed interface Reach {
  /** Decides exactly, or says why not. */
  static Reach of(FilterPattern pattern, Scenario scenario) {
    return pattern instanceof JsonPattern json && scenario.rulesOut(json.expression())
        ? new Never()
        : new CoverageQuestion(List.of(pattern), scenario).reaches();
  }

  <R> R match(
      Function<Reachable, R> reachable, Function<Never, R> never, Function<Undecided, R> undecided);

  /** The example matches. */
  record Reachable(Witness example) implements Reach {
    @Override
    public <R> R match(
        Function<Reachable, R> reachable,
        Function<Never, R> never,
        Function<Undecided, R> undecided) {
      return reachable.apply(this);
    }
  }

  /** No record matches. */
  record Never() implements Reach {
    @Override
    public <R> R match(
        Function<Reachable, R> reachable,
        Function<Never, R> never,
        Function<Undecided, R> undecided) {
      return never.apply(this);
    }
  }

  /** Neither can be shown. */
  record Undecided(String why) implements Reach {
    @Override
    public <R> R match(
        Function<Reachable, R> reachable,
        Function<Never, R> never,
        Function<Undecided, R> undecided) {
      return undecided.apply(this);
    }
  }
}
