package io.trailproof.input.terraform.sources;

import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Body;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.input.terraform.hcl.TerraformFile;
import io.trailproof.source.SourceFile;
import java.util.HashMap;
import java.util.Map;

/**
 * What the files of one module declare.
 *
 * @param location where its tree has it
 * @param resources resources and data sources by {@code type.name}, {@code data.} before the latter
 * @param calls module calls by name
 * @param others variables, outputs and provider configurations by {@code type.name}
 */
record ModuleSources(
    String location,
    Map<String, Block> resources,
    Map<String, Attribute> locals,
    Map<String, Block> calls,
    Map<String, Block> others) {

  static ModuleSources read(SourceTree tree, String location, FileNames names) {
    ModuleSources module =
        new ModuleSources(
            location, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (SourceFile file : tree.files(location, names)) {
      module.add(TerraformFile.read(file));
    }
    return module;
  }

  private void add(Body body) {
    for (Block block : body.blocks()) {
      switch (block.type()) {
        case "resource" -> put(resources, block.label(0) + "." + block.label(1), block);
        case "data" -> put(resources, "data." + block.label(0) + "." + block.label(1), block);
        case "module" -> put(calls, block.label(0), block);
        case "variable", "output" -> put(others, block.type() + "." + block.label(0), block);
        case "provider" -> put(others, provider(block), block);
        case "locals" -> locals.putAll(block.body().attributes());
        default -> {}
      }
    }
  }

  private static String provider(Block block) {
    String alias =
        block
            .body()
            .attribute("alias")
            .map(Attribute::definition)
            .map(one -> one instanceof Definition.Literal literal ? "." + literal.text() : ".?")
            .orElse("");
    return "provider." + block.label(0) + alias;
  }

  private static void put(Map<String, Block> blocks, String name, Block block) {
    blocks.merge(name, block, Block::overriddenBy);
  }
}
