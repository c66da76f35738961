package io.trailproof.input.terraform.plan;

import io.trailproof.graph.Gap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The instances that exist once a plan is applied (section 3): the planned ones, those that a
 * targeted or refresh-only plan does not touch, and forgotten ones as they were. Sorted by address,
 * so that the order of a file says nothing.
 */
public final class PlannedState {
  private final Map<String, PlannedInstance> byAddress = new TreeMap<>();
  private final Map<String, List<PlannedInstance>> byBlock = new HashMap<>();
  private final List<Instance> removed = new ArrayList<>();
  private final Set<String> leftAlone = new HashSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  private PlannedState() {}

  public static PlannedState after(PlanDocument plan, String input) {
    PlannedState state = new PlannedState();
    Map<String, Change> changes = new HashMap<>();
    Set<String> moved = new HashSet<>();
    for (Change change : plan.changes()) {
      changes.put(change.address().text(), change);
      if (change.leftAlone()) {
        state.leftAlone.add(change.address().text());
      }
      if (change.previousAddress() != null) {
        moved.add(change.previousAddress());
      }
    }
    plan.values().forEach(planned -> state.addPlanned(planned, changes));
    plan.changes().forEach(state::addForgotten);
    plan.changes().stream()
        .map(Change::removed)
        .filter(Objects::nonNull)
        .forEach(state.removed::add);
    for (Instance before : plan.prior()) {
      String address = before.address().text();
      if (!changes.containsKey(address) && !moved.contains(address)) {
        state.byAddress.putIfAbsent(address, new PlannedInstance(before, null, false));
        state.leftAlone.add(address);
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

  private void addPlanned(Instance planned, Map<String, Change> changes) {
    String address = planned.address().text();
    Change change = changes.get(address);
    boolean allUnknown =
        planned.values() == null
            && change != null
            && change.forgotten() == null
            && change.afterUnknown() != null;
    if (planned.values() != null || allUnknown) {
      boolean imported = change != null && change.imported();
      Instance instance = allUnknown ? planned.withoutValues() : planned;
      byAddress.put(
          address,
          new PlannedInstance(instance, change == null ? null : change.afterUnknown(), imported));
    } else if (change == null || change.forgotten() == null) {
      gaps.add(
          new Gap(
              Gap.Extent.MORE_RESOURCES,
              "the plan tells no values of `" + address + "`",
              address,
              planned.span()));
    }
  }

  private void addForgotten(Change change) {
    Instance forgotten = change.forgotten();
    if (forgotten != null && forgotten.values() != null) {
      byAddress.put(change.address().text(), new PlannedInstance(forgotten, null, false));
    }
  }

  public Collection<PlannedInstance> all() {
    return byAddress.values();
  }

  /** The objects that the plan deletes or replaces, as they were. */
  public List<Instance> removed() {
    return removed;
  }

  /** True if an instance was there before and stays. */
  public boolean isLeftAlone(Address address) {
    return leftAlone.contains(address.text());
  }

  /** True if there is an instance of an address after apply. */
  public boolean isThere(Address address) {
    return byAddress.containsKey(address.text());
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
}
