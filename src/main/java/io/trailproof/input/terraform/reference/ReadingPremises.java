package io.trailproof.input.terraform.reference;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Premise;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.plan.PlannedInstance;
import java.util.Optional;

/** What the reading of an instance's values rests on, where a plan shows less than was written. */
final class ReadingPremises {
  private ReadingPremises() {}

  /** An unknown argument that nothing accounts for is not set. */
  static Premise takenForUnset(TargetProperty property, PlannedInstance live) {
    return premise(
        Assumed.TAKEN_FOR_UNSET,
        "`"
            + property.path()
            + "`, which this version of trailproof does not know, is not set: what is referred to"
            + " there stands in other members",
        live);
  }

  /** A local that also counts instances is no part of a value. */
  static Premise onlyChooses(String local, PlannedInstance live) {
    return premise(
        Assumed.LOCAL_ONLY_CHOOSES,
        "`" + local + "`, which also counts instances, only chooses and is no part of a value",
        live);
  }

  /** An index names the instance itself. */
  static Premise indexAsWritten(String guess, PlannedInstance live) {
    return premise(
        Assumed.INDEX_AS_WRITTEN,
        "of `" + guess + "` the instance is meant that the index names, not one worked out from it",
        live);
  }

  /** A reference is the whole text. */
  static Premise referenceIsWhole(
      TargetProperty property, Value.Reference reference, PlannedInstance live) {
    return premise(
        Assumed.REFERENCE_IS_WHOLE,
        "`"
            + property.path()
            + "` is the "
            + reference.attribute()
            + " of `"
            + reference.target().address()
            + "` as it stands, not a text made of it; a plan shows the same of both",
        live);
  }

  private static Premise premise(Assumed kind, String message, PlannedInstance live) {
    return new Premise(kind, message, Optional.empty(), live.address().text(), Premise.Reach.PROOF);
  }
}
