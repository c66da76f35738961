package io.trailproof.input.terraform.hcl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands between the braces of a block, or in a file. In JSON an object may be an argument or
 * a block, which only the provider's schema tells: there it is both.
 */
public record Body(Map<String, Attribute> attributes, List<Block> blocks) {
  /** Nothing at all. */
  public static final Body EMPTY = new Body(Map.of(), List.of());

  public Body {
    attributes = Map.copyOf(attributes);
    blocks = List.copyOf(blocks);
  }

  /** An argument by its name. */
  public Optional<Attribute> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** The blocks of a type, in the order they are written. */
  public List<Block> blocks(String type) {
    return blocks.stream().filter(block -> block.type().equals(type)).toList();
  }

  /** An override file's arguments and blocks replace those of the same name. */
  Body overriddenBy(Body other) {
    Map<String, Attribute> merged = new LinkedHashMap<>(attributes);
    merged.putAll(other.attributes);
    Set<String> replaced = new HashSet<>();
    other.blocks.forEach(block -> replaced.add(block.type()));
    List<Block> all = new ArrayList<>();
    blocks.stream().filter(block -> !replaced.contains(block.type())).forEach(all::add);
    all.addAll(other.blocks);
    return new Body(merged, all);
  }
}
