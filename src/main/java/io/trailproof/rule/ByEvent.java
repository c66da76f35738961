package io.trailproof.rule;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * What comes of a question that is asked for all events of a kind at once: one thing for all of
 * them, or one for each. Who is asked is handed the kind alone, so that what is the same for all
 * cannot hang on anything that tells them apart.
 */
public sealed interface ByEvent<T> {
  /** What comes of it for one event, which is of the kind that it was asked for. */
  T of(Event event);

  /** True if it is the same for all events of the kind. */
  boolean isSame();

  /** What follows from it. */
  <R> ByEvent<R> map(Function<T, R> what);

  /** What is asked next because of it. */
  <R> ByEvent<R> then(Function<T, ByEvent<R>> question);

  /** The same, worked out once for each event: by identity, as events are long to compare. */
  ByEvent<T> kept();

  /** The same for all. */
  static <T> ByEvent<T> same(T what) {
    return new Same<>(what);
  }

  /** What hangs on which event it is. */
  static <T> ByEvent<T> each(Function<Event, T> what) {
    return new Each<>(what);
  }

  /** Several answers as one. */
  static <T> ByEvent<List<T>> all(List<ByEvent<T>> answers) {
    for (ByEvent<T> one : answers) {
      if (!one.isSame()) {
        return new Each<>(event -> of(answers, event));
      }
    }
    List<T> all = new ArrayList<>(answers.size());
    for (ByEvent<T> one : answers) {
      all.add(((Same<T>) one).what());
    }
    return new Same<>(all);
  }

  private static <T> List<T> of(List<ByEvent<T>> answers, Event event) {
    List<T> all = new ArrayList<>(answers.size());
    for (ByEvent<T> one : answers) {
      all.add(one.of(event));
    }
    return all;
  }

  /** One thing for all events of the kind. */
  record Same<T>(T what) implements ByEvent<T> {
    @Override
    public T of(Event event) {
      return what;
    }

    @Override
    public boolean isSame() {
      return true;
    }

    @Override
    public <R> ByEvent<R> map(Function<T, R> next) {
      return new Same<>(next.apply(what));
    }

    @Override
    public <R> ByEvent<R> then(Function<T, ByEvent<R>> question) {
      return question.apply(what);
    }

    @Override
    public ByEvent<T> kept() {
      return this;
    }
  }

  /** One thing for each event. */
  record Each<T>(Function<Event, T> what) implements ByEvent<T> {
    @Override
    public T of(Event event) {
      return what.apply(event);
    }

    @Override
    public boolean isSame() {
      return false;
    }

    @Override
    public <R> ByEvent<R> map(Function<T, R> next) {
      return new Each<>(event -> next.apply(what.apply(event)));
    }

    @Override
    public <R> ByEvent<R> then(Function<T, ByEvent<R>> question) {
      return new Each<>(event -> question.apply(what.apply(event)).of(event));
    }

    @Override
    public ByEvent<T> kept() {
      IdentityHashMap<Event, T> known = new IdentityHashMap<>();
      return new Each<>(event -> known.computeIfAbsent(event, what));
    }
  }
}
