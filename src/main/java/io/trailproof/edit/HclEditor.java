package io.trailproof.edit;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Hcl;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits of {@code .tf} files. */
final class HclEditor implements TerraformNotation {
  private static final String DYNAMIC = "dynamic";

  /** The types that have objects as arguments where others have blocks. */
  private static final String CLOUD_CONTROL = "awscc_";

  private final ModuleFiles files;
  private final Map<SourceFile, SourceLines> lines = new LinkedHashMap<>();
  private final Map<Span, HclBody> bodies = new LinkedHashMap<>();
  private final List<TextEdit> others = new ArrayList<>();

  HclEditor(ModuleFiles files) {
    this.files = files;
  }

  @Override
  public Optional<String> set(PropertyEdit setting) {
    ModuleFiles.Written written = setting.deciding();
    return within(written.file(), written.block(), setting, setting.path());
  }

  private Optional<String> within(
      SourceFile file, Block block, PropertyEdit setting, List<String> path) {
    String name = path.get(0);
    List<Block> nested = block.body().blocks(name);
    List<Block> dynamic =
        block.body().blocks(DYNAMIC).stream().filter(one -> one.label(0).equals(name)).toList();
    boolean hasBlocks = !setting.blocks().get(0).block().label(0).startsWith(CLOUD_CONTROL);
    if (path.size() > 1) {
      if (nested.size() == 1 && dynamic.isEmpty()) {
        return within(file, nested.get(0), setting, path.subList(1, path.size()));
      }
      Optional<Attribute> objects = block.body().attribute(name);
      if (!hasBlocks && objects.isPresent()) {
        return inValue(file, objects.get().definition(), setting, path.subList(1, path.size()));
      }
      return hasBlocks
              && nested.isEmpty()
              && dynamic.isEmpty()
              && block.body().attribute(name).isEmpty()
          ? newBlock(file, block, setting, path)
          : Optional.of(
              dynamic.isEmpty()
                  ? "`" + name + "` of it is not one block"
                  : "`" + name + "` of it is a dynamic block");
    }
    Value value = setting.value();
    if (value == null) {
      return unset(file, block, setting, name);
    }
    if (hasBlocks && Hcl.isBlocks(value) && block.body().attribute(name).isEmpty()) {
      return blocks(file, block, setting, (Value.Items) value, name);
    }
    Optional<Attribute> argument = block.body().attribute(name);
    return argument.isPresent()
        ? replace(file, block, argument.get(), setting, value)
        : insert(file, block, setting, name, value);
  }

  /** A literal within an argument that is an object, or a list of one. */
  private Optional<String> inValue(
      SourceFile file, Definition whole, PropertyEdit setting, List<String> path) {
    Definition at = whole;
    for (String name : path) {
      Definition object =
          at instanceof Definition.Items list && list.items().size() == 1
              ? list.items().get(0)
              : at;
      Definition next =
          object instanceof Definition.Fields fields ? fields.fields().get(name) : null;
      if (next == null) {
        return Optional.of("`" + setting.path().get(0) + "` of it has no `" + name + "`");
      }
      at = next;
    }
    Value value = setting.value();
    if (value == null || !(at instanceof Definition.Literal)) {
      return Optional.of("it is a part of a larger expression");
    }
    String indent = lines(file).indent(at.span().start());
    String text = lines(file).broken(setting.hcl().expression(value, indent));
    others.add(new TextEdit(at.span(), text));
    return Optional.empty();
  }

  private Optional<String> newBlock(
      SourceFile file, Block block, PropertyEdit setting, List<String> path) {
    Value value = setting.value();
    if (value == null) {
      return notSet(path);
    }
    for (int i = path.size() - 1; i > 0; i--) {
      value = new Value.Fields(Map.of(path.get(i), value), Origin.NOWHERE);
    }
    HclBody body = body(file, block);
    body.add(path.get(0), setting.hcl().nested(path.get(0), (Value.Fields) value, body.indent()));
    return Optional.empty();
  }

  private Optional<String> insert(
      SourceFile file, Block block, PropertyEdit setting, String name, Value value) {
    HclBody body = body(file, block);
    body.set(
        name,
        setting.isPolicy()
            ? setting.hcl().encoded(value, body.indent())
            : setting.hcl().expression(value, body.indent()));
    return Optional.empty();
  }

