package io.trailproof.rule.predicate;

import io.trailproof.aws.insights.LogsQuery;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Links;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the query of a log alarm reads a log group, and what it sees of it (F229, F232, F246).
 */
final class QueriedGroup {
  /** Types in Terraform that are made of CloudFormation's, whose ARN of a group ends in a star. */
  private static final String LIKE_CLOUDFORMATION = "awscc_";

  private QueriedGroup() {}

  /** The log group is one of those that the query reads (F229). */
  static Judgement reads(Step step) {
    Resource alarm = step.resource();
    Value groups = alarm.property("logGroups");
    return groups.isAbsent()
        ? withoutGroups(step, groups)
        : Links.judgement(step, alarm, "logGroups", step.graph().namesAny(groups, step.before()));
  }

  /** Only a query that chooses its groups itself does without. */
  private static Judgement withoutGroups(Step step, Value groups) {
    Resource alarm = step.resource();
    Value query = step.graph().property(alarm, "query");
    Optional<String> text = query.asText();
    if (text.isEmpty() && !query.isAbsent()) {
      return Judgement.unknown(Shown.unknown(step, "query", query), query, alarm);
    }
    return text.map(LogsQuery::read).filter(LogsQuery::choosesGroups).isPresent()
        ? Judgement.unknown(
            "the query chooses its log groups itself, and that is not followed", query, alarm)
        : Judgement.fail(
            "it names no log group, and the API will refuse the alarm", Labels.at(groups, alarm));
  }

  /**
   * The groups are given by name, or by an ARN without a star at its end; one of another account by
   * its ARN, and then the account must be linked (F229).
   */
  static Judgement namesPlainly(Step step) {
    Value groups = step.resource().property("logGroups");
    List<Value> all = groups instanceof Value.Items items ? items.items() : List.of(groups);
    return all.stream()
        .map(one -> plain(step, one))
        .reduce(Judgement::and)
        .orElse(Judgement.pass())
        .and(ofAccount(step, groups));
  }

  private static Judgement plain(Step step, Value group) {
    Resource alarm = step.resource();
    if (group instanceof Value.Choice choice) {
      List<Judgement> each = choice.candidates().stream().map(one -> plain(step, one)).toList();
      return each.stream().map(Judgement::verdict).distinct().count() == 1
          ? each.get(0)
          : Judgement.unknown(choice.why(), choice, alarm);
    }
    if (group instanceof Value.Reference reference && reference.attribute().equals("arn")) {
      return isStarred(step, reference) ? starred(group, alarm) : Judgement.pass();
    }
    Value resolved = step.graph().resolve(group);
    List<Value> parts = resolved instanceof Value.Template template ? template.parts() : List.of();
    Value last = parts.isEmpty() ? resolved : parts.get(parts.size() - 1);
    boolean star =
        (last instanceof Value.Reference end && end.attribute().equals("arn"))
            ? isStarred(step, end)
            : last.asText().filter(text -> text.endsWith("*")).isPresent();
    return star ? starred(group, alarm) : Judgement.pass();
  }

  /** F20: CloudFormation's ARN of a log group ends in a star. */
  private static boolean isStarred(Step step, Value.Reference reference) {
    return step.graph()
        .find(reference.target())
        .filter(target -> target.type().equals("aws.logs.LogGroup"))
        .filter(
            target ->
                target.dialect() == Dialect.CLOUDFORMATION
                    || Stream.of(target.address().split("\\.", -1))
                        .anyMatch(part -> part.startsWith(LIKE_CLOUDFORMATION)))
        .isPresent();
  }

  private static Judgement starred(Value group, Resource alarm) {
    return Judgement.fail(
        "the ARN of a log group ends in `:*` there, and the API will refuse it",
        Labels.at(group, alarm));
  }

  private static Judgement ofAccount(Step step, Value groups) {
    Judgement account = SamePlace.account(step.graph(), step.resource(), step.before());
    if (account.verdict() != Verdict.FAIL) {
      return account;
    }
    boolean byArn =
        (groups instanceof Value.Items items ? items.items() : List.of(groups))
            .stream()
                .anyMatch(
                    one ->
                        step.graph().namesAny(one, step.before()) != Truth.NO
                            && step.graph()
                                .resolve(one)
                                .asText()
                                .map(text -> text.startsWith("arn:"))
                                .orElse(true));
    return byArn
        ? Judgement.unknown(
            "the log group is in another account, and whether that shares it is not in the input",
            groups,
            step.resource())
        : account;
  }

  /** F232: queries run on groups of some classes. */
  static Judgement runsQueries(Step step) {
    Resource group = step.resource();
    return runsQueries(step, step.graph().property(group, "class"));
  }

  private static Judgement runsQueries(Step step, Value value) {
    Resource group = step.resource();
    if (value instanceof Value.Choice choice) {
      return choice.candidates().stream()
          .map(one -> runsQueries(step, step.graph().resolve(one)))
          .reduce((a, b) -> a.verdict() == b.verdict() ? a : Judgement.unknown(choice.why()))
          .orElse(Judgement.unknown(choice.why()));
    }
    Optional<String> word = value.asText();
    if (word.isEmpty()) {
      return Judgement.unknown(Shown.unknown(step, "class", value), value, group);
    }
    return switch (word.get()) {
      case "STANDARD" -> Judgement.pass();
      case "DELIVERY" ->
          Judgement.fail("class `DELIVERY` has no Logs Insights queries", Labels.at(value, group));
      case "INFREQUENT_ACCESS" ->
          Judgement.unknown(
              "Logs Insights runs on class `INFREQUENT_ACCESS`, and whether log alarms do is not"
                  + " written down",
              value,
              group);
      default ->
          Judgement.unknown(
              "whether log alarms run on class " + Shown.of(value) + " is not written down",
              value,
              group);
    };
  }

  /** F246: what a query sees of records that a transformer changed is not written down. */
  static Judgement seesTheRecord(Step step) {
    Resource group = step.before();
    Set<Resource> transformers =
        ResourceIndex.of(step.graph())
            .referrers("aws.logs.Transformer", "logGroup", group)
            .keySet();
    if (!transformers.isEmpty()) {
      return changed(transformers.iterator().next());
    }
    Optional<Resource> everywhere =
        step.graph().ofType("aws.logs.AccountPolicy").stream()
            .filter(policy -> UnalteredRecords.mayTransform(step, policy))
            .findFirst();
    if (everywhere.isPresent()) {
      return changed(everywhere.get());
    }
    return group.existence() == Existence.MANAGED
        ? Judgement.pass()
        : Judgement.passIf(
            new Assumption(
                Assumed.NO_TRANSFORMER,
                "no transformer changes the records of the log group (F246)",
                group.address()));
  }

  private static Judgement changed(Resource by) {
    return Judgement.unknown(
        "`"
            + by.address()
            + "` changes the records of the log group, and what a query sees of them is not written"
            + " down",
        Labels.at(by.property("logGroup"), by));
  }
}
