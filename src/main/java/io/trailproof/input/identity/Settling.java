package io.trailproof.input.identity;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.PhysicalIdentity;
import io.trailproof.catalog.PhysicalIdentity.Again;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Fate;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Settled;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the resources of a deployment against each other: one thing for AWS is one thing here. */
public final class Settling {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final Course course;
  private final Identities identities;
  private final Map<ResourceId, Fate> fates = new LinkedHashMap<>();
  private final Map<ResourceId, ResourceId> standing = new LinkedHashMap<>();
  private final Map<ResourceId, Resource> changed = new HashMap<>();
  private final Apartness apartness;
  private final List<Premises> premises = new ArrayList<>();

  private Settling(Catalog catalog, ResourceGraph graph, Course course) {
    this.catalog = catalog;
    this.graph = graph;
    this.course = course;
    this.identities = new Identities(catalog, graph, standing);
    this.apartness =
        new Apartness(identities, new Sameness(catalog, graph, standing), new Merging());
  }

  /** The graph of what there is in the end; the same one if nothing has to be said. */
  public static ResourceGraph of(Catalog catalog, ResourceGraph graph, Course course) {
    return new Settling(catalog, graph, course).settled();
  }

  private ResourceGraph settled() {
    if (!course.removals().isEmpty()) {
      loseChildren();
    }
    catalog.spaces().forEach(this::settle);
    Premises apart = Premises.of(premises);
    if (fates.isEmpty() && standing.isEmpty() && changed.isEmpty()) {
      return apart.byResource().isEmpty() ? graph : graph.restingOn(apart);
    }
    List<Resource> left = new ArrayList<>();
    for (Resource resource : graph.resources()) {
      if (!isAside(resource)) {
        left.add(isWriter(resource) ? changed.getOrDefault(resource.id(), resource) : resource);
      }
    }
    return graph.settled(left, new Settled(fates, standing)).restingOn(apart);
  }

  private void loseChildren() {
    LostChildren lost = new LostChildren(catalog, graph, course, identities);
    for (Resource resource : graph.resources()) {
      if (isWriter(resource)) {
        lost.fate(resource).ifPresent(fate -> fates.put(resource.id(), fate));
      }
    }
  }

  private void settle(List<String> space) {
    List<Resource> live =
        space.stream().flatMap(type -> graph.ofType(type).stream()).filter(this::isWriter).toList();
    List<Removal> removals =
        course.removals().stream().filter(one -> space.contains(one.was().type())).toList();
    if (live.isEmpty() || live.size() + removals.size() < 2) {
      return;
    }
    Collection<Identities.Namesakes> groups = identities.of(live, removals);
    for (Identities.Namesakes namesakes : groups) {
      for (Resource one : namesakes.live()) {
        for (Removal removal : namesakes.removals()) {
          taken(one, removal).ifPresent(fate -> fates.merge(one.id(), fate, Settling::worse));
        }
      }
      identities.together(namesakes).forEach(this::together);
    }
    premises.add(apartness.of(live, removals));
  }

  private static Fate worse(Fate a, Fate b) {
    return a.there() == Truth.NO ? a : b;
  }

  /** True for what an input makes or keeps; others only find it or speak of it. */
  private boolean isWriter(Resource resource) {
    return resource.existence() == Existence.MANAGED || resource.existence() == Existence.IMPORTED;
  }

  private boolean isAside(Resource resource) {
    return standing.containsKey(resource.id()) && isWriter(resource);
  }

  private PhysicalIdentity identity(Resource resource) {
    return catalog.type(resource.type()).flatMap(ResourceType::identity).orElseThrow();
  }

  private Again again(Resource resource) {
    return course.isByHandler(resource)
        ? identity(resource).byHandler()
        : identity(resource).again();
  }

  private String title(Resource resource) {
    return catalog.type(resource.type()).map(ResourceType::title).orElseThrow();
  }

