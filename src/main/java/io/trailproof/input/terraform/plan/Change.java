package io.trailproof.input.terraform.plan;

import io.trailproof.document.BrokenJson;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does to one instance, as far as it tells what is there afterwards (section 10).
 *
 * @param forgotten an object that leaves the state and stays in AWS, as it was
 * @param removed an object that is deleted or replaced, as it was
 * @param leftAlone true if the object was there before and stays
 */
public record Change(
    Address address,
    boolean imported,
    @Nullable Node afterUnknown,
    @Nullable String previousAddress,
    @Nullable Instance forgotten,
    @Nullable Instance removed,
    boolean leftAlone) {

  private static final Set<String> STAYS = Set.of("no-op", "update", "read");

  /**
   * The change, unless it is about a deposed object, which shares its address with the live one.
   */
  static Optional<Change> of(Node.Mapping node) throws BrokenJson {
    Optional<Node.Mapping> change = node.get("change").flatMap(Node::asMapping);
    if (node.get("deposed").flatMap(Node::asString).isPresent()
        || change.isEmpty()
        || !Instance.isAws(node)) {
      return Optional.empty();
    }
    return Optional.of(of(Instance.address(node), node, change.get()));
  }

  private static Change of(Address address, Node.Mapping node, Node.Mapping change) {
    return new Change(
        address,
        change.get("importing").flatMap(Node::asMapping).isPresent(),
        change.get("after_unknown").orElse(null),
        node.get("previous_address").flatMap(Node::asString).orElse(null),
        actions(change).equals(List.of("forget")) ? before(address, node, change) : null,
        actions(change).contains("delete") ? before(address, node, change) : null,
        STAYS.containsAll(actions(change)) && !actions(change).isEmpty());
  }

  private static List<String> actions(Node.Mapping change) {
    return change.get("actions").flatMap(Node::asSequence).map(Node.Sequence::items).stream()
        .flatMap(List::stream)
        .map(action -> action.asString().orElse(""))
        .toList();
  }

  private static Instance before(Address address, Node.Mapping node, Node.Mapping change) {
    Span span = change.get("before").map(Node::span).orElse(node.span());
    return new Instance(
        address,
        node.get("type").flatMap(Node::asString).orElse(""),
        false,
        change.get("before").flatMap(Node::asMapping).orElse(null),
        change.get("before_sensitive").orElse(null),
        span);
  }
}
