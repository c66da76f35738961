package io.trailproof.aws.eventpattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event pattern: every field that it names must have one of the values that it lists. */
public final class EventPattern {
  private final Tree.Members fields;

  private EventPattern(Tree.Members fields) {
    this.fields = fields;
  }

  /**
   * A pattern, or why the tree is none.
   *
   * @param problem in words; empty for a pattern
   */
  public record Parsed(Optional<EventPattern> pattern, String problem) {}

  /** Takes a tree; a part that is not known may be anything. */
  public static Parsed of(Tree tree) {
    if (!(tree instanceof Tree.Members members)) {
      return new Parsed(Optional.empty(), "an event pattern is an object");
    }
    String problem = problem("", members);
    return problem.isEmpty()
        ? new Parsed(Optional.of(new EventPattern(members)), "")
        : new Parsed(Optional.empty(), problem);
  }

  private static String problem(String path, Tree.Members fields) {
    for (Map.Entry<String, Tree> field : fields.members().entrySet()) {
      String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      Tree tree = field.getValue();
      String problem = "";
      if (tree instanceof Tree.Members inner) {
        problem = problem(at, inner);
      } else if (tree instanceof Tree.Items list) {
        problem = list.items().isEmpty() ? "`" + at + "` lists no value" : "";
      } else if (!(tree instanceof Tree.Unknown)) {
        problem = "`" + at + "` is neither a list of values nor an object";
      }
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  /** What the pattern says to an event, or to all events that a tree stands for. */
  public Answer matches(Tree event) {
    return new Matcher(false).fields(fields, event);
  }

  /** The fields that keep events out, as paths, in the order of the pattern. */
  public List<String> obstacles(Tree event) {
    Map<String, Answer> found = new LinkedHashMap<>();
    collect("", fields, event, found);
    return found.entrySet().stream()
        .filter(one -> one.getValue() == Answer.NO)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void collect(
      String path, Tree.Members pattern, Tree event, Map<String, Answer> into) {
    Matcher matcher = new Matcher(false);
    for (Map.Entry<String, Tree> field : pattern.members().entrySet()) {
      String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      Optional<Tree> value =
          event instanceof Tree.Members members ? members.get(field.getKey()) : Optional.empty();
      if (field.getValue() instanceof Tree.Members inner && value.isPresent()) {
        collect(at, inner, value.get(), into);
      } else {
        into.put(
            at,
            matcher.fields(
                new Tree.Members(Map.of(field.getKey(), field.getValue()), true), event));
      }
    }
  }
}
