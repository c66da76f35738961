package io.trailproof.rule;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import java.util.Map;
import java.util.Optional;

/**
 * A call, or a kind of record, that a rule wants to be told about.
 *
 * @param name what users see; the {@code eventName} where the event is a named call
 * @param kind all else; shared by events of which it is the same
 */
public record Event(String name, EventKind kind) {
  /** One of which a rule says so much. */
  public Event(
      String name,
      String source,
      Optional<String> pattern,
      Optional<String> when,
      CallOutcome outcome,
      Optional<CallAccess> access,
      Optional<Map<Partition, String>> regions,
      Burst burst,
      Optional<String> assumes) {
    this(
        name,
        new EventKind(source, pattern, when, outcome, access, regions, burst, assumes, false)
            .of(name));
  }

  /** One of which each record has to set off an alarm, and that rests on the resources alone. */
  public Event(
      String name,
      String source,
      Optional<String> pattern,
      Optional<String> when,
      CallOutcome outcome,
      Optional<CallAccess> access,
      Optional<Map<Partition, String>> regions) {
    this(name, source, pattern, when, outcome, access, regions, Burst.ONE, Optional.empty());
  }

  /** The calls of a name that succeed, whoever makes them. */
  public static Event call(String name, String source) {
    return new Event(
        name,
        source,
        Optional.empty(),
        Optional.empty(),
        CallOutcome.SUCCESS,
        Optional.empty(),
        Optional.empty());
  }

  /** The same, which shares its kind with another if it is of that. */
  Event like(Event other) {
    return kind.equals(other.kind) ? new Event(name, other.kind) : this;
  }

  /** The {@code eventSource}; empty where the pattern alone says what is meant. */
  public String source() {
    return kind.source();
  }

  /** A partial record in the pattern language, where a name does not say it. */
  public Optional<String> pattern() {
    return kind.pattern();
  }

  /** What else holds of the records that are meant of a named call, in that language. */
  public Optional<String> when() {
    return kind.when();
  }

  /** Which of the calls are meant. */
  public CallOutcome outcome() {
    return kind.outcome();
  }

  /** Whether they change something, as the rule says or as the name of the call tells. */
  public Optional<CallAccess> access() {
    return kind.access();
  }

  /** Where they are recorded, where the rule says so. */
  public Optional<Map<Partition, String>> regions() {
    return kind.regions();
  }

  /** How many of its records have to set off an alarm, and within which time. */
  public Burst burst() {
    return kind.burst();
  }

  /** What it rests on that somebody is told of it, whatever the resources say. */
  public Optional<String> assumes() {
    return kind.assumes();
  }

  /** True if its name and source say all that is asked of its records. */
  public boolean isNameAlone() {
    return pattern().isEmpty() && when().isEmpty() && outcome() == CallOutcome.SUCCESS;
  }

  /** What is meant to set off an alarm, with its verb: "one event does". */
  public String occurrence() {
    return burst().text() + (burst().isOne() ? " does" : " do");
  }

  /** A pattern that matches the records that are meant; of calls that succeed, others as well. */
  public String asPattern() {
    StringBuilder all = new StringBuilder();
    if (pattern().isEmpty()) {
      all.append("($.eventSource = \"").append(source()).append("\") && ");
      all.append("($.eventName = \"").append(name).append("\")");
    } else if (source().isEmpty() && outcome() != CallOutcome.FAILURE) {
      return pattern().get().strip();
    } else {
      all.append('(').append(inner(pattern().get())).append(')');
    }
    if (pattern().isPresent() && !source().isEmpty()) {
      all.append(" && ($.eventSource = \"").append(source()).append("\")");
    }
    when().ifPresent(condition -> all.append(" && (").append(inner(condition)).append(')'));
    if (outcome() == CallOutcome.FAILURE) {
      all.append(" && (").append(refused()).append(')');
    }
    return "{ " + all + " }";
  }

  /** A refused sign-in has no error code. */
  private String refused() {
    return source().equals("signin.amazonaws.com") && name.equals("ConsoleLogin")
        ? "$.responseElements.ConsoleLogin = \"Failure\""
        : "$.errorCode = \"*\"";
  }

  /** What stands between the braces. */
  static String inner(String pattern) {
    String text = pattern.strip();
    return text.substring(1, text.length() - 1).strip();
  }
}
