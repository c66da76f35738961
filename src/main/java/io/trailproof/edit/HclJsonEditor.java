package io.trailproof.edit;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Hcl;
import io.trailproof.remedy.Policies;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of {@code .tf.json} files. */
final class HclJsonEditor implements TerraformNotation {
  private final Map<SourceFile, JsonMembers> members = new LinkedHashMap<>();
  private final Map<SourceFile, JsonAdditions> additions = new LinkedHashMap<>();

  @Override
  public Optional<String> set(PropertyEdit setting) {
    ModuleFiles.Written written = setting.deciding();
    return within(written.file(), written.block(), setting, setting.path());
  }

  private Optional<String> within(
      SourceFile file, Block block, PropertyEdit setting, List<String> path) {
    String name = path.get(0);
    Optional<Attribute> argument = block.body().attribute(name);
    List<Block> nested = block.body().blocks(name);
    if (block.body().blocks("dynamic").stream()
        .anyMatch(one -> one.body().attribute(name).isPresent())) {
      return Optional.of("`" + name + "` of it is a dynamic block");
    }
    if (path.size() > 1 && nested.size() == 1) {
      return within(file, nested.get(0), setting, path.subList(1, path.size()));
    }
    if (path.size() > 1 && argument.isPresent()) {
      return Optional.of("`" + name + "` of it is not one block");
    }
    Value value = setting.value();
    if (value == null) {
      return unset(file, block, setting, name, argument);
    }
    JsonMembers of = members(file);
    for (int i = path.size() - 1; i > 0; i--) {
      value = new Value.Fields(Map.of(path.get(i), value), Origin.NOWHERE);
    }
    TerraformJson json = new TerraformJson(setting.hcl());
    if (argument.isEmpty()) {
      of.add(block.span(), name, written(json, setting, value, of.indent(block.span())));
      return Optional.empty();
    }
    return replace(of, argument.get(), setting, value, json);
  }

  private static Optional<String> replace(
      JsonMembers of, Attribute argument, PropertyEdit setting, Value value, TerraformJson json) {
    if (setting.isPolicy()) {
      boolean isText = argument.definition() instanceof Definition.Literal;
      if (!isText || Policies.more(setting.before(), value).isEmpty()) {
        return Optional.of("its text is made by an expression that is not followed");
      }
      Optional<String> differ = FileAndPlan.policiesDiffer(argument, setting.before());
      if (differ.isEmpty()) {
        of.replace(argument.whole(), json.policy(value));
      }
      return differ;
    }
    Optional<String> differ = FileAndPlan.differ(argument, setting.before());
    if (differ.isPresent()) {
      return differ;
    }
    List<Value> more = setting.appended();
    String indent = of.indentOf(argument.named());
    if (!more.isEmpty() && argument.definition() instanceof Definition.Items list) {
      List<String> items = new ArrayList<>();
      more.forEach(one -> items.add(json.value(one, indent + "  ")));
      of.append(argument.whole(), list.items().isEmpty(), items);
      return Optional.empty();
    }
    if (!more.isEmpty() && !(argument.definition() instanceof Definition.Literal)) {
      return Optional.of("its list is made by an expression");
    }
    of.replace(argument.whole(), json.value(value, indent));
    return Optional.empty();
  }

  private static String written(
      TerraformJson json, PropertyEdit setting, Value value, String indent) {
    return setting.isPolicy() ? json.policy(value) : json.value(value, indent);
  }

  private Optional<String> unset(
      SourceFile file,
      Block block,
      PropertyEdit setting,
      String name,
      Optional<Attribute> argument) {
    if (argument.isEmpty()) {
      return Optional.of("the file sets no `" + name + "`: make the plan again");
    }
    Optional<String> differ = FileAndPlan.differ(argument.get(), setting.before());
    if (differ.isEmpty()) {
      members(file).remove(block, name);
    }
    return differ;
  }

  @Override
  public void add(ModuleFiles.Written beside, Alteration.Add add, Hcl hcl) {
    additions
        .computeIfAbsent(beside.file(), file -> new JsonAdditions(file))
        .add(beside.block(), add, hcl);
  }

  @Override
  public List<TextEdit> edits() {
    List<TextEdit> edits = new ArrayList<>();
    members.values().forEach(one -> edits.addAll(one.edits()));
    additions.values().forEach(one -> edits.addAll(one.edits()));
    return edits;
  }

  private JsonMembers members(SourceFile file) {
    return members.computeIfAbsent(file, one -> new JsonMembers(new SourceLines(one)));
  }
}
