package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a trail's settings let it record an event.
 *
 * @param answer whether the event is recorded
 * @param refused whether the answer is no because the API will refuse the settings
 * @param explanation what makes it so, in words
 */
public record Recording(Truth answer, boolean refused, String explanation) {

  /** A named part of the settings that may be what the answer hangs on. */
  record Part(String name, Partial<?> value) {
    private Optional<String> doubt() {
      return value.whyUnknown().map(why -> "`" + name + "` is " + why);
    }
  }

  /** It is recorded. */
  public static Recording yes(String explanation) {
    return new Recording(Truth.YES, false, explanation);
  }

  /** It is not. */
  public static Recording no(String explanation) {
    return new Recording(Truth.NO, false, explanation);
  }

  static Recording refused(String explanation) {
    return new Recording(Truth.NO, true, explanation + ", the API will refuse it");
  }

  /** Neither can be told. */
  public static Recording unknown(String explanation) {
    return new Recording(Truth.UNKNOWN, false, explanation);
  }

  /** Unknown for the first part that is. */
  static Recording unknown(Part... parts) {
    return unknown(
        Stream.of(parts)
            .map(Part::doubt)
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("a value in `" + parts[parts.length - 1].name() + "` is not known"));
  }
}
