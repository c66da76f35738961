package io.trailproof.input.terraform.place;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Arn;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.input.terraform.plan.Instance;
import io.trailproof.input.terraform.plan.PlannedInstance;
import io.trailproof.input.terraform.plan.PlannedState;
import io.trailproof.input.terraform.plan.Traversal;
import java.util.List;
import java.util.Optional;

/** The Regions of instances (section 9). */
public final class Regions {
  private static final Traversal ARGUMENT = new Traversal(List.of("region"));

  private final Providers providers;
  private final OwnPlace own;
  private final Optional<Value> stated;
  private final String input;
  private final Evidence seen = new Evidence();

  /**
   * @param stated the user's word for what names no Region
   */
  public Regions(
      PlannedState state, Providers providers, OwnPlace own, Optional<Value> stated, String input) {
    this.providers = providers;
    this.own = own;
    this.stated = stated;
    this.input = input;
    for (PlannedInstance live : state.all()) {
      String key = providers.key(live);
      if (!key.isEmpty()) {
        shown(live, key).ifPresent(region -> seen.add(key, region));
      }
    }
  }

  /** The Region that an instance shows its provider to work in, unless it names its own. */
  private Optional<String> shown(PlannedInstance live, String key) {
    boolean namesItsOwn = !live.instance().isCloudControl() && providers.sets(live, "region");
    if (namesItsOwn || isRepeated(key)) {
      return Optional.empty();
    }
    if (!live.instance().type().equals(DataSources.REGION)) {
      return own.region(live);
    }
    boolean asksForOther = providers.sets(live, "name") || providers.sets(live, "endpoint");
    Instance helper = live.instance();
    return asksForOther
        ? Optional.empty()
        : helper
            .text("region")
            .or(() -> helper.text("name"))
            .or(() -> helper.text("id"))
            .filter(Arn::isRegion);
  }

  private boolean isRepeated(String key) {
    return providers.isOneOfSeveral(key, "region");
  }

  public Value of(PlannedInstance live) {
    String key = providers.key(live);
    if (!live.instance().isCloudControl() && live.isUnknown(ARGUMENT)) {
      return symbol("`" + live.address().text() + "`");
    }
    Optional<Value> told = own.region(live).map(Regions::text);
    if (isRepeated(key)) {
      return told.orElseGet(() -> Providers.oneOfSeveral(key));
    }
    return told.or(
            () -> providers.certainText(key, "region").filter(Arn::isRegion).map(Regions::text))
        .or(() -> seen.only(key).map(Regions::text))
        .or(() -> own.regionOfLogGroup(live).map(Regions::text))
        .or(() -> providers.text(key, "region").filter(Arn::isRegion).map(Regions::text))
        .or(() -> stated)
        .orElseGet(
            () ->
                symbol(
                    key.isEmpty() ? "`" + live.address().text() + "`" : "provider `" + key + "`"));
  }

  private static Value text(String region) {
    return Value.text(region, Origin.NOWHERE);
  }

  /** True if the Region of an instance is known from the default of a variable alone. */
  public boolean restsOnDefault(PlannedInstance live) {
    String key = providers.key(live);
    return !isRepeated(key)
        && own.region(live).isEmpty()
        && providers.certainText(key, "region").isEmpty()
        && seen.only(key).isEmpty()
        && own.regionOfLogGroup(live).isEmpty()
        && providers.text(key, "region").filter(Arn::isRegion).isPresent();
  }

  /** What tells of a Region that rests on the default of a variable. */
  public Premise keptDefault(PlannedInstance live) {
    String key = providers.key(live);
    return new Premise(
        Assumed.DEFAULT_IS_KEPT,
        "the Region of provider `"
            + key
            + "` is the default of "
            + providers.references(key, "region").stream()
                .findFirst()
                .map(name -> "`" + name + "`")
                .orElse("a variable")
            + "; a plan does not show what an ephemeral variable was given",
        input);
  }

  /** True if the Region of an instance is known from a reference that may not be all of it. */
  public boolean restsOnReference(PlannedInstance live) {
    String key = providers.key(live);
    return !isRepeated(key)
        && own.region(live).isEmpty()
        && seen.only(key).isEmpty()
        && own.regionOfLogGroup(live).isEmpty()
        && providers.isTakenAsWritten(key, "region")
        && providers.text(key, "region").filter(Arn::isRegion).isPresent();
  }

  /** What tells of a Region that rests on a reference. */
  public Premise takenAsWritten(PlannedInstance live) {
    String key = providers.key(live);
    return new Premise(
        Assumed.REFERENCE_IS_WHOLE,
        "the Region of provider `"
            + key
            + "` is `"
            + providers.references(key, "region").get(0)
            + "` as it stands, not a text made of it; a plan shows the same of both",
        Optional.empty(),
        input,
        Premise.Reach.PROOF);
  }

  /** True if the Region of an instance is known from the sources alone. */
  public boolean restsOnSources(PlannedInstance live) {
    return own.region(live).isEmpty() && providers.restsOnSources(providers.key(live), "region");
  }

  private Value symbol(String whose) {
    return new Value.Symbol("Region of " + whose, input, Origin.NOWHERE);
  }
}
