package io.trailproof.remedy;

import io.trailproof.catalog.Binding;
import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names for what is added, which nothing in the inputs has. */
public final class FreshNames {
  private final Catalog catalog;
  private final Set<String> taken = new HashSet<>();

  FreshNames(Catalog catalog, ResourceGraph graph) {
    this.catalog = catalog;
    for (Resource resource : graph.resources()) {
      taken.add(key(resource.address()));
      resource.property("name").asText().ifPresent(name -> taken.add(key(name)));
    }
  }

  /** Names differ only where more than their case does. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A text that no resource is named by, like one that is wanted. */
  String text(String wanted) {
    String name = wanted;
    for (int n = 2; !taken.add(key(name)); n++) {
      name = wanted + "-" + n;
    }
    return name;
  }

  /**
   * What a new resource of a type goes by in the file of another one; empty where its format cannot
   * write the type.
   *
   * @param words such as {@code iam-policy-changes}
   */
  Optional<ResourceId> id(String type, String words, Resource beside) {
    return spelling(type, beside.dialect())
        .map(spelling -> new ResourceId(beside.id().input(), address(spelling, words, beside)));
  }

  private String address(String spelling, String words, Resource beside) {
    boolean isTerraform = beside.dialect() == Dialect.TERRAFORM;
    String module = isTerraform ? module(beside.address()) : "";
    String label = isTerraform ? words.replace('-', '_') : camelCase(words);
    String stem = isTerraform ? module + spelling + "." + label : label;
    String address = stem;
    for (int n = 2; !taken.add(key(address)); n++) {
      address = stem + (isTerraform ? "_" : "") + n;
    }
    return address;
  }

  /** How a type is written first of all in a format. */
  Optional<String> spelling(String type, Dialect dialect) {
    return catalog
        .type(type)
        .flatMap(
            one ->
                one.bindings().stream()
                    .filter(binding -> binding.dialect() == dialect)
                    .map(Binding::spelling)
                    .findFirst());
  }

  /** The module calls that an address begins with, each with its dot. */
  public static String module(String address) {
    int end = 0;
    while (address.startsWith("module.", end)) {
      int name = end + "module.".length();
      int dot = address.indexOf('.', name);
      int bracket = address.indexOf('[', name);
      if (bracket >= 0 && bracket < dot) {
        dot = address.indexOf("].", bracket) + 1;
      }
      end = dot + 1;
    }
    return address.substring(0, end);
  }

  private static String camelCase(String words) {
    StringBuilder name = new StringBuilder();
    for (String word : words.split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }
}
