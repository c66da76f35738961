package io.trailproof.graph;

import io.trailproof.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a type that the catalog does not have and that does not leave alone what it refers
 * to: no snapshot names the type, or it is known to silence.
 */
public final class Stranger {
  /** What stands for its type in a graph. */
  public static final String TYPE = "stranger";

  private static final String WHY = "why";
  private static final String SILENCES = "silences";
  private static final String VALUES = "values";

  private Stranger() {}

  /**
   * One of a type that no snapshot names.
   *
   * @param type as its input writes it
   * @param values all that its properties hold
   */
  public static Resource newer(
      ResourceId id,
      String type,
      Dialect dialect,
      List<Value> values,
      Place place,
      @Nullable Span span) {
    return of(
        id,
        "`" + type + "` is newer than this version of trailproof",
        false,
        dialect,
        values,
        place,
        span);
  }

  /** One of a type that is known to silence. */
  public static Resource silencing(
      ResourceId id,
      String type,
      Dialect dialect,
      List<Value> values,
      Place place,
      @Nullable Span span) {
    return of(
        id,
        "how `" + type + "` may silence it is not worked out",
        true,
        dialect,
        values,
        place,
        span);
  }

  private static Resource of(
      ResourceId id,
      String why,
      boolean silences,
      Dialect dialect,
      List<Value> values,
      Place place,
      @Nullable Span span) {
    Origin origin = Origin.at(span);
    return new Resource(
        id,
        TYPE,
        dialect,
        Existence.MANAGED,
        place,
        Map.of(
            WHY, Value.text(why, origin),
            SILENCES, Value.flag(silences, origin),
            VALUES, new Value.Items(values, origin)),
        span);
  }

  /** Why it does not leave alone what it refers to, as the rest of a sentence. */
  public static String why(Resource stranger) {
    return stranger.property(WHY).asText().orElse("");
  }

  /** True for one of a type that is known to silence. */
  public static boolean silences(Resource stranger) {
    return stranger.property(SILENCES).asText().filter("true"::equals).isPresent();
  }

  /** All that its properties hold. */
  public static List<Value> values(Resource stranger) {
    return stranger.property(VALUES).children();
  }
}
