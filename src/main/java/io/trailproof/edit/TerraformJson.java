package io.trailproof.edit;

import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.remedy.Hcl;
import java.util.ArrayList;
import java.util.List;

/** Values in Terraform's JSON notation, in which every text is a template. */
final class TerraformJson {
  private static final String STEP = "  ";

  private final Hcl hcl;

  TerraformJson(Hcl hcl) {
    this.hcl = hcl;
  }

  /** A value as it stands in a file, lines behind its first indented. */
  String value(Value value, String indent) {
    Value settled = hcl.settled(value);
    List<String> members = new ArrayList<>();
    if (settled instanceof Value.Fields object) {
      object
          .fields()
          .forEach((name, one) -> members.add(quoted(name) + ": " + value(one, indent + STEP)));
      return enclosed("{", members, "}", indent);
    }
    if (settled instanceof Value.Items list) {
      list.items().forEach(one -> members.add(value(one, indent + STEP)));
      boolean isShort = list.items().stream().noneMatch(Value.Fields.class::isInstance);
      return isShort ? "[" + String.join(", ", members) + "]" : enclosed("[", members, "]", indent);
    }
    return settled instanceof Value.Known known && !(known.value() instanceof String)
        ? known.text()
        : quoted(text(settled));
  }

  /** The text of a policy, as one string. */
  String policy(Value policy) {
    return policy instanceof Value.Fields ? quoted(template(policy)) : value(policy, "");
  }

  private static String enclosed(String open, List<String> members, String close, String indent) {
    return members.isEmpty()
        ? open + close
        : open
            + "\n"
            + indent
            + STEP
            + String.join(",\n" + indent + STEP, members)
            + "\n"
            + indent
            + close;
  }

  /** JSON as a template makes it, which is a text of Terraform's itself. */
  String template(Value value) {
    Value settled = hcl.settled(value);
    List<String> members = new ArrayList<>();
    if (settled instanceof Value.Fields object) {
      object
          .fields()
          .forEach((name, one) -> members.add(quoted(escaped(name)) + ":" + template(one)));
      return "{" + String.join(",", members) + "}";
    }
    if (settled instanceof Value.Items list) {
      list.items().forEach(one -> members.add(template(one)));
      return "[" + String.join(",", members) + "]";
    }
    if (settled instanceof Value.Template parts) {
      StringBuilder text = new StringBuilder("\"");
      parts.parts().forEach(one -> text.append(bare(one)));
      return text.append('"').toString();
    }
    return settled instanceof Value.Known known && !(known.value() instanceof String)
        ? known.text()
        : "\"" + bare(settled) + "\"";
  }

  /** What stands between the quotes of a text within a text. */
  private String bare(Value part) {
    String text = text(part);
    return part.isKnown() ? unquoted(quoted(text)) : text;
  }

  private static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private String text(Value value) {
    if (value instanceof Value.Template template) {
      StringBuilder text = new StringBuilder();
      template.parts().forEach(one -> text.append(text(one)));
      return text.toString();
    }
    return value
        .asText()
        .map(TerraformJson::escaped)
        .orElseGet(() -> "${" + hcl.expression(value, "") + "}");
  }

  private static String escaped(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }

  private static String quoted(String text) {
    return new Json.Str(text).print();
  }
}
