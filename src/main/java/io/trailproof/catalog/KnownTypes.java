package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.graph.Dialect;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a catalog knows, however it is kept. */
interface KnownTypes extends ResourceType.TypeSource {
  /** The type that is spelt so. */
  Optional<Binding> spelt(Dialect dialect, String spelling);

  /** All types, in the order of the files. */
  Collection<ResourceType> all();

  /** The names of types that share names with each other, those of parents before. */
  List<List<String>> spaces();

  StandIns standIns();

  Leeway leeway();
}
