package io.trailproof.catalog;

import io.trailproof.document.Knowledge;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of one spelling of a resource type that are known of, as a tree by their names:
 * below a name stands a word for all that it holds, or the names within it. A property that is in
 * no such tree is not passed over.
 *
 * <p>The words: {@code read}, by a predicate or to tell what is one object; {@code told}, by
 * CloudFormation or a provider, which nobody sets; {@code silencing}; {@code documentation}, {@code
 * beside} and {@code receiver} for what is harmless as it is for people alone, sets what no way to
 * a receiver leads through, or is what the receiver does with what it is told; or the number of the
 * fact that says why it is harmless. After {@code silencing} may stand of which values that is
 * true: {@code silencing = 0}, {@code silencing < 1024}.
 *
 * @param tree the names and words
 */
public record Classification(Json tree) {
  /** What a predicate reads, or what tells one object from another. */
  public static final String READ = "read";

  /** What CloudFormation or a provider tells. */
  public static final String TOLD = "told";

  /** What is there for people alone. */
  public static final String DOCUMENTATION = "documentation";

  /** What no way to a receiver leads through, such as how a trail's files are kept. */
  public static final String BESIDE = "beside";

  /** What the receiver does with what it is told. */
  public static final String RECEIVER = "receiver";

  /** What may silence the chain and no predicate reads. */
  public static final String SILENCING = "silencing";

  /** What the name of a section with a classification begins with. */
  public static final String SECTION = "closed ";

  /** The packed one of a spelling of a type; empty for a type of which only identity counts. */
  static Optional<Classification> packed(String spelling) {
    return Knowledge.packed().section(SECTION + spelling).map(Classification::new);
  }

  /** True if something below a property at the top of a resource is not let pass whatever it is. */
  boolean asksFor(String property) {
    Json child = members(tree).get(property);
    return child == null || child.kind() == Json.Kind.OBJECT || Silence.isOne(child);
  }

  /** True if a property, by its path without items, is let pass whatever it is. */
  boolean lets(String path) {
    Json at = tree;
    for (String name : PropertyPath.parse(path).names()) {
      if (at.kind() != Json.Kind.OBJECT) {
        break;
      }
      at = members(at).get(name);
      if (at == null) {
        return false;
      }
    }
    return !Silence.isOne(at);
  }

  /** What of the properties of a resource is not let pass, in their order. */
  List<Setting> unclassified(Value.Fields raw) {
    List<Setting> all = new ArrayList<>();
    visit(tree, raw, "", all);
    return all;
  }

  /** The same of what is written inside, at a path without items. */
  List<Setting> unclassified(String at, Value item) {
    Json below = tree;
    for (String name : PropertyPath.parse(at).names()) {
      below = members(below).getOrDefault(name, new Json.Str(READ));
    }
    List<Setting> all = new ArrayList<>();
    if (below.kind() == Json.Kind.OBJECT) {
      visit(below, item, at, all);
    }
    return all;
  }

  private static void visit(Json known, Value value, String path, List<Setting> into) {
    value.match(
        new Value.Cases<Boolean>() {
          @Override
          public Boolean other(Value other) {
            return true;
          }

          @Override
          public Boolean items(Value.Items list) {
            list.items().forEach(item -> visit(known, item, path, into));
            return true;
          }

          @Override
          public Boolean choice(Value.Choice choice) {
            choice.candidates().forEach(one -> visit(known, one, path, into));
            return true;
          }

          @Override
          public Boolean fields(Value.Fields object) {
            object.fields().forEach((name, member) -> member(known, name, member, path, into));
            return true;
          }
        });
  }

  private static void member(
      Json known, String name, Value value, String path, List<Setting> into) {
    String at = path.isEmpty() ? name : path + "." + name;
    Json child = members(known).get(name);
    if (value.isAbsent()) {
      return;
    }
    if (child == null) {
      into.add(new Setting(at, value, false));
    } else if (child.kind() == Json.Kind.OBJECT) {
      visit(child, value, at, into);
    } else if (Silence.may(child, value)) {
      into.add(new Setting(at, value, true));
    }
  }

  private static Map<String, Json> members(Json tree) {
    return tree.asMembers().orElse(Map.of());
  }
}
