package io.trailproof.report;

import io.trailproof.graph.PlanSource;
import io.trailproof.report.text.Plain;
import io.trailproof.report.text.Style;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the Terraform files of plans were read, and where, in a few words. */
final class SourcesRead {
  private SourcesRead() {}

  /** The words for some plans; empty without plans. */
  static Optional<String> of(List<PlanSource> plans, Style style) {
    Set<String> places = new LinkedHashSet<>();
    plans.stream().filter(PlanSource::isRead).forEach(one -> places.add(one.name()));
    long without = plans.stream().filter(one -> !one.isRead()).count();
    if (plans.isEmpty()) {
      return Optional.empty();
    }
    if (places.isEmpty()) {
      boolean refused = plans.get(0).from() == PlanSource.From.REFUSED;
      return Optional.of("no Terraform files read" + (refused ? " (`--no-source`)" : ""));
    }
    String read = "Terraform files read from " + Plain.text(String.join(" and ", places), style);
    return Optional.of(
        without == 0 ? read : read + ", none for " + without + " of " + plans.size() + " plans");
  }
}
