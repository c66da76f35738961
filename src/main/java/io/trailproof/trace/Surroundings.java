package io.trailproof.trace;

import io.trailproof.catalog.StandIns;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Place;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Stranger;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources that a record may meet, and what is true of each of them wherever it stands. */
final class Surroundings {
  private static final List<String> MARKS = List.of("unclassified", "silencing");

  private final ResourceGraph graph;
  private final Readings readings;
  private final PlainPolicy policies;
  private final Written written;
  private final StandIns standIns;

  /** Resources of types that nobody knows, by what they name. */
  private final Map<ResourceId, String> strangers = new HashMap<>();

  /**
   * That of one graph.
   *
   * @param standIns what people write where an address of their own belongs
   */
  Surroundings(ResourceGraph graph, StandIns standIns) {
    this.standIns = standIns;
    this.graph = graph;
    this.readings = new Readings(graph);
    this.written = new Written(graph);
    this.policies = new PlainPolicy(graph, written);
    for (Resource stranger : graph.ofType(Stranger.TYPE)) {
      Stranger.values(stranger).stream()
          .flatMap(Value::stream)
          .filter(Value.Reference.class::isInstance)
          .map(Value.Reference.class::cast)
          .flatMap(reference -> graph.find(reference.target()).stream())
          .forEach(named -> strangers.put(named.id(), stranger.address()));
    }
  }

  ResourceGraph graph() {
    return graph;
  }

  Readings readings() {
    return readings;
  }

  StandIns standIns() {
    return standIns;
  }

  Written written() {
    return written;
  }

  PlainPolicy policies() {
    return policies;
  }

  /** Nothing said yet. */
  Sayings sayings() {
    return new Sayings(graph.secrets());
  }

  /** Says what makes it doubtful that a resource is there, or is what it seems. */
  Sayings of(Resource resource) {
    Sayings said = sayings();
    Refusal.certain(resource).ifPresent(one -> said.no("it never comes to be: " + one.why()));
    Refusal.possible(resource)
        .ifPresent(one -> said.unknown("it may never come to be: " + one.why()));
    graph
        .fate(resource)
        .map(Surroundings::fate)
        .ifPresent(one -> said.say(one.passes(), one.text()));
    if (resource.has("exists")) {
      said.unknown("whether it is made is left open");
    }
    for (String mark : MARKS) {
      for (Value reason : resource.property(mark).children()) {
        if (reason instanceof Value.Unknown unknown) {
          said.unknown(unknown.why());
        }
      }
    }
    String stranger = strangers.get(resource.id());
    if (stranger != null) {
      said.unknown("`" + stranger + "` refers to it, of which nothing is known");
    }
    switch (resource.existence()) {
      case REMOVED -> said.no("it is taken away");
      case NAMED, UNSEEN -> said.unknown("it is only named here, and nothing of it is shown");
      case EXISTING -> said.unknown("it is only looked up here, so that not all of it is shown");
      case MANAGED, IMPORTED, DECLARED -> {}
    }
    return said;
  }

  private static Saying fate(Fate fate) {
    return new Saying(fate.there(), fate.why());
  }

  /** Whether two resources are in one Region and account. */
  Truth together(Resource a, Resource b) {
    return Place.same(graph, a, b);
  }

  /** Whether two resources are in one Region. */
  Truth inOneRegion(Resource a, Resource b) {
    Value one = a.place().region();
    Value other = b.place().region();
    return one instanceof Value.Unknown || other instanceof Value.Unknown
        ? Truth.YES
        : graph.same(one, other);
  }

  /** Whether two resources are in one account. */
  Truth inOneAccount(Resource a, Resource b) {
    Value one = a.place().account();
    Value other = b.place().account();
    boolean untold = one instanceof Value.Unknown || other instanceof Value.Unknown;
    return untold || Place.sameAccount(one, other) ? Truth.YES : graph.same(one, other);
  }

  /** Says that two resources are not, or may not be, in one place. */
  void apart(Truth together, String other, Sayings into) {
    into.unless(
        together,
        together.isNo()
            ? "it is in another Region or account than " + other
            : "whether it is in the Region and account of " + other + " is not told");
  }

  /** The resources of a type of which a property names another, with how sure that is. */
  Map<Resource, Truth> naming(String type, String property, Resource to) {
    Map<Resource, Truth> found = new LinkedHashMap<>();
    for (Resource one : inOrder(type)) {
      Truth named = ResourceIndex.of(graph).named(one, property, to);
      if (!named.isNo()) {
        found.put(one, named);
      }
    }
    return found;
  }

  /** The resources of a type, in an order that does not hang on that of the inputs. */
  List<Resource> inOrder(String type) {
    return graph.ofType(type).stream()
        .sorted(Comparator.comparing(Resource::address).thenComparing(one -> one.id().input()))
        .toList();
  }

  /** Why there may be more of some types than the input shows; empty where there is not. */
  Optional<String> mayBeElsewhere(Optional<Resource> from, String... types) {
    return graph.gaps().stream()
        .filter(gap -> gap.mayHide(List.of(types)))
        .map(Gap::message)
        .findFirst()
        .or(
            () ->
                from.filter(one -> one.existence().mayHaveRelationsElsewhere())
                    .map(
                        one ->
                            "`"
                                + one.address()
                                + "` is there already, and others may have related to it"));
  }

  /** The step at which nothing leads on: stopped, unless something unseen may. */
  Hop nothing(String kind, Optional<Resource> from, String message, String... types) {
    Optional<String> elsewhere = mayBeElsewhere(from, types);
    return Hop.last(
        kind,
        "",
        elsewhere.isPresent()
            ? sayings().unknown(message + " in the input; " + elsewhere.get())
            : sayings().no(message));
  }
}
