package io.trailproof.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a chain is to tell of, and what of it there is already.
 *
 * @param trail the ARN of a trail that exists and writes to {@code group}; else one is written
 * @param group a log group that exists; else one is written
 * @param topic the ARN of a topic that exists; else one is written
 * @param email who is told; without it the user is asked, unless the topic exists
 */
public record Wanted(
    List<Watched> changes,
    Optional<String> trail,
    Optional<ExistingGroup> group,
    Optional<String> topic,
    Optional<String> email) {
  /** How many metric filters a log group may have (F46). */
  public static final int MOST_FILTERS = 100;

  public Wanted {
    changes = List.copyOf(changes);
  }

  /** How many metric filters it takes. */
  public int filters() {
    return changes.stream().mapToInt(one -> one.patterns().size()).sum();
  }

  /** What is not written, in the order of the chain, for a sentence. */
  public List<String> existing() {
    List<String> all = new ArrayList<>();
    trail.ifPresent(arn -> all.add("trail `" + arn + "`"));
    group.ifPresent(one -> all.add("log group `" + one.arn().orElse(one.name()) + "`"));
    topic.ifPresent(arn -> all.add("topic `" + arn + "`"));
    return List.copyOf(all);
  }

  /** Where what exists is, as far as that is said; more than one cannot belong together. */
  public Set<String> regions() {
    return Stream.of(trail, group.flatMap(ExistingGroup::arn), topic)
        .flatMap(Optional::stream)
        .map(arn -> arn.split(":", -1)[3])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The account that filters and alarms are in, that of the log group; a topic may be another's.
   */
  Optional<String> account() {
    return group.flatMap(ExistingGroup::arn).or(() -> trail).map(arn -> arn.split(":", -1)[4]);
  }

  /** True for what begins: comments say once what is so of all. */
  boolean isFirst(Watched change) {
    return change.equals(changes.get(0));
  }

  /** True if a subscription is written. */
  boolean subscribes() {
    return topic.isEmpty() || email.isPresent();
  }

  /** True if policies are written that name the account. */
  boolean namesItsAccount() {
    return trail.isEmpty() || topic.isEmpty();
  }
}
