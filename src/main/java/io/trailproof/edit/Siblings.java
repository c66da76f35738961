package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.input.terraform.plan.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instances that one block makes, in all calls of its module. */
final class Siblings {
  private final Map<Place, List<Resource>> all = new HashMap<>();
  private final Map<ResourceId, Place> places = new HashMap<>();

  /** A block of a folder, or an address where no file is at hand. */
  private record Place(String input, String folder, String block) {}

  Siblings(ResourceGraph graph, ModuleFiles files) {
    for (Resource resource : graph.resources()) {
      Optional<Address> address = Address.parse(resource.address());
      if (address.isPresent()) {
        // What stands within a resource is written in its block.
        String inner = inner(address.get(), resource.address());
        Place place =
            new Place(
                resource.id().input(),
                files.folder(resource).orElse(modules(address.get())),
                address.get().block() + inner);
        all.computeIfAbsent(place, any -> new ArrayList<>()).add(resource);
        places.put(resource.id(), place);
      }
    }
  }

  /** True for what stands within another resource, and so in its block. */
  static boolean isWithin(Resource resource) {
    return Address.parse(resource.address())
        .filter(address -> !inner(address, resource.address()).isEmpty())
        .isPresent();
  }

  private static String modules(Address address) {
    return address.modules().toString();
  }

  private static String inner(Address address, String text) {
    int at = text.indexOf(address.block() + address.key());
    return at < 0 ? "" : text.substring(at + (address.block() + address.key()).length());
  }

  /** Those of the block of a resource, itself among them. */
  List<Resource> of(Resource resource) {
    Place place = places.get(resource.id());
    return place == null ? List.of(resource) : all.getOrDefault(place, List.of(resource));
  }
}
