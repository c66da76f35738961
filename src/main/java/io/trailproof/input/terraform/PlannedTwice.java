package io.trailproof.input.terraform;

import io.trailproof.document.BrokenJson;
import io.trailproof.input.Clash;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.plan.Change;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.PlanDocument;
import io.trailproof.input.terraform.plan.PlanReader;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds plans that plan the same address: one of them is stale, or they are of two deployments. */
final class PlannedTwice {
  private PlannedTwice() {}

  /**
   * The first address of each pair of files that have one in common.
   *
   * @param isWanted the types that are looked at
   */
  static List<Clash> in(List<SourceFile> files, Predicate<String> isWanted) {
    Map<SourceFile, Set<String>> planned = new LinkedHashMap<>();
    List<Clash> clashes = new ArrayList<>();
    for (SourceFile file : files) {
      Set<String> addresses = addresses(file, isWanted);
      planned.forEach(
          (other, others) ->
              others.stream()
                  .filter(addresses::contains)
                  .findFirst()
                  .ifPresent(address -> clashes.add(new Clash(other, file, address))));
      planned.put(file, addresses);
    }
    return clashes;
  }

  private static Set<String> addresses(SourceFile file, Predicate<String> isWanted) {
    Set<String> addresses = new LinkedHashSet<>();
    try {
      PlanDocument plan = PlanReader.read(file, isWanted);
      plan.values().stream().map(Instance::address).forEach(one -> add(one, addresses));
      plan.changes().stream().map(Change::address).forEach(one -> add(one, addresses));
    } catch (BrokenJson e) {
      return Set.of(); // reading it says what is wrong
    }
    return addresses;
  }

  private static void add(Address address, Set<String> addresses) {
    if (!address.block().startsWith("data.")) {
      addresses.add(address.text());
    }
  }
}
