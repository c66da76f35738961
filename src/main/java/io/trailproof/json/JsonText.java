package io.trailproof.json;

import org.jspecify.annotations.Nullable;

/**
 * What reading a JSON text led to: a value, or the first problem and where it is. A text nested
 * deeper than {@link #MAX_DEPTH} is a problem of ours and says nothing about the service.
 */
public record JsonText(@Nullable Json value, String problem, int offset, boolean tooDeep) {
  public static final int MAX_DEPTH = 500;

  static JsonText of(Json value) {
    return new JsonText(value, "", 0, false);
  }

  static JsonText broken(String problem, int offset) {
    return new JsonText(null, problem, offset, false);
  }

  static JsonText tooDeep(int offset) {
    return new JsonText(null, "nested deeper than " + MAX_DEPTH, offset, true);
  }
}
