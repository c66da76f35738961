package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.BasicSelector;
import io.trailproof.aws.eventselector.EventSelectors;
import io.trailproof.aws.eventselector.ManagementEvent;
import io.trailproof.aws.eventselector.Recording;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Note;
import io.trailproof.rule.Predicate;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.TrailAdapter;
import java.util.List;
import java.util.Map;

/**
 * One selector of a trail takes all management events, reads and writes: the audit text of CIS asks
 * for {@code IncludeManagementEvents} and {@code ReadWriteType} {@code All} (F8, F13, F113).
 */
final class RecordsAllManagementEvents implements Predicate {
  @Override
  public String name() {
    return "records-all-management-events";
  }

  @Override
  public String description() {
    return "one event selector of the trail takes all management events, reads and writes";
  }

  @Override
  public boolean dependsOnEvent() {
    return true;
  }

  @Override
  public Judgement judge(Step step, Event event, Map<String, String> arguments) {
    Resource trail = step.resource();
    EventSelectors selectors = new TrailAdapter(step.graph()).selectors(trail);
    Value advanced = trail.property("advancedEventSelectors");
    List<BasicSelector> basic = selectors.basic().orElse(List.of());
    if (basic.isEmpty()) {
      Judgement judgement =
          both(
              step,
              selectors,
              event,
              advanced.isAbsent() ? trail.property("eventSelectors") : advanced);
      return judgement.verdict() == Verdict.PASS && !advanced.isAbsent()
          ? judgement.noting(advanced(trail))
          : judgement;
    }
    Judgement best = null;
    for (BasicSelector one : basic) {
      EventSelectors alone = new EventSelectors(Partial.known(List.of(one)), selectors.advanced());
      Judgement judgement = both(step, alone, event, trail.property("eventSelectors"));
      best = best == null ? judgement : best.or(judgement);
    }
    return best == null ? Judgement.pass() : best;
  }

  private static Judgement both(Step step, EventSelectors selectors, Event event, Value value) {
    Recording write = selectors.records(ManagementEvent.write(event.source(), event.name()));
    Recording read = selectors.records(new ManagementEvent(event.source(), event.name(), true));
    return RecordsEvent.of(step, write, value).and(RecordsEvent.of(step, read, value));
  }

  private static Note advanced(Resource trail) {
    return new Note(
        "audit-advanced-selectors",
        "the audit text speaks of event selectors only; the advanced ones of this trail take the"
            + " same events (F13)",
        trail.address());
  }
}