  /** What becomes of an object when one of its name is deleted (F152, F174, F200). */
  private Optional<Fate> taken(Resource live, Removal removal) {
    Resource was = removal.was();
    boolean own = was.id().equals(live.id());
    Truth here = own ? Truth.YES : identities.inOnePlace(live, was);
    if (here == Truth.NO || (own && removal.order() == Removal.Order.FIRST)) {
      return Optional.empty();
    }
    String name = "`" + live.address() + "`";
    if (own && removal.order() == Removal.Order.LAST) {
      return Optional.of(
          new Fate(
              Truth.NO,
              "replaced",
              again(live) == Again.REFUSES
                  ? "the API will refuse to make "
                      + name
                      + " anew while the old one of the same name is there, and that is deleted"
                      + " only afterwards"
                  : name
                      + " is made under the name of the old one, which is deleted afterwards:"
                      + " that takes the new one away",
              List.of("give the new one another name, or leave `create_before_destroy` out")));
    }
    Touch touch = course.touch(live);
    boolean written =
        touch == Touch.MADE
            || (again(live) == Again.OVERWRITES
                && (touch == Touch.CHANGED || touch == Touch.FOLLOWS));
    String other = own ? "the deposed object of its address" : "`" + was.address() + "`";
    if (written || here == Truth.UNKNOWN || identities.namesSeveral(live)) {
      return Optional.of(
          new Fate(
              Truth.UNKNOWN,
              "replaced",
              "whether "
                  + name
                  + " is there in the end is not said: the plan deletes "
                  + other
                  + ", which is a "
                  + title(was)
                  + " of the same name, in no order to it",
              own
                  ? List.of("apply the deletion by itself first")
                  : List.of(
                      "add a `moved` block from `"
                          + was.address()
                          + "` to `"
                          + live.address()
                          + "`")));
    }
    return Optional.of(
        new Fate(
            Truth.NO,
            "replaced",
            name
                + " goes with "
                + other
                + ", which the plan deletes: both are one "
                + title(live)
                + " for AWS",
            List.of("make it again in the same run: `terraform plan -replace=ADDRESS`")));
  }

  /** What becomes of several that are one for AWS. */
  private void together(List<Resource> namesakes) {
    List<Resource> several = withoutShown(namesakes);
    if (several.size() < 2 || several.stream().anyMatch(one -> fates.containsKey(one.id()))) {
      return;
    }
    List<Resource> certain =
        several.stream().filter(one -> one.property("exists").isAbsent()).toList();
    boolean refused = several.stream().anyMatch(one -> again(one) == Again.REFUSES);
    boolean made = several.stream().anyMatch(one -> course.touch(one) == Touch.MADE);
    boolean twice = several.stream().map(Resource::address).distinct().count() == 1;
    if (certain.size() < several.size()) {
      if (refused && made) {
        certain.forEach(one -> clash(one, several, Truth.UNKNOWN));
      }
    } else if (several.stream().map(Resource::type).distinct().count() > 1
        || several.stream().map(this::again).distinct().count() > 1) {
      several.forEach(one -> clash(one, several, Truth.UNKNOWN));
    } else if (refused && made && !twice) {
      Truth there = isTold(several) ? Truth.NO : Truth.UNKNOWN;
      several.forEach(one -> clash(one, several, there));
    } else {
      Truth alike = again(several.get(0)) == Again.RETURNS && made ? alike(several) : Truth.YES;
      if (alike == Truth.YES) {
        unite(several);
      } else {
        several.forEach(one -> clash(one, several, alike));
      }
    }
  }

  /** What another resource shows as part of itself is what some resource writes, if one does. */
  private List<Resource> withoutShown(List<Resource> several) {
    List<Resource> writers =
        several.stream().filter(one -> course.touch(one) != Touch.SHOWN).toList();
    if (!writers.isEmpty()) {
      several.stream()
          .filter(one -> course.touch(one) == Touch.SHOWN)
          .forEach(one -> standing.put(one.id(), writers.get(0).id()));
    }
    return writers.isEmpty() ? several : writers;
  }

  /** Within one input a place that is not known is the same place; across inputs it may not be. */
  private static boolean isTold(List<Resource> several) {
    return several.stream().map(one -> one.id().input()).distinct().count() == 1
        || several.stream()
            .allMatch(one -> one.place().region().isKnown() && one.place().account().isKnown());
  }

