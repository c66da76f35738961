package io.trailproof.starter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Resources in the language of Terraform, laid out as {@code terraform fmt} has them. */
public final class HclWriter {
  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();

  /** A resource. */
  public HclWriter resource(Part part) {
    return block(
        part.why(),
        "resource " + quoted(part.type()) + " " + quoted(part.name()),
        part.properties(),
        part.beside());
  }

  /** A block of any kind. */
  HclWriter block(String why, String head, List<Field> body) {
    return block(why, head, body, List.of());
  }

  private HclWriter block(String why, String head, List<Field> body, List<Field> after) {
    remark(why).append(head);
    if (body.isEmpty() && after.isEmpty()) {
      out.append(" {}\n");
      return this;
    }
    out.append(" {\n");
    fields(body, STEP);
    if (!after.isEmpty()) {
      out.append('\n');
      fields(after, STEP);
    }
    out.append("}\n");
    return this;
  }

  /** A comment before what follows. */
  StringBuilder remark(String why) {
    out.append(out.length() == 0 ? "" : "\n");
    return out.append(Remark.of(why, ""));
  }

  /** All that was written. */
  public String text() {
    return out.toString();
  }

  /** Neighbours that take one line each have their signs of equality below each other. */
  private void fields(List<Field> fields, String indent) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field.value() instanceof Term.Nested nested) {
        out.append(i > 0 ? "\n" : "").append(indent).append(name(field)).append(" {\n");
        fields(nested.content().fields(), indent + STEP);
        out.append(indent).append("}\n");
      } else {
        int width = isLong(field) ? 0 : width(fields, i);
        String padding = " ".repeat(Math.max(0, width - name(field).length()));
        out.append(indent).append(name(field)).append(padding).append(" = ");
        value(field.value(), indent);
        out.append('\n');
      }
    }
  }

  private static int width(List<Field> fields, int at) {
    int first = at;
    while (first > 0 && !isLong(fields.get(first - 1))) {
      first--;
    }
    int width = 0;
    for (int i = first; i < fields.size() && !isLong(fields.get(i)); i++) {
      width = Math.max(width, name(fields.get(i)).length());
    }
    return width;
  }

  private static String name(Field field) {
    return field.name().matches("[A-Za-z_][\\w-]*") ? field.name() : quoted(field.name());
  }

  private static boolean isLong(Field field) {
    return isLong(field.value());
  }

  private static boolean isLong(Term value) {
    if (value instanceof Term.Items list) {
      return list.items().stream().anyMatch(Term::isDeep);
    }
    if (value instanceof Term.Fields object) {
      return object.fields().size() > 1 || object.fields().stream().anyMatch(HclWriter::isLong);
    }
    return value.isDeep();
  }

  private void value(Term value, String indent) {
    if (!isLong(value)) {
      out.append(line(value));
    } else if (value instanceof Term.Fields object) {
      out.append("{\n");
      fields(object.fields(), indent + STEP);
      out.append(indent).append('}');
    } else if (value instanceof Term.Items list) {
      out.append("[\n");
      for (Term item : list.items()) {
        out.append(indent).append(STEP);
        value(item, indent + STEP);
        out.append(",\n");
      }
      out.append(indent).append(']');
    }
  }

  private static String line(Term value) {
    if (value instanceof Term.Words words) {
      return quoted(words.text());
    }
    if (value instanceof Term.Bare bare) {
      return bare.text();
    }
    if (value instanceof Term.Reference reference) {
      return reference.path();
    }
    if (value instanceof Term.Joined joined) {
      return joined.parts().stream()
          .map(HclWriter::part)
          .collect(Collectors.joining("", "\"", "\""));
    }
    if (value instanceof Term.Items list) {
      return list.items().stream().map(HclWriter::line).collect(Collectors.joining(", ", "[", "]"));
    }
    List<String> members = new ArrayList<>();
    for (Field one : ((Term.Fields) value).fields()) {
      members.add(name(one) + " = " + line(one.value()));
    }
    return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
  }

  private static String part(Term part) {
    return part instanceof Term.Words words ? escaped(words.text()) : "${" + line(part) + "}";
  }

  private static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("${", "$${")
        .replace("%{", "%%{");
  }
}
