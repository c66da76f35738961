package io.trailproof.input.identity;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.source.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rests on two resources being two objects for AWS, where it is not known that they are. */
final class Apartness {
  /** How many others a premise names. */
  private static final int SHOWN = 3;

  private final Identities identities;
  private final Sameness sameness;
  private final Merging merging;

  Apartness(Identities identities, Sameness sameness, Merging merging) {
    this.identities = identities;
    this.sameness = sameness;
    this.merging = merging;
  }

  /** What it would come to if two resources were one object. */
  interface Merging {
    /** What a resource is called. */
    String title(Resource resource);

    /** True if something else would be there in the end. */
    boolean matters(Resource one, Resource other);

    /** The same where the other is deleted. */
    boolean matters(Resource one, Removal removal);
  }

  /** The premises of resources whose names are in one space. */
  Premises of(List<Resource> live, List<Removal> removals) {
    List<Resource> told = live.stream().filter(sameness::isTold).toList();
    List<Resource> open = told.stream().filter(sameness::isOpen).toList();
    List<Removal> gone = removals.stream().filter(one -> sameness.isTold(one.was())).toList();
    List<Removal> openGone = gone.stream().filter(one -> sameness.isOpen(one.was())).toList();
    // What is known of two tells them apart, or where they are does.
    Map<Object, List<Resource>> alike =
        told.stream()
            .filter(one -> !sameness.isOpen(one) && !identities.isTiedByLink(one))
            .collect(Collectors.groupingBy(identities::ownKeys));
    Map<ResourceId, Premise> premises = new LinkedHashMap<>();
    for (Resource one : told) {
      boolean isOpen = sameness.isOpen(one);
      List<Resource> others = isOpen ? told : open;
      List<Resource> namesakes =
          isOpen ? List.of() : alike.getOrDefault(identities.ownKeys(one), List.of());
      List<Removal> removed = isOpen ? gone : openGone;
      List<String> doubles =
          Stream.concat(
                  Stream.concat(others.stream().limit(Limits.HELD_AGAINST), namesakes.stream())
                      .filter(other -> !other.id().equals(one.id()))
                      .filter(other -> sameness.areOne(one, other).isUnknown())
                      .filter(other -> merging.matters(one, other))
                      .map(Resource::address),
                  removed.stream()
                      .limit(Limits.HELD_AGAINST)
                      .filter(removal -> sameness.areOne(one, removal.was()).isUnknown())
                      .filter(removal -> merging.matters(one, removal))
                      .map(removal -> removal.was().address()))
              .distinct()
              .limit(SHOWN + 1)
              .toList();
      boolean isAll = others.size() <= Limits.HELD_AGAINST && removed.size() <= Limits.HELD_AGAINST;
      premise(one, doubles, isAll).ifPresent(premise -> premises.put(one.id(), premise));
    }
    return Premises.of(premises);
  }

  private Optional<Premise> premise(Resource one, List<String> doubles, boolean isAll) {
    if (doubles.isEmpty() && isAll) {
      return Optional.empty();
    }
    String others =
        doubles.stream()
            .limit(SHOWN)
            .map(each -> "`" + each + "`")
            .collect(Collectors.joining(", "));
    if (others.isEmpty()) {
      others = "any of more than " + Limits.HELD_AGAINST + " others";
    } else if (doubles.size() > SHOWN || !isAll) {
      others += " and others";
    }
    return Optional.of(
        new Premise(
            Assumed.TOLD_APART,
            "it is another "
                + merging.title(one)
                + " for AWS than "
                + others
                + ", though what would tell them apart is not known",
            Optional.empty(),
            one.address(),
            Premise.Reach.PROOF));
  }
}
