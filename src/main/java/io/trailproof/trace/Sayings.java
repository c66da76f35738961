package io.trailproof.trace;

import io.trailproof.graph.Secrets;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;

/** What is said of one step, collected; nothing that the input hides is among it. */
final class Sayings {
  private static final String WITHHELD = "what decides here is marked as sensitive and not shown";

  private final Secrets secrets;
  private final List<Saying> all = new ArrayList<>();
  private Truth passes = Truth.YES;

  Sayings(Secrets secrets) {
    this.secrets = secrets;
  }

  Sayings yes(String text) {
    return say(Truth.YES, text);
  }

  Sayings no(String text) {
    return say(Truth.NO, text);
  }

  Sayings unknown(String text) {
    return say(Truth.UNKNOWN, text);
  }

  Sayings say(Truth truth, String text) {
    all.add(new Saying(truth, secrets.areIn(text) ? WITHHELD : text));
    passes = passes.and(truth);
    return this;
  }

  /** Says something only where it keeps the record back, or may. */
  Sayings unless(Truth truth, String text) {
    return truth.isYes() ? this : say(truth, text);
  }

  Truth passes() {
    return passes;
  }

  List<Saying> all() {
    return all;
  }
}
