package io.trailproof.input.terraform.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The address of one resource instance.
 *
 * @param text as the plan writes it
 * @param modules the module instances that hold it, outermost first
 * @param block type and name within its module, {@code data.} before those of data sources
 * @param key the instance key with its brackets; empty where there is none
 */
public record Address(String text, List<Module> modules, String block, String key) {
  public Address {
    modules = List.copyOf(modules);
  }

  /** One module instance; its key has its brackets, and is empty where there is none. */
  public record Module(String name, String key) {}

  /** Takes an address apart; empty if it is none. */
  public static Optional<Address> parse(String text) {
    Traversal steps = Traversal.parse(text);
    List<Module> modules = new ArrayList<>();
    int at = 0;
    while (steps.step(at).equals("module") && !steps.step(at + 1).isEmpty()) {
      String name = steps.step(at + 1);
      boolean keyed = steps.isIndex(at + 2);
      modules.add(new Module(name, keyed ? steps.step(at + 2) : ""));
      at += keyed ? 3 : 2;
    }
    boolean data = steps.step(at).equals("data");
    int type = data ? at + 1 : at;
    if (steps.step(type).isEmpty()
        || steps.step(type + 1).isEmpty()
        || steps.isIndex(type)
        || steps.isIndex(type + 1)) {
      return Optional.empty();
    }
    String block = (data ? "data." : "") + steps.step(type) + "." + steps.step(type + 1);
    String key = steps.isIndex(type + 2) ? steps.step(type + 2) : "";
    return Optional.of(new Address(text, modules, block, key));
  }

  /** The block that the instance was made by: the address without instance keys. */
  String configured() {
    return configured(modules, block);
  }

  /** The block address within module calls, without instance keys. */
  static String configured(List<Module> modules, String block) {
    StringBuilder path = new StringBuilder();
    for (Module module : modules) {
      path.append("module.").append(module.name()).append('.');
    }
    return path.append(block).toString();
  }
}
