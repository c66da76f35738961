package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.json.Json;
import java.util.List;

/**
 * A record that shows what was claimed.
 *
 * @param clauses what it is about the record that decides, in words such as {@code
 *     `$.userIdentity.type` is not `Root`}
 */
public record Witness(Json.Obj record, List<String> clauses) {
  public Witness {
    clauses = List.copyOf(clauses);
  }
}
