package io.trailproof.input.terraform.plan;

import io.trailproof.document.Node;
import io.trailproof.graph.Gap;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The instances that exist once a plan is applied (section 3): the planned ones, those that a
 * targeted or refresh-only plan does not touch, and forgotten ones as they were. Sorted by address,
 * so that the order of a file says nothing.
 */
public final class PlannedState {
  private final Map<String, PlannedInstance> byAddress = new TreeMap<>();
  private final Map<String, List<PlannedInstance>> byBlock = new HashMap<>();
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final List<Change> removals = new ArrayList<>();
  private final List<PlannedInstance> kept = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private PlannedState() {}

  public static PlannedState after(PlanDocument plan, String input) {
    PlannedState state = new PlannedState();
    Set<String> moved = new HashSet<>();
    for (Change change : plan.changes()) {
      if (!change.deposed()) {
        state.changes.put(change.address().text(), change);
      }
      if (change.previousAddress() != null) {
        moved.add(change.previousAddress());
      }
    }
    ModuleScope root = ModuleScope.root(plan.configuration());
    plan.values().forEach(planned -> state.addPlanned(planned, root));
    plan.changes().forEach(state::addForgotten);
    plan.changes().stream().filter(Change::deletes).forEach(state.removals::add);
    for (Instance before : plan.prior()) {
      String address = before.address().text();
      if (!state.changes.containsKey(address) && !moved.contains(address)) {
        state.byAddress.putIfAbsent(address, new PlannedInstance(before, null, false));
      }
    }
    if (plan.errored()) {
      state.gaps.add(
          new Gap(
              Gap.Extent.EVERYTHING,
              "the plan ended with an error, so what it leaves behind is not known",
              input,
              null));
    }
    plan.deferred()
        .forEach(
            (address, span) ->
                state.gaps.add(
                    new Gap(
                        Gap.Extent.MORE_RESOURCES,
                        "the change of `" + address + "` is deferred to a later plan",
                        address,
                        span)));
    for (PlannedInstance live : state.byAddress.values()) {
      state.byBlock.computeIfAbsent(live.address().configured(), b -> new ArrayList<>()).add(live);
    }
    return state;
  }

  private void addPlanned(Instance planned, ModuleScope root) {
    String address = planned.address().text();
    Change change = changes.get(address);
    boolean allUnknown =
        planned.values() == null
            && change != null
            && !change.onlyForgets()
            && change.afterUnknown() != null;
    if (planned.values() != null || allUnknown) {
      boolean imported = change != null && change.imported();
      Instance instance = allUnknown ? planned.withoutValues() : planned;
      byAddress.put(
          address,
          new PlannedInstance(
              instance, change == null ? leftOut(planned, root) : change.afterUnknown(), imported));
    } else if (change == null || !change.onlyForgets()) {
      gaps.add(
          new Gap(
              Gap.Extent.MORE_RESOURCES,
              "the plan tells no values of `" + address + "`",
              address,
              planned.span()));
    }
  }

  /**
   * What an instance without a change leaves out although it is written: a plan spells what is
   * unset as null, so it is known only later.
   */
  private static @Nullable Node leftOut(Instance planned, ModuleScope root) {
    Node.Mapping values = planned.values();
    Node.Mapping written =
        root.descend(planned.address().modules())
            .map(scope -> scope.config().blocks().get(planned.address().block()))
            .map(ModuleConfig.Block::expressions)
            .orElse(null);
    if (values == null || written == null) {
      return null;
    }
    List<Node.Member> marks = new ArrayList<>();
    for (Node.Member argument : written.members()) {
      if (values.get(argument.key()).isEmpty()) {
        Span place = argument.keySpan();
        marks.add(
            new Node.Member(
                place, argument.key(), new Node.Scalar(place, Node.Kind.BOOLEAN, "true", null)));
      }
    }
    return marks.isEmpty() ? null : new Node.Mapping(planned.span(), marks, null);
  }

  private void addForgotten(Change change) {
    Instance before = change.before();
    if (change.forgets() && before.values() != null) {
      PlannedInstance forgotten = new PlannedInstance(before, null, false);
      if (change.onlyForgets() && !change.deposed()) {
        byAddress.put(change.address().text(), forgotten);
      } else {
        kept.add(new PlannedInstance(before, null, false, true));
      }
    }
  }

  public Collection<PlannedInstance> all() {
    return byAddress.values();
  }

  /** The changes that delete an object. */
  public List<Change> removals() {
    return removals;
  }

  /** Forgotten objects beside a live one of the same address. */
  public List<PlannedInstance> kept() {
    return kept;
  }

  /** What the plan does to the live instance of an address; empty if nothing. */
  public Optional<Change> change(Address address) {
    return Optional.ofNullable(changes.get(address.text()));
  }

  public List<Gap> gaps() {
    return gaps;
  }

  /** The instances of a block in some module instances. */
  public List<PlannedInstance> instances(List<Address.Module> modules, String block) {
    List<PlannedInstance> found = new ArrayList<>();
    for (PlannedInstance live :
        byBlock.getOrDefault(Address.configured(modules, block), List.<PlannedInstance>of())) {
      if (ModuleScope.covers(modules, live.address().modules())) {
        found.add(live);
      }
    }
    return found;
  }

  /** The instances of a module call that hold any resource that is kept. */
  public Set<Address.Module> modules(List<Address.Module> within, String call) {
    Set<Address.Module> found = new LinkedHashSet<>();
    for (PlannedInstance live : byAddress.values()) {
      List<Address.Module> path = live.address().modules();
      if (path.size() > within.size()
          && path.get(within.size()).name().equals(call)
          && ModuleScope.covers(within, path.subList(0, within.size()))) {
        found.add(path.get(within.size()));
      }
    }
    return found;
  }
}
