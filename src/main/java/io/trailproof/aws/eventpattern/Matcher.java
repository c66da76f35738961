package io.trailproof.aws.eventpattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a pattern with an event.
 *
 * @param lenient whether what varies from event to event counts as unknown: several alternatives
 *     may cover together what none covers alone
 */
record Matcher(boolean lenient) {
  private static final String OR = "$or";

  Answer fields(Tree.Members pattern, Tree event) {
    Answer all = Answer.YES;
    for (Map.Entry<String, Tree> field : pattern.members().entrySet()) {
      boolean either =
          field.getKey().equals(OR)
              && field.getValue() instanceof Tree.Items list
              && list.items().stream().allMatch(Tree.Members.class::isInstance);
      all =
          all.and(
              either
                  ? either(field.getValue().asItems(), event)
                  : field(field.getKey(), field.getValue(), event));
    }
    return all;
  }

  private Answer either(List<Tree> branches, Tree event) {
    Answer any = Answer.NO;
    Answer perhaps = Answer.NO;
    for (Tree branch : branches) {
      if (branch instanceof Tree.Members members) {
        any = any.or(fields(members, event));
        perhaps = perhaps.or(new Matcher(true).fields(members, event));
      }
    }
    return any == Answer.NO && perhaps != Answer.NO ? Answer.UNKNOWN : any;
  }

  private Answer field(String name, Tree pattern, Tree event) {
    if (event instanceof Tree.Items list) {
      return list.items().stream()
          .map(item -> field(name, pattern, item))
          .reduce(Answer.NO, Answer::or);
    }
    if (event instanceof Tree.Unknown) {
      return Answer.UNKNOWN;
    }
    if (event instanceof Tree.Varies) {
      return value(pattern, Optional.of(new Tree.Varies(false)));
    }
    if (!(event instanceof Tree.Members members)) {
      return value(pattern, Optional.empty());
    }
    Optional<Tree> value = members.get(name);
    return value.isEmpty() && !members.complete() ? Answer.UNKNOWN : value(pattern, value);
  }

  /** A field of the pattern against a value of the event, empty where the event has none. */
  private Answer value(Tree pattern, Optional<Tree> value) {
    if (pattern instanceof Tree.Unknown) {
      return Answer.UNKNOWN;
    }
    if (pattern instanceof Tree.Members inner) {
      return fields(inner, value.orElse(new Tree.Members(Map.of(), true)));
    }
    List<Tree> wanted = pattern.asItems();
    if (value.filter(Tree.Varies.class::isInstance).isPresent()) {
      return varying(wanted, (Tree.Varies) value.get());
    }
    return wanted.stream().map(one -> Filter.of(one).holds(value)).reduce(Answer.NO, Answer::or);
  }

  /** Of what is something else in every event, only its presence can be asked for. */
  private Answer varying(List<Tree> wanted, Tree.Varies value) {
    boolean exists = wanted.stream().map(Filter::of).anyMatch(Filter::asksForPresence);
    if (exists && value.always()) {
      return Answer.YES;
    }
    boolean positive = wanted.stream().map(Filter::of).noneMatch(Filter::excludes);
    return lenient || (wanted.size() > 1 && !positive) ? Answer.UNKNOWN : Answer.NO;
  }
}
