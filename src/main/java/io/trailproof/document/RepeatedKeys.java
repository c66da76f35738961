package io.trailproof.document;

import io.trailproof.diagnostic.Code;
import io.trailproof.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys that a mapping of a document has twice: of the two one is lost, and nobody tells which. */
public final class RepeatedKeys {
  private RepeatedKeys() {}

  /**
   * Says so of each, wherever in a document it is.
   *
   * @param code takes the key
   */
  public static List<Diagnostic> of(Node root, Code code) {
    List<Diagnostic> problems = new ArrayList<>();
    say(root, code, problems);
    return problems;
  }

  private static void say(Node node, Code code, List<Diagnostic> problems) {
    Set<String> keys = new HashSet<>();
    for (Node.Member member : node.asMapping().map(Node.Mapping::members).orElse(List.of())) {
      if (!keys.add(member.key())) {
        problems.add(code.at(member.keySpan(), member.key()));
      }
      say(member.value(), code, problems);
    }
    node.asSequence().ifPresent(all -> all.items().forEach(one -> say(one, code, problems)));
  }
}
