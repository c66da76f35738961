package io.trailproof.input.terraform.sources;

import java.util.Comparator;

/** The names by which Terraform tells its files. */
final class FileNames {
  /** Terraform reads override files after all others. */
  static final Comparator<String> ORDER =
      Comparator.comparing(FileNames::isOverride).thenComparing(Comparator.naturalOrder());

  private FileNames() {}

  /** True for what Terraform reads; editors leave hidden files and copies beside them. */
  static boolean isSource(String name) {
    return (name.endsWith(".tf") || name.endsWith(".tf.json"))
        && !name.startsWith(".")
        && !name.startsWith("#");
  }

  private static boolean isOverride(String name) {
    String stem = name.substring(0, name.lastIndexOf(".tf"));
    return stem.equals("override") || stem.endsWith("_override");
  }
}
