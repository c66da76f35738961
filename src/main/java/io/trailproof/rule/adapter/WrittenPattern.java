package io.trailproof.rule.adapter;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.Parsed;
import io.trailproof.aws.filterpattern.coverage.Coverage;
import io.trailproof.aws.filterpattern.insight.Alternatives;
import io.trailproof.aws.filterpattern.syntax.Rejection;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Optional;

/**
 * The pattern of a metric filter, once it is known and the service takes it.
 *
 * @param value where it stands
 */
public record WrittenPattern(String text, FilterPattern pattern, Value value) {
  /** Beyond this, what was expected is a list that no line has room for. */
  private static final int MOST_EXPECTED = 4;

  /** What is made of a pattern that can be read. */
  public interface Reader {
    Judgement judge(WrittenPattern written);
  }

  /** Judges the pattern of the filter at this step, or says why there is none to judge. */
  public static Judgement judge(Step step, Reader reader) {
    return judge(step, step.graph().property(step.resource(), "pattern"), reader);
  }

  private static Judgement judge(Step step, Value value, Reader reader) {
    Resource filter = step.resource();
    if (value instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> judge(step, step.graph().resolve(one), reader))
          .reduce((a, b) -> a.verdict() == b.verdict() ? a : Judgement.unknown(choice.why()))
          .orElse(Judgement.unknown(choice.why()));
    }
    if (value.isAbsent()) {
      return Judgement.fail("it has no pattern", Labels.at(value, filter));
    }
    Optional<String> text = text(value, filter);
    if (text.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, "pattern", value), value, filter);
    }
    return parse(text.get())
        .match(
            accepted -> reader.judge(new WrittenPattern(text.get(), accepted.pattern(), value)),
            rejected -> refused(rejected, value, filter));
  }

  /** Terraform's provider trims a pattern before it sends it; CloudFormation sends it as it is. */
  public static Optional<String> text(Value value, Resource filter) {
    return filter.dialect() == Dialect.TERRAFORM
        ? value.asText().map(String::strip)
        : value.asText();
  }

  private static Judgement refused(Parsed.Rejected rejected, Value value, Resource filter) {
    if (value.origin().sensitive()) {
      return Judgement.fail("the API will refuse it");
    }
    Rejection first = rejected.rejections().get(0);
    int cut = value.asText().map(text -> leading(text, filter)).orElse(0);
    List<String> expected = first.expected();
    boolean few = !expected.isEmpty() && expected.size() <= MOST_EXPECTED;
    return Judgement.fail(
        "the API will refuse it: " + first.message(),
        Labels.within(
            value,
            filter,
            first.start() + cut,
            first.end() + cut,
            few ? "expected " + String.join(", ", expected) : ""));
  }

  /** How many characters at the front of a pattern are not sent. */
  private static int leading(String text, Resource filter) {
    return filter.dialect() == Dialect.TERRAFORM ? text.length() - text.stripLeading().length() : 0;
  }

  /** What a text is as a pattern. */
  public static Parsed parse(String text) {
    return KnownPattern.of(text).parsed();
  }

  /** True if the service takes it for words or a regular expression, which name no field (F145). */
  public static boolean hasNoFields(Parsed parsed) {
    return parsed.match(
        accepted ->
            accepted
                .pattern()
                .match(json -> false, space -> false, words -> true, regex -> true, empty -> true),
        rejected -> false);
  }

  /**
   * What the pattern covers of an event's records.
   *
   * @param iamRegion where the calls of IAM are recorded
   */
  public Coverage coverage(Event event, String iamRegion) {
    return KnownPattern.of(text).coverage(pattern, event, iamRegion);
  }

  /**
   * Whether a record of an event matches: every one, none, or perhaps some.
   *
   * @param text the pattern of a metric filter; nothing matches what is no pattern
   * @param iamRegion where the calls of IAM are recorded
   */
  public static Truth takes(String text, Event event, String iamRegion) {
    KnownPattern known = KnownPattern.of(text);
    return known
        .parsed()
        .match(accepted -> known.takes(accepted.pattern(), event, iamRegion), rejected -> Truth.NO);
  }

  /** Records that any account in use writes all the time and the pattern matches (F150). */
  public static List<Json.Obj> ordinary(String text) {
    return KnownPattern.of(text).ordinary();
  }

  /** The same where some may be taken by name, of services that a rule does not name. */
  public static List<Json.Obj> ordinary(String text, String named) {
    return KnownPattern.of(text).ordinary(named);
  }

  /** A text as benchmarks read it; empty if it is no pattern of their kind. */
  public static Optional<Alternatives> alternatives(String text) {
    return KnownPattern.of(text).alternatives();
  }

  /** True if the Region of a record may make a difference to it. */
  public boolean asksForRegion() {
    return KnownPattern.of(text).asksForRegion();
  }

  /** True if there are such records. */
  static boolean takesOrdinary(String text) {
    return !ordinary(text).isEmpty();
  }
}
