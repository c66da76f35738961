package io.trailproof.input.terraform;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Gap;
import io.trailproof.input.terraform.plan.ForeignInstance;
import io.trailproof.input.terraform.plan.PlanDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What bears the name of a type of AWS's and is made by another provider, such as a fork of AWS's
 * own: it may be such a resource, so none of that type is certainly missing.
 */
final class OtherProviders {
  private OtherProviders() {}

  /** One gap for each such provider. */
  static List<Gap> gaps(PlanDocument plan, Catalog catalog) {
    Map<String, List<ForeignInstance>> byProvider = new TreeMap<>();
    for (ForeignInstance one : plan.foreign()) {
      byProvider.computeIfAbsent(one.provider(), any -> new ArrayList<>()).add(one);
    }
    return byProvider.values().stream().map(all -> gap(all, catalog)).toList();
  }

  private static Gap gap(List<ForeignInstance> all, Catalog catalog) {
    ForeignInstance first = Collections.min(all, Comparator.comparing(one -> one.address().text()));
    Set<String> types = new TreeSet<>();
    for (ForeignInstance one : all) {
      catalog
          .terraform(one.type())
          .ifPresent(binding -> types.addAll(binding.type().withEmbedded()));
    }
    return new Gap(
        Gap.Extent.MORE_RESOURCES,
        "`"
            + first.address().text()
            + "`"
            + (all.size() > 1 ? " and " + (all.size() - 1) + " more are" : " is")
            + " made by provider `"
            + first.provider()
            + "`, and only `hashicorp/aws` and `hashicorp/awscc` are read",
        first.address().text(),
        first.span(),
        types);
  }
}
