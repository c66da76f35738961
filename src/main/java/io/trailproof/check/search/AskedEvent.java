package io.trailproof.check.search;

import io.trailproof.rule.ByEvent;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * An event while paths are searched for it: nobody there sees more of it than its kind, and what
 * answers are for it. What is found with none but answers that are the same for all events of the
 * kind holds for all of these.
 */
final class AskedEvent {
  private final Event event;

  /** Whether what is being found hangs on which event of its kind it is. */
  private boolean isTold;

  AskedEvent(Event event) {
    this.event = event;
  }

  /** What may be asked for. */
  EventKind kind() {
    return event.kind();
  }

  /** What an answer is for this event. */
  <T> T of(ByEvent<T> answer) {
    isTold |= !answer.isSame();
    return answer.of(event);
  }

  /** What was found for this event alone. */
  <T> T ofItself(T found) {
    isTold = true;
    return found;
  }

  /**
   * Finds something, and tells it for what it holds.
   *
   * @param ofKind told of what holds for all events of the kind
   * @param ofEvent told of what holds for this event
   */
  <T> T find(Supplier<T> search, Consumer<T> ofKind, Consumer<T> ofEvent) {
    boolean before = isTold;
    isTold = false;
    T found = search.get();
    (isTold ? ofEvent : ofKind).accept(found);
    isTold |= before;
    return found;
  }
}
