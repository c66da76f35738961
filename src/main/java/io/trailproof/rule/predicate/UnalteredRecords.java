package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.SelectionCriteria;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a metric filter sees records as CloudTrail wrote them. */
final class UnalteredRecords {
  private static final Pattern PREFIX =
      Pattern.compile("\\s*LogGroupNamePrefix\\s*=\\s*\"([^\"]+)\"\\s*");

  private UnalteredRecords() {}

  /** A metric filter matches the record as CloudTrail wrote it, and every record (F36, F55). */
  static Judgement judge(Step step) {
    return sees(step).noting(masking(step));
  }

  private static Judgement sees(Step step) {
    Resource filter = step.resource();
    Value selection = filter.property("fieldSelection");
    Truth kept = selection.isAbsent() ? Truth.YES : kept(step, selection);
    if (kept == Truth.NO) {
      return Judgement.fail(
          "`" + Shown.spelt(step, filter, "fieldSelection") + "` drops every record",
          Labels.at(selection, filter));
    }
    if (kept == Truth.UNKNOWN) {
      return Judgement.unknown(
          "`"
              + Shown.spelt(step, filter, "fieldSelection")
              + "` keeps some records from the filter",
          selection,
          filter);
    }
    Value transformed = step.graph().property(filter, "onTransformedLogs");
    if (transformed.isAbsent() || transformed.asText().filter("false"::equals).isPresent()) {
      return Judgement.pass();
    }
    List<Resource> transformers =
        List.copyOf(
            ResourceIndex.of(step.graph())
                .referrers("aws.logs.Transformer", "logGroup", step.before())
                .keySet());
    if (transformers.stream().anyMatch(one -> toOcsf(step, one))) {
      return Judgement.fail(
          "a transformer turns records into OCSF, which has no `$.eventName`",
          Labels.at(transformed, filter));
    }
    boolean everywhere =
        step.graph().ofType("aws.logs.AccountPolicy").stream()
            .anyMatch(one -> mayTransform(step, one));
    if (!transformers.isEmpty() || everywhere) {
      return Judgement.unknown(
          "the filter matches records after a transformer changed them", transformed, filter);
    }
    return step.before().existence().mayHaveRelationsElsewhere()
        ? Judgement.unknown(
            "the filter matches transformed records, and a transformer may be there",
            transformed,
            filter)
        : Judgement.passIf(
            new Assumption(
                Assumed.NO_ACCOUNT_TRANSFORMER,
                "no policy of the account transforms the records of the log group (F36)",
                filter.address()));
  }

  /** The system fields of a log event are those of the log group. */
  private static Truth kept(Step step, Value selection) {
    Place place = step.before().place();
    Map<String, Value> fields =
        Map.of("@aws.region", place.region(), "@aws.account", place.account());
    Map<String, Optional<String>> texts = new HashMap<>();
    fields.forEach(
        (name, value) ->
            texts.put(
                name,
                Optional.of(
                    step.graph().resolve(value).asText().orElse(SelectionCriteria.SYMBOL + name))));
    return written(step, step.graph().resolve(selection), fields)
        .map(text -> SelectionCriteria.keep(text, texts))
        .orElse(Truth.UNKNOWN);
  }

  /** The criteria, with a name for each part that is the group's own account or Region (F149). */
  private static Optional<String> written(Step step, Value selection, Map<String, Value> fields) {
    if (!(selection instanceof Value.Template template)) {
      return selection.asText();
    }
    StringBuilder text = new StringBuilder();
    int others = 0;
    for (Value part : template.parts()) {
      Value known = step.graph().resolve(part);
      Optional<String> field =
          fields.entrySet().stream()
              .filter(one -> step.graph().same(part, one.getValue()) == Truth.YES)
              .map(Map.Entry::getKey)
              .findFirst();
      text.append(
          known.asText().orElse(SelectionCriteria.SYMBOL + field.orElse("other " + others++)));
    }
    return Optional.of(text.toString());
  }

  /** F246: a policy of the account transforms the records of groups whose names begin so. */
  static boolean mayTransform(Step step, Resource policy) {
    Optional<String> kind = step.graph().property(policy, "kind").asText();
    if (kind.filter(word -> !word.equals("TRANSFORMER_POLICY")).isPresent()) {
      return false;
    }
    Matcher prefix = PREFIX.matcher(step.graph().property(policy, "selection").asText().orElse(""));
    Optional<String> name = step.graph().property(step.before(), "name").asText();
    return !prefix.matches() || name.isEmpty() || name.get().startsWith(prefix.group(1));
  }

  private static boolean toOcsf(Step step, Resource transformer) {
    return step.graph().property(transformer, "processors") instanceof Value.Items items
        && items.items().stream()
            .anyMatch(
                item -> item instanceof Value.Fields fields && fields.fields().containsKey("ocsf"));
  }

  /** F37: what masking does to a filter is not documented. */
  private static List<Note> masking(Step step) {
    Resource group = step.before();
    boolean masked =
        !group.property("dataProtectionPolicy").isAbsent()
            && group.existence() == Existence.MANAGED;
    boolean apart =
        ResourceIndex.of(step.graph())
            .referrers("aws.logs.DataProtectionPolicy", "logGroup", group)
            .containsValue(Truth.YES);
    return masked || apart
        ? List.of(
            new Note(
                "log-group-masks-data",
                "a data protection policy masks what it finds, and what that does to metric filters"
                    + " is not documented (F37)",
                group.address()))
        : List.of();
  }
}