  /** What it would come to if two that have no known name in common were one. */
  private final class Merging implements Apartness.Merging {
    @Override
    public String title(Resource resource) {
      return Settling.this.title(resource);
    }

    @Override
    public boolean matters(Resource one, Resource other) {
      List<Resource> both = List.of(one, other);
      if (both.stream().anyMatch(each -> course.touch(each) == Touch.SHOWN || isAside(each))) {
        return false;
      }
      boolean made = both.stream().anyMatch(each -> course.touch(each) == Touch.MADE);
      Again again = again(one);
      return !one.type().equals(other.type())
          || again != again(other)
          || (made && again == Again.REFUSES)
          || (made && again == Again.RETURNS && alike(both) != Truth.YES)
          || !united(one, both).properties().equals(one.properties());
    }

    @Override
    public boolean matters(Resource one, Removal removal) {
      boolean own = removal.was().id().equals(one.id());
      return !own || removal.order() != Removal.Order.FIRST;
    }
  }

  private Truth alike(List<Resource> several) {
    Truth alike = Truth.YES;
    Resource first = several.get(0);
    for (String property : identity(first).alike()) {
      for (Resource other : several) {
        alike = alike.and(graph.same(first.property(property), other.property(property)));
      }
    }
    return alike;
  }

  private void clash(Resource one, List<Resource> several, Truth there) {
    String others =
        several.stream()
            .filter(other -> !other.id().equals(one.id()))
            .map(other -> "`" + other.address() + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    fates.put(
        one.id(),
        new Fate(
            there,
            "made-twice",
            there == Truth.NO
                ? "`"
                    + one.address()
                    + "` and "
                    + others
                    + " are one "
                    + title(one)
                    + " for AWS, which will refuse the second"
                : "whether `"
                    + one.address()
                    + "` is made is not said: "
                    + others
                    + " would be the same "
                    + title(one)
                    + " for AWS",
            List.of("give each a name of its own")));
  }

  /** One stands for all; where they differ, what it says is one of what they say (F138, F151). */
  private void unite(List<Resource> several) {
    boolean written =
        several.stream()
            .map(course::touch)
            .anyMatch(touch -> touch != Touch.LEFT && touch != Touch.FORGOTTEN);
    // What is no longer looked after is written over by what is.
    List<Resource> writers =
        several.stream()
            .filter(one -> !written || course.touch(one) != Touch.FORGOTTEN)
            .sorted(
                Comparator.comparing((Resource one) -> one.id().input())
                    .thenComparing(Resource::address))
            .toList();
    boolean spread = several.stream().anyMatch(identities::namesSeveral);
    for (Resource one : spread ? writers : writers.subList(0, 1)) {
      Resource united = united(one, writers);
      if (!united.properties().equals(one.properties())) {
        changed.put(one.id(), united);
      }
    }
    if (!spread) {
      ResourceId first = writers.get(0).id();
      several.stream()
          .map(Resource::id)
          .filter(id -> !id.equals(first))
          .forEach(id -> standing.put(id, first));
    }
  }

  private Resource united(Resource one, List<Resource> writers) {
    Set<String> names = new LinkedHashSet<>();
    writers.forEach(writer -> names.addAll(writer.properties().keySet()));
    names.removeAll(identity(one).by());
    names.remove("arn");
    Resource united = one;
    for (String name : names) {
      List<Value> values = writers.stream().map(writer -> writer.property(name)).toList();
      Value first = one.property(name);
      boolean same =
          values.stream().allMatch(value -> Objects.equals(graph.same(first, value), Truth.YES));
      if (!same) {
        united = united.with(name, new Value.Choice(values, why(writers), first.origin()));
      }
    }
    return united;
  }

  private String why(List<Resource> writers) {
    return "is written by "
        + writers.stream()
            .map(one -> "`" + one.address() + "`")
            .distinct()
            .collect(Collectors.joining(" and "))
        + ", which are one "
        + title(writers.get(0))
        + " for AWS, and the last one wins";
  }
}
