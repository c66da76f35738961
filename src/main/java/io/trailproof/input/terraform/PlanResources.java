package io.trailproof.input.terraform;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import java.util.ArrayList;
import java.util.List;

/** Turns what was kept of one file into resources, in the order of their addresses. */
final class PlanResources {
  private PlanResources() {}

  static Reading of(PlanDocument plan, String input, Catalog catalog, ReadSettings settings) {
    World world = World.after(plan, input);
    Values values = new Values(world, catalog, plan.configuration(), input);
    Providers providers = new Providers(plan, world);
    LogGroups logGroups = new LogGroups(world);
    Regions regions = new Regions(world, providers, logGroups, settings.region(), input);
    Accounts accounts = new Accounts(world, providers, logGroups, settings.account(), input);
    List<Resource> resources = new ArrayList<>();
    for (Live live : world.all()) {
      Binding binding = catalog.terraform(live.instance().type()).orElse(null);
      if (binding != null) {
        resources.addAll(
            binding.resources(
                new ResourceId(input, live.address().text()),
                values.of(live, binding),
                new Place(regions.of(live), accounts.of(live)),
                live.existence(),
                live.instance().span()));
      }
    }
    return new Reading(resources, world.gaps());
  }
}
