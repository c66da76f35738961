package io.trailproof.rule;

import io.trailproof.graph.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One link of a chain.
 *
 * @param name its name in the chain file and in results: {@code metricFilter}
 * @param title the words users see: {@code metric filter}
 * @param types the catalog types that can stand here
 * @param titles the words users see for each of them; for the first the link's own
 * @param particular what tells that a resource of these types belongs to such a chain, so that an
 *     input with one is about the rule: {@link Condition.Said} if its type does; empty if nothing
 *     does
 * @param missing what is said when no resource can stand here
 * @param unfit what is said when several do, and none of them for any event of the rule
 */
public record ChainLink(
    String name,
    String title,
    List<String> types,
    List<String> titles,
    Optional<Condition> particular,
    Relation relation,
    Requirement missing,
    Optional<Requirement> unfit,
    List<Requirement> requirements) {
  public ChainLink {
    types = List.copyOf(types);
    titles = List.copyOf(titles);
    requirements = List.copyOf(requirements);
  }

  /** The same, with the words of a rule in the blanks of its requirements. */
  ChainLink filled(Blanks blanks) {
    return new ChainLink(
        name,
        title,
        types,
        titles,
        particular,
        relation.filled(blanks),
        missing.filled(blanks),
        unfit,
        requirements.stream().map(one -> one.filled(blanks)).toList());
  }

  /** The same, where some requirements take arguments beside their own. */
  ChainLink with(Map<String, Map<String, String>> parameters) {
    return new ChainLink(
        name,
        title,
        types,
        titles,
        particular,
        relation,
        missing,
        unfit,
        requirements.stream()
            .map(
                one ->
                    parameters.containsKey(one.id())
                        ? one.with(parameters.getOrDefault(one.id(), Map.of()))
                        : one)
            .toList());
  }

  /** The words for a resource that stands here. */
  public String title(Resource resource) {
    int index = types.indexOf(resource.type());
    return index < 0 ? title : titles.get(index);
  }

  /** True if some resource that may stand here is called otherwise than the link. */
  public boolean hasOtherTitles() {
    return titles.stream().anyMatch(one -> !one.equals(title));
  }

  /** True if two events can be judged differently at this link. */
  public boolean dependsOnEvent() {
    return relation.dependsOnEvent()
        || requirements.stream().anyMatch(one -> one.condition().dependsOnEvent());
  }

  /** True if a requirement asks for the resource two links back as well. */
  public boolean looksFurtherBack() {
    for (Requirement one : requirements) {
      if (one.condition().looksFurtherBack()) {
        return true;
      }
    }
    return false;
  }
}
