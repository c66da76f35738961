package io.trailproof.rule.predicate;

import io.trailproof.aws.eventselector.Partition;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Step;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** F6: in which Region IAM's calls are recorded is the partition's choice. */
final class IamRegions {
  private IamRegions() {}

  /**
   * What holds of the records where IAM's calls are recorded for the resource at hand; in every
   * partition where it is not told which one that is.
   *
   * @param asked whether the Region of a record makes a difference
   * @param value what asks for it
   */
  static Judgement judge(
      Step step, BooleanSupplier asked, Value value, Function<String, Judgement> judgedIn) {
    Resource holder = step.resource();
    Value region = step.graph().resolve(holder.place().region());
    Optional<String> told = region.asText().flatMap(Partition::of).map(Partition::iamRegion);
    if (told.isPresent() || !asked.getAsBoolean()) {
      return judgedIn.apply(told.orElse(Partition.AWS.iamRegion()));
    }
    Judgement standard = judgedIn.apply(Partition.AWS.iamRegion());
    boolean agreed =
        Partition.iamRegions().stream()
            .map(judgedIn)
            .allMatch(one -> one.verdict() == standard.verdict());
    return agreed
        ? standard
        : Judgement.unknown(
            "it asks for an `$.awsRegion`, and in which Region IAM's calls are recorded hangs on"
                + " the partition, which `--region` tells",
            value,
            holder);
  }
}
