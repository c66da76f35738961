package io.trailproof.input.terraform.plan;

import io.trailproof.document.BrokenJson;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does to one instance, as far as it tells what is there afterwards (section 10).
 *
 * @param deposed true if it is about an object that an earlier replacement left behind, which
 *     shares its address with the live one
 * @param actions in the order in which they are done (F200)
 * @param before the object as it was; without values where there was none
 */
public record Change(
    Address address,
    boolean deposed,
    List<String> actions,
    boolean imported,
    @Nullable Node afterUnknown,
    @Nullable String previousAddress,
    Instance before) {
  public Change {
    actions = List.copyOf(actions);
  }

  static Optional<Change> of(Node.Mapping node) throws BrokenJson {
    Optional<Node.Mapping> change = node.get("change").flatMap(Node::asMapping);
    if (change.isEmpty() || !Instance.isAws(node)) {
      return Optional.empty();
    }
    return Optional.of(of(Instance.address(node), node, change.get()));
  }

  private static Change of(Address address, Node.Mapping node, Node.Mapping change) {
    return new Change(
        address,
        node.get("deposed").flatMap(Node::asString).isPresent(),
        actions(change),
        change.get("importing").flatMap(Node::asMapping).isPresent(),
        change.get("after_unknown").orElse(null),
        node.get("previous_address").flatMap(Node::asString).orElse(null),
        before(address, node, change));
  }

  /** True if an object leaves the state and stays in AWS, as it was. */
  public boolean forgets() {
    return actions.contains("forget");
  }

  /** True if nothing of the address is left in the state. */
  public boolean onlyForgets() {
    return actions.equals(List.of("forget"));
  }

  public boolean deletes() {
    return actions.contains("delete");
  }

  public boolean creates() {
    return actions.contains("create");
  }

  public boolean updates() {
    return actions.contains("update");
  }

  /** True if the new object is made while the old one is still there. */
  public boolean createsFirst() {
    return creates() && actions.indexOf("create") < actions.indexOf("delete");
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
