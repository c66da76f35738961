package io.trailproof.build;

import io.trailproof.document.Node;
import io.trailproof.document.PackedFile;
import io.trailproof.json.Json;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.ControlFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run that names no rules has to read: see {@link BundledRules#readOn}. */
final class RulesOn {
  private RulesOn() {}

  /**
   * The files of rules that are on, with what they are compared with, and the rows of the controls
   * that these rules serve.
   */
  static Json of(RuleFiles files) {
    Map<String, Node> rules = files.listed("rules");
    Set<String> on = new LinkedHashSet<>();
    List<Node> reversed = new ArrayList<>(rules.values());
    Collections.reverse(reversed); // what a rule is compared with stands before it
    for (Node rule : reversed) {
      if (on.contains(text(rule, "id")) || !text(rule, "default").equals("off")) {
        on.add(text(rule, "id"));
        on.add(text(rule, "compared-with"));
      }
    }
    List<Json> paths = new ArrayList<>();
    rules.forEach(
        (path, rule) -> {
          if (on.contains(text(rule, "id"))) {
            paths.add(new Json.Str(path));
          }
        });
    List<Json> rows = new ArrayList<>();
    files
        .listed("controls")
        .forEach(
            (path, root) ->
                PackedFile.sound(path, ControlFile.read(root))
                    .served()
                    .forEach(
                        (rule, controls) -> {
                          if (on.contains(rule)) {
                            controls.forEach(control -> rows.add(row(rule, control)));
                          }
                        }));
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("rules", new Json.Arr(paths));
    members.put("controls", new Json.Arr(rows));
    return new Json.Obj(members);
  }

  private static Json row(String rule, Control control) {
    Map<String, Json> row = new LinkedHashMap<>();
    row.put("rule", new Json.Str(rule));
    row.put("framework", new Json.Str(control.framework()));
    row.put("version", new Json.Str(control.version()));
    row.put("id", new Json.Str(control.id()));
    row.put("relation", new Json.Str(control.relation().word()));
    row.put("certainty", new Json.Str(control.certainty().word()));
    row.put("source", new Json.Str(control.source()));
    row.put("note", new Json.Str(control.note()));
    return new Json.Obj(row);
  }

  private static String text(Node rule, String key) {
    return rule.asMapping().flatMap(all -> all.get(key)).flatMap(Node::asString).orElse("");
  }
}
