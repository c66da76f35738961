package io.trailproof.starter;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resources in the YAML of CloudFormation, with its short functions. */
public final class YamlWriter {
  private static final String STEP = "  ";

  /** What can be taken for nothing but text; what begins with a digit may be a number or a day. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/$](?:[\\w/.,;()*@+'${}-]| (?!#)|:(?=[^ ]))*(?<! )");

  private static final Pattern WORD =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~", Pattern.UNICODE_CASE);

  private final StringBuilder out = new StringBuilder();

  /** A section, such as {@code Resources}. */
  YamlWriter section(String name) {
    out.append(out.length() == 0 ? "" : "\n").append(name).append(":\n");
    return this;
  }

  /** A comment on all that follows. */
  YamlWriter remark(String why) {
    out.append(Remark.of(why, "")).append('\n');
    return this;
  }

  /** Members of the template itself. */
  YamlWriter members(List<Field> fields) {
    fields(fields, "");
    return this;
  }

  /** A resource, within its section. */
  public YamlWriter resource(Part part) {
    separate();
    out.append(Remark.of(part.why(), STEP)).append(STEP).append(part.name()).append(":\n");
    fields(List.of(Field.of("Type", part.type())), STEP + STEP);
    fields(part.beside(), STEP + STEP);
    if (!part.properties().isEmpty()) {
      fields(List.of(Field.of("Properties", new Term.Fields(part.properties()))), STEP + STEP);
    }
    return this;
  }

  /** A member of a section that is no resource. */
  YamlWriter member(String name, List<Field> fields) {
    separate();
    out.append(STEP).append(name).append(":\n");
    fields(fields, STEP + STEP);
    return this;
  }

  /** All that was written. */
  public String text() {
    return out.toString();
  }

  /** A blank line, but for the first of a section. */
  private void separate() {
    boolean isFirst = out.length() < 2 || out.charAt(out.length() - 2) == ':';
    out.append(isFirst ? "" : "\n");
  }

  private void fields(List<Field> fields, String indent) {
    for (Field field : fields) {
      out.append(indent).append(scalar(field.name())).append(':');
      value(field.value(), indent);
    }
  }

  /** What stands after a colon or a dash, up to the end of its last line. */
  private void value(Term value, String indent) {
    if (value instanceof Term.Fields object) {
      out.append('\n');
      fields(object.fields(), indent + STEP);
    } else if (value instanceof Term.Nested nested) {
      value(nested.content(), indent);
    } else if (value instanceof Term.Items list) {
      out.append('\n');
      list.items().forEach(item -> item(item, indent + STEP));
    } else {
      out.append(' ').append(line(value)).append('\n');
    }
  }

  private void item(Term item, String indent) {
    int from = out.length();
    if (item instanceof Term.Fields object) {
      fields(object.fields(), indent + STEP);
      out.replace(from, from + indent.length() + STEP.length(), indent + "- ");
    } else {
      out.append(indent).append('-');
      value(item, indent);
    }
  }

  private static String line(Term value) {
    if (value instanceof Term.Bare bare) {
      return bare.text();
    }
    if (value instanceof Term.Reference reference) {
      return (reference.path().indexOf('.') < 0 ? "!Ref " : "!GetAtt ") + reference.path();
    }
    if (value instanceof Term.Joined joined) {
      return "!Sub "
          + scalar(joined.parts().stream().map(YamlWriter::part).collect(Collectors.joining()));
    }
    return scalar(((Term.Words) value).text());
  }

  private static String part(Term part) {
    return part instanceof Term.Reference reference
        ? "${" + reference.path() + "}"
        : ((Term.Words) part).text().replace("${", "${!");
  }

  private static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return text;
    }
    boolean isInOneLine = text.chars().noneMatch(Character::isISOControl);
    return isInOneLine
        ? "'" + text.replace("'", "''") + "'"
        : '"'
            + text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
            + '"';
  }
}
