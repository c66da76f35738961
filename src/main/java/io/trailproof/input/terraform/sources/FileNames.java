package io.trailproof.input.terraform.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names by which Terraform and OpenTofu tell their files. */
public enum FileNames {
  /** Reads {@code .tf} and {@code .tf.json}. */
  TERRAFORM(".tf"),
  /**
   * Also reads {@code .tofu} and {@code .tofu.json}, in place of files that are called the same.
   */
  OPENTOFU(".tofu");

  private static final String JSON = ".json";

  private final String ending;

  FileNames(String ending) {
    this.ending = ending;
  }

  /** The files of one module that are read, those that override others last. */
  List<String> read(Collection<String> names) {
    Set<String> replaced = new HashSet<>();
    for (String name : names) {
      if (this == OPENTOFU && isNamed(name, OPENTOFU.ending)) {
        boolean json = name.endsWith(JSON);
        replaced.add(stem(name) + TERRAFORM.ending + (json ? JSON : ""));
      }
    }
    List<String> read = new ArrayList<>();
    for (String name : names) {
      boolean own = isNamed(name, ending) || isNamed(name, TERRAFORM.ending);
      if (own && !replaced.contains(name)) {
        read.add(name);
      }
    }
    read.sort(
        Comparator.<String, Boolean>comparing(FileNames::isOverride)
            .thenComparing(Comparator.naturalOrder()));
    return read;
  }

  /** True for what either of them reads; editors leave hidden files and copies beside them. */
  public static boolean isSource(String name) {
    return (isNamed(name, TERRAFORM.ending) || isNamed(name, OPENTOFU.ending))
        && !name.startsWith(".")
        && !name.startsWith("#");
  }

  private static boolean isNamed(String name, String ending) {
    return name.endsWith(ending) || name.endsWith(ending + JSON);
  }

  private static String stem(String name) {
    String plain = name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
    return plain.substring(0, plain.lastIndexOf('.'));
  }

  /** True for a file whose arguments replace those of others. */
  public static boolean isOverride(String name) {
    String stem = stem(name);
    return stem.equals("override") || stem.endsWith("_override");
  }
}