  private Optional<String> replace(
      SourceFile file, Block block, Attribute argument, PropertyEdit setting, Value value) {
    if (setting.isPolicy() && value instanceof Value.Fields policy) {
      HclPolicy old = new HclPolicy(files, lines(file), argument, setting);
      Optional<List<TextEdit>> edits = old.with(policy);
      edits.ifPresent(others::addAll);
      return edits.isPresent() ? Optional.empty() : old.replaced(policy, body(file, block));
    }
    Optional<String> differ = FileAndPlan.differ(argument, setting.before());
    if (differ.isPresent()) {
      return differ;
    }
    List<Value> more = setting.appended();
    if (more.isEmpty()) {
      return insert(file, block, setting, argument.name(), value);
    }
    String text = file.text(argument.whole().start(), argument.whole().end());
    List<String> written = new ArrayList<>();
    if (argument.definition() instanceof Definition.Items && text.startsWith("[")) {
      HclList list = new HclList(lines(file), argument.whole());
      more.forEach(one -> written.add(setting.hcl().expression(one, list.indent())));
      others.addAll(list.with(written));
      return Optional.empty();
    }
    more.forEach(one -> written.add(setting.hcl().expression(one, "")));
    body(file, block)
        .set(
            argument.name(),
            (isSet(file, argument, text) ? "setunion(" : "concat(")
                + text
                + ", ["
                + String.join(", ", written)
                + "])");
    return Optional.empty();
  }

  /** True for what is no list, as far as that is written. */
  private boolean isSet(SourceFile file, Attribute argument, String text) {
    String name =
        argument.definition() instanceof Definition.Reference reference
                && reference.text().startsWith("var.")
            ? reference.text().substring("var.".length())
            : "";
    return text.startsWith("toset(")
        || text.startsWith("setunion(")
        || files.blocks(ModuleFiles.folder(file.name()), "variable", List.of(name)).stream()
            .flatMap(one -> one.block().body().attribute("type").stream())
            .anyMatch(type -> type.whole().text().startsWith("set("));
  }

  /** Nested blocks: those behind the ones that are there, or all of them anew. */
  private Optional<String> blocks(
      SourceFile file, Block block, PropertyEdit setting, Value.Items all, String name) {
    HclBody body = body(file, block);
    List<Value> more = setting.appended();
    StringBuilder text = new StringBuilder();
    for (Value one : more.isEmpty() ? all.items() : more) {
      text.append(text.length() > 0 ? "\n" : "")
          .append(setting.hcl().nested(name, (Value.Fields) one, body.indent()));
    }
    List<Block> old = every(block, name);
    if (more.isEmpty() && !old.isEmpty()) {
      body.replace(old.get(0), text.toString().strip());
      old.subList(1, old.size()).forEach(body::unset);
    } else {
      body.add(name, text.toString());
    }
    return Optional.empty();
  }

  private Optional<String> unset(SourceFile file, Block block, PropertyEdit setting, String name) {
    Optional<Attribute> argument = block.body().attribute(name);
    List<Block> nested = every(block, name);
    if (argument.isEmpty() && nested.isEmpty()) {
      return notSet(setting.path());
    }
    if (argument.isPresent()) {
      Optional<String> differ = FileAndPlan.differ(argument.get(), setting.before());
      if (differ.isPresent()) {
        return differ;
      }
      body(file, block).unset(name);
    }
    nested.forEach(body(file, block)::unset);
    return Optional.empty();
  }

  private static Optional<String> notSet(List<String> path) {
    return Optional.of("the file sets no `" + path.get(0) + "`: make the plan again");
  }

  private static List<Block> every(Block block, String name) {
    return block.body().blocks().stream()
        .filter(
            one ->
                one.type().equals(name)
                    || (one.type().equals(DYNAMIC) && one.label(0).equals(name)))
        .toList();
  }

  @Override
  public void add(ModuleFiles.Written beside, Alteration.Add add, Hcl hcl) {
    Map<String, String> first = new LinkedHashMap<>();
    beside
        .block()
        .body()
        .attribute("provider")
        .ifPresent(
            one ->
                first.put("provider", beside.file().text(one.whole().start(), one.whole().end())));
    SourceLines of = lines(beside.file());
    long at = of.next(beside.block().span().end());
    boolean isOpen = at > 0 && of.at(at - 1) != '\n';
    String text = (isOpen ? "\n\n" : "\n") + hcl.block(add, first);
    others.add(new TextEdit(beside.file().span(at, at), of.broken(text)));
  }

  @Override
  public List<TextEdit> edits() {
    List<TextEdit> edits = new ArrayList<>();
    bodies.values().forEach(body -> edits.addAll(body.edits()));
    edits.addAll(others);
    return edits;
  }

  private SourceLines lines(SourceFile file) {
    return lines.computeIfAbsent(file, SourceLines::new);
  }

  private HclBody body(SourceFile file, Block block) {
    @Nullable HclBody known = bodies.get(block.span());
    if (known == null) {
      known = new HclBody(lines(file), block);
      bodies.put(block.span(), known);
    }
    return known;
  }
}
