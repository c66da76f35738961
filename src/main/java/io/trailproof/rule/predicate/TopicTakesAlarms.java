package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.Map;
import java.util.Optional;

/** A topic is a standard one: what is published to a FIFO topic needs an id of its own (F97). */
final class TopicTakesAlarms implements Predicate {
  @Override
  public String name() {
    return "topic-takes-alarms";
  }

  @Override
  public String description() {
    return "the topic is no FIFO topic, which alarms cannot publish to without content-based deduplication";
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource topic = step.resource();
    Value fifo = step.graph().property(topic, "fifo");
    Optional<String> word = fifo.asText();
    if (word.isEmpty()) {
      return fifo.isAbsent()
          ? Judgement.pass()
          : Judgement.unknown(Shown.unknown(step, "fifo", fifo), fifo, topic);
    }
    if (!word.get().equals("true")) {
      return Judgement.pass();
    }
    boolean deduplicates =
        !step.graph().property(topic, "deduplication").asText().filter("false"::equals).isPresent();
    return deduplicates
        ? Judgement.unknown(
            "no text says whether an alarm can publish to a FIFO topic", fifo, topic)
        : Judgement.fail(
            "messages need a deduplication id, and alarms give none", Labels.at(fifo, topic));
  }
}
