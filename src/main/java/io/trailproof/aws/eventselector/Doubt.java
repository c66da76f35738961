package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Partial;
import java.util.Optional;
import java.util.stream.Stream;

/** A named part that may be what a question hangs on. */
record Doubt(String name, Partial<?> part) {

  private Optional<String> text() {
    return part.match(
        value -> Optional.empty(), Optional::empty, why -> Optional.of("`" + name + "` is " + why));
  }

  /** The first part that is not known, in words. */
  static String first(Doubt... doubts) {
    return Stream.of(doubts)
        .map(Doubt::text)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("a value in `" + doubts[doubts.length - 1].name() + "` is not known");
  }
}
