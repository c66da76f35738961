package io.trailproof.edit;

import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a template holds, as JSON: functions by their names, comments left out. */
final class WrittenNode {
  private static final Set<String> TRUE = Set.of("true", "yes", "on");

  private WrittenNode() {}

  /** A node, and all in it. */
  static Json of(Node node) {
    Optional<Call> call = node.tag() == null ? Optional.empty() : Call.of(node);
    if (call.isPresent()) {
      return new Json.Obj(Map.of(call.get().name(), argument(call.get())));
    }
    return node.match(WrittenNode::scalar, WrittenNode::list, WrittenNode::object);
  }

  private static Json argument(Call call) {
    String path = call.name().equals("Fn::GetAtt") ? call.argument().asString().orElse("") : "";
    int dot = path.indexOf('.');
    return dot < 0
        ? of(call.argument())
        : new Json.Arr(
            List.of(new Json.Str(path.substring(0, dot)), new Json.Str(path.substring(dot + 1))));
  }

  private static Json list(Node.Sequence list) {
    return new Json.Arr(list.items().stream().map(WrittenNode::of).toList());
  }

  private static Json object(Node.Mapping object) {
    Map<String, Json> members = new LinkedHashMap<>();
    object.members().forEach(one -> members.put(one.key(), of(one.value())));
    return new Json.Obj(members);
  }

  private static Json scalar(Node.Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> new Json.Str(scalar.text());
      case NUMBER -> new Json.Num(scalar.text());
      case BOOLEAN -> new Json.Bool(TRUE.contains(scalar.text().toLowerCase(Locale.ROOT)));
      case NULL -> Json.Null.NULL;
    };
  }
}
