package io.trailproof.report.told;

import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.RuleResult;
import io.trailproof.document.BrokenJson;
import io.trailproof.graph.PlanSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A deployment of a result. */
final class ToldDeployment {
  private ToldDeployment() {}

  static DeploymentResult of(Members told) throws BrokenJson {
    return new DeploymentResult(
        told.said("name"),
        told.texts("inputs"),
        told.textIfAny("account"),
        told.textIfAny("region"),
        told.objects("sources", ToldDeployment::source),
        told.objects("rules", ToldRule::of));
  }

  private static PlanSource source(Members told) throws BrokenJson {
    return new PlanSource(
        told.text("input"),
        told.oneOf("from", PlanSource.From.values(), PlanSource.From::word),
        told.textIfAny("name").orElse(""));
  }

  /**
   * The same deployments beside what came of their rules before. They are told in one order, so
   * that deployments of one name are no puzzle.
   */
  static List<DeploymentResult> after(List<DeploymentResult> now, List<Members> before)
      throws BrokenJson {
    if (before.isEmpty()) {
      return now;
    }
    Iterator<Members> all = before.iterator();
    Members next = all.next();
    List<DeploymentResult> deployments = new ArrayList<>();
    boolean isDone = false;
    for (DeploymentResult deployment : now) {
      List<RuleResult> rules = new ArrayList<>();
      for (RuleResult rule : deployment.rules()) {
        boolean isMeant =
            !isDone
                && next.text("deployment").equals(deployment.name())
                && next.text("rule").equals(rule.rule().id());
        rules.add(isMeant ? ToldRule.after(rule, next) : rule);
        if (isMeant) {
          isDone = !all.hasNext();
          next = isDone ? next : all.next();
        }
      }
      deployments.add(deployment.with(rules));
    }
    if (!isDone) {
      throw next.refused(ResultError.NO_SUCH_WORD, next.text("rule"), "before");
    }
    return deployments;
  }
}
