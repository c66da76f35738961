package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.Selector.PathStep;
import io.trailproof.aws.filterpattern.coverage.Witness.Clauses;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The CloudTrail records that are asked about.
 *
 * @param condition what distinguishes them; empty if all management records are meant
 * @param source the service whose records they all are, where the condition says so
 * @param outcome which calls are meant
 * @param possible true if it is known that there are such records
 * @param iamRegion the Region in which the calls of IAM are recorded (F6)
 * @param words the scenario in words, for messages
 */
public record Scenario(
    Optional<JsonExpression> condition,
    Optional<String> source,
    CallOutcome outcome,
    boolean possible,
    String iamRegion,
    String words) {
  private static final String STANDARD_PARTITION = "us-east-1";

  /** The same, where the calls of IAM are recorded in that Region. */
  public Scenario in(String region) {
    return new Scenario(condition, source, outcome, possible, region, words);
  }

  /** The records of one API call that succeeded, made by anybody in any way. */
  public static Scenario event(String eventSource, String eventName) {
    return event(eventSource, eventName, CallOutcome.SUCCESS);
  }

  /** The records of one API call with that outcome, made by anybody in any way. */
  public static Scenario event(String eventSource, String eventName, CallOutcome outcome) {
    return new Scenario(
        Optional.of(all(is("eventSource", eventSource), is("eventName", eventName))),
        Optional.of(eventSource),
        outcome,
        true,
        STANDARD_PARTITION,
        eventName);
  }

  /** The records that a pattern is known to match. */
  public static Scenario of(JsonPattern pattern) {
    return new Scenario(
        Optional.of(pattern.expression()),
        Optional.empty(),
        CallOutcome.ANY,
        false,
        STANDARD_PARTITION,
        pattern.print());
  }

  /** The same, of which the condition says that all are records of that service. */
  Scenario of(String eventSource) {
    return new Scenario(condition, Optional.of(eventSource), outcome, possible, iamRegion, words);
  }

  /** True if what the condition says of names and sources alone shows that none is matched. */
  boolean rulesOut(JsonExpression expression) {
    return toldNames().ruleOut(expression);
  }

  /** True if there are such records, and the same shows that all of them are matched. */
  boolean isWithin(JsonExpression expression) {
    return possible && toldNames().settle(expression);
  }

  /**
   * What shows that patterns match none of its records, where they ask for no more than the names
   * and sources that the condition tells; empty if they ask for more, or match some.
   */
  Optional<Witness> missedByName(List<FilterPattern> patterns) {
    if (!possible) {
      return Optional.empty();
    }
    ToldNames told = toldNames();
    for (FilterPattern pattern : patterns) {
      if (!(pattern instanceof JsonPattern json)
          || !told.tellAll(json)
          || !told.ruleOut(json.expression())) {
        return Optional.empty();
      }
    }
    return Optional.of(new Witness(told.names(), Clauses.ofMiss(patterns, told.names())));
  }

  private ToldNames toldNames() {
    Map<String, Json> told = new TreeMap<>();
    for (JsonExpression one : condition.map(Scenario::conjuncts).orElse(List.of())) {
      if (one instanceof JsonExpression.Test test && test.constant().isPresent()) {
        ToldNames.field(test.selector())
            .ifPresent(name -> told.putIfAbsent(name, new Json.Str(test.constant().orElseThrow())));
      }
    }
    return new ToldNames(new Json.Obj(told));
  }

  private static List<JsonExpression> conjuncts(JsonExpression condition) {
    return condition instanceof JsonExpression.And and ? and.conditions() : List.of(condition);
  }

  /** Every management record. */
  public static Scenario any() {
    return new Scenario(
        Optional.empty(),
        Optional.empty(),
        CallOutcome.ANY,
        true,
        STANDARD_PARTITION,
        "any record");
  }

  /** Those of its records that a pattern is known to match as well. */
  public Scenario when(JsonPattern pattern) {
    return new Scenario(
        Optional.of(
            condition.map(one -> all(one, pattern.expression())).orElse(pattern.expression())),
        source,
        outcome,
        false,
        iamRegion,
        words);
  }

  /** Those of its records that a fact narrows it to which does not leave it without any. */
  public Scenario given(JsonPattern fact) {
    Scenario narrowed = when(fact);
    return new Scenario(narrowed.condition, source, outcome, possible, iamRegion, words);
  }

  /** Those of its records that have that outcome. */
  public Scenario with(CallOutcome outcome) {
    return new Scenario(condition, source, outcome, false, iamRegion, words);
  }

  private static JsonExpression all(JsonExpression... conditions) {
    List<JsonExpression> flat = new ArrayList<>();
    for (JsonExpression one : conditions) {
      flat.addAll(conjuncts(one));
    }
    return new JsonExpression.And(flat, new Range(0, 0));
  }

  private static JsonExpression is(String name, String value) {
    return new JsonExpression.Test(
        Selector.of(new PathStep.Key(name)),
        new NodeCondition.Compare(true, new Operand.Text(value, "")),
        "",
        new Range(0, 0));
  }
}
