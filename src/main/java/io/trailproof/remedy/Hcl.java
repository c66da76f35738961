package io.trailproof.remedy;

import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is added or set, in Terraform's language as {@code terraform fmt} has it. */
public final class Hcl {
  private static final String STEP = "  ";

  private final Spellings spellings;
  private final String module;
  private final String key;
  private final Function<Value.Reference, Optional<String>> outside;

  /**
   * Writes into the file of a module.
   *
   * @param module the module calls that addresses in it begin with, each with its dot
   */
  public Hcl(Spellings spellings, String module) {
    this(spellings, module, "");
  }

  /**
   * Writes into a block that makes several resources.
   *
   * @param key of one of them, with its brackets: what has the same is the one beside each
   */
  public Hcl(Spellings spellings, String module, String key) {
    this(spellings, module, key, reference -> Optional.empty());
  }

  private Hcl(
      Spellings spellings,
      String module,
      String key,
      Function<Value.Reference, Optional<String>> outside) {
    this.spellings = spellings;
    this.module = module;
    this.key = key;
    this.outside = outside;
  }

  /**
   * The same where other modules can be referred to.
   *
   * @param reference how a reference to what is in one of them is written, if it can be
   */
  public Hcl reaching(Function<Value.Reference, Optional<String>> reference) {
    return new Hcl(spellings, module, key, reference);
  }

  /** A resource block. */
  public String block(Alteration.Add add) {
    return block(add, Map.of());
  }

  /**
   * A resource block.
   *
   * @param first arguments that go before its own, as they are written
   */
  public String block(Alteration.Add add, Map<String, String> first) {
    String address = relative(add.resource());
    int dot = address.indexOf('.');
    StringBuilder text =
        new StringBuilder("resource ")
            .append(quoted(address.substring(0, dot)))
            .append(' ')
            .append(quoted(address.substring(dot + 1)))
            .append(" {\n");
    body(first, spellings.written(add), spellings.policies(add.resource()), STEP, text);
    if (!add.after().isEmpty()) {
      text.append('\n').append(STEP).append("depends_on = ");
      text.append(
          add.after().stream().map(this::relative).collect(Collectors.joining(", ", "[", "]\n")));
    }
    return text.append("}\n").toString();
  }

  /** A nested block. */
  public String nested(String type, Value.Fields fields, String indent) {
    StringBuilder text = new StringBuilder(indent).append(type).append(" {\n");
    body(Map.of(), fields, Set.of(), indent + STEP, text);
    return text.append(indent).append("}\n").toString();
  }

  private void body(
      Map<String, String> first,
      Value.Fields fields,
      Set<String> policies,
      String indent,
      StringBuilder text) {
    Map<String, String> arguments = new LinkedHashMap<>(first);
    List<Map.Entry<String, Value.Fields>> blocks = new ArrayList<>();
    fields
        .fields()
        .forEach(
            (name, value) -> {
              if (isBlocks(value)) {
                ((Value.Items) value)
                    .items()
                    .forEach(one -> blocks.add(Map.entry(name, (Value.Fields) one)));
              } else {
                String written = expression(value, indent);
                arguments.put(name, policies.contains(name) ? encoded(value, indent) : written);
              }
            });
    aligned(arguments, indent, text);
    for (Map.Entry<String, Value.Fields> block : blocks) {
      text.append('\n').append(nested(block.getKey(), block.getValue(), indent));
    }
  }

  /** Arguments each on its line, the signs of those of one line below each other. */
  public static void aligned(Map<String, String> arguments, String indent, StringBuilder text) {
    List<Map.Entry<String, String>> all = List.copyOf(arguments.entrySet());
    int widest = 0;
    for (int i = 0; i < all.size(); i++) {
      if (isLong(all.get(i))) {
        widest = all.get(i).getKey().length();
      } else if (i == 0 || isLong(all.get(i - 1))) {
        widest = 0;
        for (int j = i; j < all.size() && !isLong(all.get(j)); j++) {
          widest = Math.max(widest, all.get(j).getKey().length());
        }
      }
      String name = all.get(i).getKey();
      text.append(indent).append(name).append(" ".repeat(widest - name.length()));
      text.append(" = ").append(all.get(i).getValue()).append('\n');
    }
  }

  private static boolean isLong(Map.Entry<String, String> argument) {
    return argument.getValue().indexOf('\n') >= 0;
  }

  /** True for what is written as nested blocks. */
  public static boolean isBlocks(Value value) {
    return value instanceof Value.Items items
        && !items.items().isEmpty()
        && items.items().stream().allMatch(Value.Fields.class::isInstance);
  }

  /** The text of a policy, which the language makes of an object. */
  public String encoded(Value value, String indent) {
    return value instanceof Value.Fields
        ? "jsonencode(" + expression(value, indent) + ")"
        : expression(value, indent);
  }

  /** A value as an expression. */
  public String expression(Value value, String indent) {
    Value settled = spellings.settled(value);
    if (settled instanceof Value.Reference reference) {
      return outside
          .apply(reference)
          .orElseGet(
              () ->
                  relative(reference.target())
                      + "."
                      + spellings.referring(reference).orElse(reference.attribute()));
    }
    if (settled instanceof Value.Template template) {
      return "\""
          + template.parts().stream()
              .map(
                  part ->
                      part.asText()
                          .map(Hcl::escaped)
                          .orElseGet(() -> "${" + expression(part, indent) + "}"))
              .collect(Collectors.joining())
          + "\"";
    }
    if (settled instanceof Value.Items list) {
      return isBlocks(list) && list.items().size() > 1
          ? objects(list, indent)
          : list.items().stream()
              .map(one -> expression(one, indent))
              .collect(Collectors.joining(", ", "[", "]"));
    }
    if (settled instanceof Value.Fields object) {
      return object(object, indent);
    }
    if (settled instanceof Value.Known known && !(known.value() instanceof String)) {
      return known.text();
    }
    return settled.asText().map(Hcl::quoted).orElse("null");
  }

  /** Objects, each with its braces on lines of their own. */
  private String objects(Value.Items list, String indent) {
    return list.items().stream()
        .map(one -> indent + STEP + expression(one, indent + STEP))
        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
  }

  private String object(Value.Fields object, String indent) {
    Map<String, String> members = new LinkedHashMap<>();
    object
        .fields()
        .forEach((name, value) -> members.put(key(name), expression(value, indent + STEP)));
    StringBuilder text = new StringBuilder("{\n");
    aligned(members, indent + STEP, text);
    return text.append(indent).append('}').toString();
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : quoted(name);
  }

  /** A value as far as the file can refer to what it refers to. */
  public Value settled(Value value) {
    return spellings.settled(value);
  }

  /** How the file writes names. */
  public Spellings spellings() {
    return spellings;
  }

  /** An address within the module. */
  public String relative(ResourceId id) {
    String address =
        id.address().startsWith(module) ? id.address().substring(module.length()) : id.address();
    return key.isEmpty() || !address.endsWith(key)
        ? address
        : address.substring(0, address.length() - key.length())
            + (key.startsWith("[\"") ? "[each.key]" : "[count.index]");
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
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
