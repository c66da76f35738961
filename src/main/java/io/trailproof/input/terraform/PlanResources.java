package io.trailproof.input.terraform;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Strangers;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Place;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.terraform.place.Accounts;
import io.trailproof.input.terraform.place.OwnPlace;
import io.trailproof.input.terraform.place.Providers;
import io.trailproof.input.terraform.place.Regions;
import io.trailproof.input.terraform.plan.Change;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.PlanDocument;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.reference.Locals;
import io.trailproof.input.terraform.reference.Values;
import io.trailproof.input.terraform.sources.Sources;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns what was kept of one file into resources, in the order of their addresses. */
final class PlanResources {
  private PlanResources() {}

  static Reading of(
      PlanDocument plan,
      String input,
      Catalog catalog,
      ReadSettings settings,
      Sources sources,
      MadeByStacks made) {
    PlannedState state = PlannedState.after(plan, input);
    Locals locals = new Locals(sources, input);
    Values values =
        new Values(state, catalog, plan.configuration(), input, locals, plan.variables());
    Providers providers = new Providers(plan, state, locals, values.evaluation());
    OwnPlace own = new OwnPlace(state, providers);
    Regions regions = new Regions(state, providers, own, settings.givenRegion(), input);
    Accounts accounts = new Accounts(state, providers, own, settings.givenAccount(), input);
    Function<PlannedInstance, Place> place = live -> new Place(regions.of(live), accounts.of(live));
    Function<PlannedInstance, List<Resource>> canonical =
        live ->
            catalog
                .terraform(live.instance().type())
                .map(
                    binding ->
                        binding.resources(
                            new ResourceId(input, live.name()),
                            values.of(live, binding),
                            place.apply(live),
                            live.existence(),
                            values.place(live),
                            values.given(live, change(state, live).isPresent())))
                .orElse(List.of());
    PlanCourse course = new PlanCourse(plan, state, catalog, canonical);
    List<Resource> resources =
        Stream.concat(state.all().stream(), state.kept().stream())
            .flatMap(
                live ->
                    course.keep(live).stream()
                        .map(one -> asked(one, live, state, plan))
                        .map(one -> PlanRefusals.mark(one, live.instance().type(), catalog)))
            .toList();
    List<Resource> strange = strangers(input, state, values, new Strangers(catalog), place);
    for (PlannedInstance live : state.all()) {
      if (MadeByStacks.TYPES.contains(live.instance().type())) {
        made.add(live, values.of(live, null), place.apply(live));
      }
    }
    Map<ResourceId, Set<Premise>> premises = new LinkedHashMap<>(values.premises());
    locals
        .premise()
        .ifPresent(
            premise ->
                state.all().stream()
                    .filter(regions::restsOnSources)
                    .map(live -> new ResourceId(input, live.address().text()))
                    .forEach(
                        id ->
                            premises
                                .computeIfAbsent(id, any -> new LinkedHashSet<>())
                                .add(premise)));
    for (PlannedInstance live : state.all()) {
      accounts
          .borrowed(live)
          .ifPresent(
              premise ->
                  premises
                      .computeIfAbsent(
                          new ResourceId(input, live.address().text()),
                          any -> new LinkedHashSet<>())
                      .add(premise));
      if (regions.restsOnDefault(live)) {
        premises
            .computeIfAbsent(
                new ResourceId(input, live.address().text()), any -> new LinkedHashSet<>())
            .add(regions.keptDefault(live));
      }
      if (regions.restsOnReference(live)) {
        premises
            .computeIfAbsent(
                new ResourceId(input, live.address().text()), any -> new LinkedHashSet<>())
            .add(regions.takenAsWritten(live));
      }
    }
    return new Reading(
        Stream.of(resources, made.resources(), strange).flatMap(List::stream).toList(),
        course.course(),
        before(plan, canonical),
        Stream.of(state.gaps(), made.gaps(), OtherProviders.gaps(plan, catalog))
            .flatMap(List::stream)
            .toList(),
        List.of(),
        premises(premises));
  }

  /** What makes or changes an instance. */
  private static Optional<Change> change(PlannedState state, PlannedInstance live) {
    return state.change(live.address()).filter(one -> one.creates() || one.updates());
  }

  /** Of types that the catalog does not have, those that do not leave alone what they refer to. */
  private static List<Resource> strangers(
      String input,
      PlannedState state,
      Values values,
      Strangers strangers,
      Function<PlannedInstance, Place> place) {
    return state.all().stream()
        .filter(live -> !live.instance().data() && strangers.have(live.instance().type()))
        .flatMap(
            live ->
                strangers
                    .resource(
                        new ResourceId(input, live.name()),
                        live.instance().type(),
                        Dialect.TERRAFORM,
                        values.of(live, null),
                        values.mentioned(live),
                        place.apply(live),
                        values.place(live))
                    .stream())
        .toList();
  }

  private static Premises premises(Map<ResourceId, Set<Premise>> premises) {
    Map<ResourceId, List<Premise>> lists = new LinkedHashMap<>();
    premises.forEach((id, some) -> lists.put(id, List.copyOf(some)));
    return new Premises(lists, List.of());
  }

  /** Of what is neither made nor changed AWS is asked nothing. */
  private static Resource asked(
      Resource resource, PlannedInstance live, PlannedState state, PlanDocument plan) {
    Optional<Change> change = change(state, live);
    if (change.isEmpty()) {
      return resource.unchanged();
    }
    if (!change.get().creates()) {
      return resource.keeping(kept(change.get().before(), live.instance()));
    }
    // What stands in a module may wait for what the call of the module waits for.
    ModuleConfig.Block block =
        live.address().modules().isEmpty()
            ? plan.configuration().blocks().get(live.address().block())
            : null;
    return block != null && block.isUnordered() ? resource.unordered() : resource;
  }

  /** The arguments that are texts and the same before and after. */
  private static List<String> kept(Instance before, Instance after) {
    if (before.values() == null) {
      return List.of();
    }
    return before.values().members().stream()
        .map(Node.Member::key)
        .filter(key -> before.text(key).isPresent() && before.text(key).equals(after.text(key)))
        .toList();
  }

  /** What the prior state holds; nothing of a plan that starts from nothing. */
  private static Optional<List<Resource>> before(
      PlanDocument plan, Function<PlannedInstance, List<Resource>> canonical) {
    boolean applied = plan.prior().stream().anyMatch(instance -> !instance.data());
    return applied
        ? Optional.of(
            plan.prior().stream()
                .map(PlannedInstance::asItWas)
                .map(canonical)
                .flatMap(List::stream)
                .map(Resource::unchanged)
                .toList())
        : Optional.empty();
  }
}
