package io.trailproof.input.identity;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.source.Limits;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

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
    int most = Math.max(Limits.HELD_AGAINST, Limits.HELD_PAIRS / Math.max(1, told.size()));
    Map<ResourceId, Premise> premises = new LinkedHashMap<>();
    for (Resource one : told) {
      boolean isOpen = sameness.isOpen(one);
      Doubles doubles = new Doubles(one, most);
      doubles.among(isOpen ? told : open);
      doubles.amongRemoved(isOpen ? gone : openGone);
      if (!isOpen) {
        doubles.amongNamesakes(alike.getOrDefault(identities.ownKeys(one), List.of()));
      }
      doubles.premise().ifPresent(premise -> premises.put(one.id(), premise));
    }
    return Premises.of(premises);
  }

  /** What may be one with a resource, as far as it is looked at. */
  private final class Doubles {
    private final Resource one;
    private final int most;
    private final Set<String> addresses = new LinkedHashSet<>();
    private int looked;
    private int undecided;
    private boolean isAll = true;

    Doubles(Resource one, int most) {
      this.one = one;
      this.most = most;
    }

    void among(List<Resource> others) {
      for (Resource other : others) {
        if (!other.id().equals(one.id())) {
          look(other, () -> merging.matters(one, other));
        }
      }
    }

    void amongRemoved(List<Removal> removals) {
      for (Removal removal : removals) {
        look(removal.was(), () -> merging.matters(one, removal));
      }
    }

    /** Those of one known name are few, and are all looked at. */
    void amongNamesakes(List<Resource> namesakes) {
      for (Resource other : namesakes) {
        if (!other.id().equals(one.id())
            && sameness.areOne(one, other).isUnknown()
            && merging.matters(one, other)) {
          addresses.add(other.address());
        }
      }
    }

    private void look(Resource other, BooleanSupplier matters) {
      if (addresses.size() > SHOWN) {
        return;
      }
      if (looked++ >= most || undecided >= Limits.HELD_AGAINST) {
        isAll = false;
      } else if (sameness.areOne(one, other).isUnknown()) {
        undecided++;
        if (matters.getAsBoolean()) {
          addresses.add(other.address());
        }
      }
    }

    Optional<Premise> premise() {
      return Apartness.this.premise(one, List.copyOf(addresses), isAll);
    }
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
