package io.trailproof.rule.predicate;

import io.trailproof.diagnostic.Assumed;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.WatchedMetric;
import java.util.Map;

/** Whether two things lie in one Region and account: the one policy for both. */
final class SamePlace {
  private SamePlace() {}

  /**
   * The resource lives in the Region of the one before, and in its account (F21, F34, F57, F84,
   * F177).
   */
  static Judgement judge(Step step, Map<String, String> arguments) {
    Judgement region =
        arguments.getOrDefault("region", "same").equals("any")
            ? Judgement.pass()
            : region(step.graph(), step.resource(), step.before());
    boolean anyAccount = arguments.getOrDefault("account", "same").equals("any");
    return anyAccount || region.verdict() != Verdict.PASS
        ? region
        : shared(step, account(step.graph(), step.resource(), step.before()));
  }

  /**
   * What is attached to a resource by a call to that resource's Region is made there. Whether a
   * call from another account would be let in is not asked here.
   */
  static Judgement attached(ResourceGraph graph, Resource piece, Resource to) {
    Judgement account = account(graph, piece, to);
    return region(graph, piece, to)
        .and(
            account.verdict() == Verdict.FAIL
                ? Judgement.unknown(
                    "whether "
                        + named(piece)
                        + ", which is made in another account, may be attached to "
                        + named(to)
                        + " is not in the input")
                : account);
  }

  /** Both live in one Region. */
  static Judgement region(ResourceGraph graph, Resource here, Resource there) {
    if (saysNothing(here, there)) {
      return Judgement.pass();
    }
    Value own = graph.resolve(regionOf(here));
    Value other = graph.resolve(regionOf(there));
    return switch (graph.same(own, other)) {
      case YES -> Judgement.pass();
      case NO ->
          Judgement.fail(
              "it is in " + Shown.of(own) + ", and " + named(there) + " in " + Shown.of(other),
              labels(here));
      case UNKNOWN ->
          here.existence() == Existence.DECLARED
                  && own instanceof Value.Unknown
                  && here.type().equals("aws.sns.Subscription")
              ? Judgement.pass() // that it belongs to the topic is what is declared
              : Judgement.unknown(
                  "whether "
                      + named(here)
                      + " is in the Region of "
                      + named(there)
                      + " is not in the input"
                      + open(here, own, there, other, "--region"));
    };
  }

  /** A subscription names the Region of its topic where that is another than its stack's (F177). */
  private static Value regionOf(Resource resource) {
    Value named = resource.property("region");
    return named.isAbsent() ? resource.place().region() : named;
  }

  /**
   * Both live in one account. What no input says anything of is in the account of the deployment;
   * an account that a literal names is taken for that one where it is not told, and said.
   */
  static Judgement account(ResourceGraph graph, Resource here, Resource there) {
    if (saysNothing(here, there)) {
      return Judgement.pass();
    }
    Value own = graph.resolve(here.place().account());
    Value other = graph.resolve(there.place().account());
    Truth same = graph.same(own, other);
    if (same == Truth.NO) {
      return Judgement.fail(
          "it is in account " + Shown.of(own) + ", and " + named(there) + " in " + Shown.of(other),
          labels(here));
    }
    if (same == Truth.YES || Place.sameAccount(own, other) || isNotStated(own, here)) {
      return Judgement.pass();
    }
    if (isNotStated(other, there)) {
      return Judgement.pass();
    }
    if (isLiteral(here) || isLiteral(there)) {
      return Judgement.passIf(
          new Assumption(
              Assumed.LITERAL_ACCOUNT,
              "account "
                  + Shown.of(own.isKnown() ? own : other)
                  + " is that of "
                  + named(isLiteral(here) ? there : here)
                  + ", which no input names; `--account` tells",
              (isLiteral(here) ? here : there).address()));
    }
    return Judgement.unknown(
        "whether "
            + named(here)
            + " is in the account of "
            + named(there)
            + " is not in the input"
            + open(here, own, there, other, "--account"));
  }

  /** F80: an alarm may watch a metric of another account that it names, if that shares it. */
  private static Judgement shared(Step step, Judgement account) {
    if (account.verdict() == Verdict.PASS
        || !step.resource().type().equals("aws.cloudwatch.Alarm")) {
      return account;
    }
    Value of = step.before().place().account();
    boolean named =
        WatchedMetric.of(step.graph(), step.resource(), step.before()).stream()
            .anyMatch(
                one ->
                    !one.account().isAbsent() && step.graph().same(one.account(), of) == Truth.YES);
    return named
        ? Judgement.unknown(
            "whether account "
                + Shown.of(step.graph().resolve(of))
                + " shares its metrics with that of "
                + named(step.resource())
                + " is not in the input",
            account.labels().toArray(new Label[0]))
        : account;
  }

  /** That the one or the other is not seen is said already; a thing is where it is. */
  private static boolean saysNothing(Resource here, Resource there) {
    return here.id().equals(there.id())
        || here.existence() == Existence.UNSEEN
        || there.existence() == Existence.UNSEEN;
  }

  /** The user declares what belongs to the deployment, unless something else is declared. */
  private static boolean isNotStated(Value account, Resource of) {
    return of.existence() == Existence.DECLARED && account instanceof Value.Unknown;
  }

  private static boolean isLiteral(Resource resource) {
    return (resource.existence() == Existence.NAMED || resource.existence() == Existence.DECLARED)
        && resource.place().account().isKnown();
  }

  /** What is compared, and the option that gives what is not named. */
  private static String open(Resource here, Value own, Resource there, Value other, String option) {
    boolean told = !(own instanceof Value.Unknown) && !(other instanceof Value.Unknown);
    String one = words(own);
    String two = words(other);
    boolean alike = one.equals(two); // of two files, say
    return ": that of "
        + named(here)
        + " is "
        + one
        + (alike ? " of `" + here.id().input() + "`" : "")
        + ", that of "
        + named(there)
        + " "
        + two
        + (alike ? " of `" + there.id().input() + "`" : "")
        + (told ? "; `" + option + "` tells" : "");
  }

  private static String words(Value place) {
    if (place instanceof Value.Symbol symbol) {
      return symbol.name().startsWith("AWS::") ? Shown.of(symbol) : "the " + symbol.name();
    }
    return place instanceof Value.Unknown unknown ? "one that " + unknown.why() : Shown.of(place);
  }

  private static String named(Resource resource) {
    return "`" + resource.address() + "`";
  }

  private static Label[] labels(Resource resource) {
    return Labels.at(resource.property("name"), resource);
  }
}
