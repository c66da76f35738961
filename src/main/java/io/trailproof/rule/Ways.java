package io.trailproof.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The ways in which a rule may be met, each a chain.
 *
 * @param asked the one that the rule's controls ask for; it always counts
 * @param added others that are let count as well, in the order of the rule's file
 * @param others those that do not count
 */
public record Ways(Chain asked, List<Chain> added, List<Chain> others) {
  public Ways {
    added = List.copyOf(added);
    others = List.copyOf(others);
  }

  /** The one way of a rule that has no other. */
  public static Ways only(Chain chain) {
    return new Ways(chain, List.of(), List.of());
  }

  /** Those that count: the one that is asked for first. */
  public List<Chain> counting() {
    List<Chain> all = new ArrayList<>(List.of(asked));
    all.addAll(added);
    return all;
  }

  /** All but the one that is asked for, whether they count or not. */
  public List<Chain> besides() {
    List<Chain> all = new ArrayList<>(added);
    all.addAll(others);
    return all;
  }

  /** The same, where some requirements take arguments beside their own. */
  Ways with(Map<String, Map<String, String>> parameters) {
    return new Ways(
        asked.with(parameters),
        added.stream().map(chain -> chain.with(parameters)).toList(),
        others.stream().map(chain -> chain.with(parameters)).toList());
  }

  /** The same, where those of some names count beside the one that is asked for. */
  public Ways letting(Collection<String> names) {
    return new Ways(
        asked,
        besides().stream().filter(chain -> names.contains(chain.way())).toList(),
        besides().stream().filter(chain -> !names.contains(chain.way())).toList());
  }
}
