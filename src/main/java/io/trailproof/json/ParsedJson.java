package io.trailproof.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a JSON text led to: a value, or the first problem and where it is. A text that is
 * nested too deeply is a problem of ours and says nothing about the service.
 *
 * @param repeated names that an object has more than once, of which the last counts; a service may
 *     refuse them
 */
public record ParsedJson(
    @Nullable Json value, String problem, int offset, boolean tooDeep, List<String> repeated) {
  public ParsedJson {
    repeated = List.copyOf(repeated);
  }

  static ParsedJson of(Json value, List<String> repeated) {
    return new ParsedJson(value, "", 0, false, repeated);
  }

  static ParsedJson broken(String problem, int offset, boolean tooDeep) {
    return new ParsedJson(null, problem, offset, tooDeep, List.of());
  }
}
