package io.trailproof.remedy;

import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes a trail record the events and hand them to a log group. */
final class TrailRemedies {
  private static final String GROUP = "aws.logs.LogGroup";
  private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";

  private TrailRemedies() {}

  /** A selector more, so that what the others take stays taken (F8, F12). */
  static Optional<Remedy> takeManagementEvents(Breach breach, FreshNames names, Wishes wishes) {
    Resource trail = breach.resource().orElse(null);
    if (trail == null) {
      return Optional.empty();
    }
    boolean isAdvanced = trail.has("advancedEventSelectors");
    String property = isAdvanced ? "advancedEventSelectors" : "eventSelectors";
    if (isAdvanced && trail.has("eventSelectors")) { // which exclude each other (F14)
      return Optional.of(
          Remedies.one(breach, List.of(new Alteration.Unset(trail.id(), "eventSelectors"))));
    }
    if (!(trail.property(property) instanceof Value.Items selectors)) {
      return Optional.empty();
    }
    List<Value> all = new ArrayList<>(selectors.items());
    all.add(isAdvanced ? advanced() : basic());
    return Remedies.edit(breach, property, Canonical.list(all));
  }

  /** The same in place of what selects management events and is refused. */
  static Optional<Remedy> takeNothingRefused(Breach breach, FreshNames names, Wishes wishes) {
    String property = "advancedEventSelectors";
    Optional<Value.Items> selectors =
        breach
            .resource()
            .map(trail -> breach.graph().property(trail, property))
            .flatMap(one -> one instanceof Value.Items all ? Optional.of(all) : Optional.empty());
    return selectors.flatMap(
        all -> {
          List<Value> kept = new ArrayList<>();
          all.items().stream().filter(one -> !isOfManagement(one)).forEach(kept::add);
          kept.add(advanced());
          return Remedies.edit(breach, property, Canonical.list(kept));
        });
  }

  private static boolean isOfManagement(Value selector) {
    return selector.children().stream()
        .flatMap(fields -> fields.children().stream())
        .anyMatch(TrailRemedies::saysManagement);
  }

  private static boolean saysManagement(Value value) {
    return value.asText().filter("Management"::equals).isPresent()
        || value.children().stream().anyMatch(TrailRemedies::saysManagement);
  }

  private static Value basic() {
    Map<String, Value> selector = new LinkedHashMap<>();
    selector.put("readWriteType", Canonical.text("All"));
    selector.put("managementEvents", Canonical.flag(true));
    return Canonical.object(selector);
  }

  private static Value advanced() {
    Map<String, Value> field = new LinkedHashMap<>();
    field.put("field", Canonical.text("eventCategory"));
    field.put("equals", Canonical.list(Canonical.text("Management")));
    Map<String, Value> selector = new LinkedHashMap<>();
    selector.put("name", Canonical.text("Management events"));
    selector.put("fieldSelectors", Canonical.list(Canonical.object(field)));
    return Canonical.object(selector);
  }

  /**
   * The log group whose metric filters are there already, or one of its own, and a role that may
   * write to it.
   */
  static Optional<Remedy> deliver(Breach breach, FreshNames names, Wishes wishes) {
    Resource trail = breach.previous().or(breach::resource).orElse(null);
    if (trail == null) {
      return Optional.empty();
    }
    Optional<Resource> filtered = filtered(breach.graph(), trail);
    if (filtered.isPresent()) {
      List<Alteration> changes = new ArrayList<>();
      changes.add(delivery(trail, filtered.get().id()));
      return role(names, trail, filtered.get().id(), changes).map(all -> Remedies.one(breach, all));
    }
    return newGroup(breach, names, trail);
  }

  /** A log group of its own where the trail is. */
  static Optional<Remedy> deliverBeside(Breach breach, FreshNames names, Wishes wishes) {
    return breach.previous().flatMap(trail -> newGroup(breach, names, trail));
  }

  private static Optional<Remedy> newGroup(Breach breach, FreshNames names, Resource trail) {
    return names
        .id(GROUP, "cloudtrail", trail)
        .flatMap(
            group -> {
              List<Alteration> changes = new ArrayList<>();
              changes.add(
                  new Alteration.Add(
                      group,
                      GROUP,
                      trail.id(),
                      Map.of("name", Canonical.text(names.text("cloudtrail")))));
              changes.add(delivery(trail, group));
              return role(names, trail, group, changes);
            })
        .map(changes -> Remedies.one(breach, changes));
  }

  private static Optional<Resource> filtered(ResourceGraph graph, Resource trail) {
    return graph.ofType(GROUP).stream()
        .filter(one -> one.existence() == Existence.MANAGED)
        .filter(one -> Place.same(graph, trail, one) == Truth.YES)
        .filter(
            one ->
                graph.ofType("aws.logs.MetricFilter").stream()
                    .anyMatch(each -> graph.names(each.property("logGroup"), one) == Truth.YES))
        .findFirst();
  }

  static Optional<Remedy> nameGroupByArn(Breach breach, FreshNames names, Wishes wishes) {
    Resource trail = breach.previous().orElse(null);
    Resource group = breach.resource().orElse(null);
    return trail == null || group == null
        ? Optional.empty()
        : Optional.of(Remedies.one(breach, List.of(delivery(trail, group.id()))));
  }

  /** A role of its own: what the other one lets others do stays as it is. */
  static Optional<Remedy> letDeliver(Breach breach, FreshNames names, Wishes wishes) {
    Resource trail = breach.previous().orElse(null);
    Resource group = breach.resource().orElse(null);
    return trail == null || group == null
        ? Optional.empty()
        : role(names, trail, group.id(), new ArrayList<>())
            .map(changes -> Remedies.one(breach, changes));
  }

  private static Alteration delivery(Resource trail, ResourceId group) {
    Value arn = new Value.Reference(group, "arn", Origin.NOWHERE);
    return new Alteration.Set(trail.id(), "logGroup", arn, arn(group, trail.dialect()));
  }

  /** The ARN that a trail asks for ends in {@code :*}; CloudFormation gives it so (F19, F20). */
  private static Value arn(ResourceId group, Dialect dialect) {
    Value arn = new Value.Reference(group, "arn", Origin.NOWHERE);
    return dialect == Dialect.TERRAFORM
        ? Value.joined(List.of(arn, Canonical.text(":*")), Origin.NOWHERE)
        : arn;
  }

  private static Optional<List<Alteration>> role(
      FreshNames names, Resource trail, ResourceId group, List<Alteration> changes) {
    Optional<ResourceId> role =
        ServiceRole.add(
            names,
            "cloudtrail-to-logs",
            trail,
            CLOUDTRAIL,
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            arn(group, trail.dialect()),
            changes);
    if (role.isEmpty()) {
      return Optional.empty();
    }
    changes.add(
        new Alteration.Set(
            trail.id(), "logRole", new Value.Reference(role.get(), "arn", Origin.NOWHERE)));
    return Optional.of(changes);
  }
}
