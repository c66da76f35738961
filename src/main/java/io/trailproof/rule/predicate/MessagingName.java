package io.trailproof.rule.predicate;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.regex.ShortRegex;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the API takes the name of a topic or queue that is made: letters, digits, {@code -} and
 * {@code _}, and {@code .fifo} at the end of one that keeps an order, and of no other (F157).
 */
final class MessagingName {
  private static final String ENDING = ".fifo";
  private static final ShortRegex OTHER_CHARACTER = new ShortRegex("[^A-Za-z0-9_-]");
  private static final int LONGEST_OF_TOPIC = 256;
  private static final int LONGEST_OF_QUEUE = 80;

  private final Step step;
  private final Resource resource;
  private final String what;
  private final int longest;

  private MessagingName(Step step, Resource resource, String what, int longest) {
    this.step = step;
    this.resource = resource;
    this.what = what;
    this.longest = longest;
  }

  /** The topic at hand. */
  static Judgement ofTopic(Step step) {
    return new MessagingName(step, step.resource(), "topic", LONGEST_OF_TOPIC).judge();
  }

  static Judgement ofQueue(Step step, Resource queue) {
    return new MessagingName(step, queue, "queue", LONGEST_OF_QUEUE).judge();
  }

  private Judgement judge() {
    return resource.existence() != Existence.MANAGED || resource.isUnchanged()
        ? Judgement.pass() // what exists already was accepted
        : each(
            step.graph().property(resource, "fifo"),
            fifo -> each(step.graph().property(resource, "name"), name -> judge(name, fifo)));
  }

  /** Each of several values must do; where some would not, it cannot be told. */
  private Judgement each(Value value, Function<Value, Judgement> judge) {
    if (!(value instanceof Value.Choice choice)) {
      return judge.apply(value);
    }
    List<Judgement> all =
        choice.candidates().stream().map(one -> each(step.graph().resolve(one), judge)).toList();
    return all.stream().map(Judgement::verdict).distinct().count() == 1
        ? all.get(0)
        : Judgement.unknown(
            "the API refuses the name in one of the ways that the input leaves open",
            choice,
            resource);
  }

  private Judgement judge(Value name, Value fifo) {
    if (name.isAbsent()) {
      return Judgement.pass(); // a name that is made up by the service is legal
    }
    List<Value> parts = name instanceof Value.Template text ? text.parts() : List.of(name);
    for (int i = 0; i < parts.size(); i++) {
      String text = parts.get(i).asText().orElse("");
      boolean ends = i == parts.size() - 1 && text.endsWith(ENDING);
      String rest = ends ? text.substring(0, text.length() - ENDING.length()) : text;
      boolean perhapsEnds = i > 0 && i == parts.size() - 1 && ENDING.endsWith(text);
      if ((!perhapsEnds && OTHER_CHARACTER.finds(rest)) || text.length() > longest) {
        return refused(
            "it takes at most "
                + longest
                + " letters, digits, `-` and `_`, and `.fifo` at the end of one that keeps an"
                + " order",
            name);
      }
    }
    return ending(parts, name, fifo).and(taken(parts));
  }

  private Judgement ending(List<Value> parts, Value name, Value fifo) {
    Truth ends = ends(parts);
    Optional<String> word = fifo.asText();
    if (word.isEmpty() && !fifo.isAbsent()) {
      return ends == Truth.UNKNOWN
          ? Judgement.pass()
          : Judgement.unknown(Shown.unknown(step, resource, "fifo", fifo), fifo, resource);
    }
    boolean ordered = word.filter("true"::equals).isPresent();
    if (ends == Truth.UNKNOWN || (ends == Truth.YES) == ordered) {
      return Judgement.pass();
    }
    return refused(
        ordered
            ? "the name of a FIFO " + what + " ends in `.fifo`"
            : "it ends in `.fifo`, and the " + what + " is no FIFO " + what,
        name);
  }

  private static Truth ends(List<Value> parts) {
    Optional<String> last = parts.get(parts.size() - 1).asText();
    if (last.isEmpty() || (parts.size() > 1 && ENDING.endsWith(last.get()))) {
      return last.filter(ENDING::equals).isPresent() ? Truth.YES : Truth.UNKNOWN;
    }
    return Truth.of(last.get().endsWith(ENDING));
  }

  /** What may still stand in place of a hole is assumed to be such that the API takes it. */
  private Judgement taken(List<Value> parts) {
    boolean open =
        parts.stream()
            .anyMatch(
                part ->
                    part instanceof Value.Unknown
                        || (part instanceof Value.Symbol symbol
                            && !symbol.name().startsWith("AWS::")));
    return open
        ? Judgement.passIf(
            new Assumption(
                Assumed.NAME_IS_TAKEN,
                "the API takes the name that the " + what + " is given (F157)",
                resource.address()))
        : Judgement.pass();
  }

  private Judgement refused(String why, Value name) {
    return Judgement.fail(
        Shown.of(name) + " is no name of a " + what + " that the API takes: " + why,
        Labels.at(name, resource));
  }
}
