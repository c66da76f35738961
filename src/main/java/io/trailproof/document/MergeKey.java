package io.trailproof.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** YAML's merge key: members taken over from other mappings where there are none of that name. */
final class MergeKey {
  static final String KEY = "<<";

  private MergeKey() {}

  /** The mappings that the value of a merge key names; empty if it names none. */
  static Optional<List<Node.Mapping>> sources(Node value) {
    List<Node> named = value.asSequence().map(Node.Sequence::items).orElse(List.of(value));
    List<Node.Mapping> mappings = new ArrayList<>();
    for (Node node : named) {
      Optional<Node.Mapping> mapping = node.asMapping();
      if (mapping.isEmpty()) {
        return Optional.empty();
      }
      mappings.add(mapping.get());
    }
    return Optional.of(mappings);
  }

  /** A mapping's own members first, then those of the sources; the earlier source wins. */
  static List<Node.Member> merge(List<Node.Member> own, List<Node.Mapping> sources) {
    List<Node.Member> members = new ArrayList<>(own);
    Set<String> taken = new HashSet<>();
    for (Node.Member member : own) {
      taken.add(member.key());
    }
    for (Node.Mapping source : sources) {
      Set<String> fresh = new HashSet<>();
      for (Node.Member member : source.members()) {
        if (!taken.contains(member.key())) {
          members.add(member);
          fresh.add(member.key());
        }
      }
      taken.addAll(fresh);
    }
    return members;
  }
}
