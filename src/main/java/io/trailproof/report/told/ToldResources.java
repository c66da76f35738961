package io.trailproof.report.told;

import io.trailproof.document.BrokenJson;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources on the paths of a rule, each once however often it is told of. */
final class ToldResources {
  /** A result tells nothing of it. */
  private static final Value UNTOLD = new Value.Unknown("", Origin.NOWHERE);

  private final Map<List<Object>, Resource> all = new HashMap<>();

  /** The resource of a step, if one stands there. */
  Optional<Resource> at(Members step) throws BrokenJson {
    Optional<String> address = step.textIfAny("address");
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Optional<Span> span = ToldPlace.span(step);
    String file = span.map(at -> at.file().name()).orElse("");
    ResourceId id = new ResourceId(step.textIfAny("input").orElse(file), address.get());
    String type = step.text("type");
    Existence existence = step.flagIfAny("declared") ? Existence.DECLARED : Existence.MANAGED;
    List<Object> told =
        List.of(
            id,
            type,
            existence,
            file,
            span.map(Span::position),
            span.map(at -> at.file().position(at.end())));
    return Optional.of(
        all.computeIfAbsent(
            told,
            any ->
                new Resource(
                    id,
                    type,
                    Dialect.CANONICAL,
                    existence,
                    new Place(UNTOLD, UNTOLD),
                    Map.of(),
                    span.orElse(null))));
  }
}
