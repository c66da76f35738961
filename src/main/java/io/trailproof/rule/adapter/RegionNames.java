package io.trailproof.rule.adapter;

import java.util.List;
import java.util.Map;

/** The names of Regions that stand in messages in place of their codes (F186). */
final class RegionNames {
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("us-east-1", "US East (N. Virginia)"),
          Map.entry("us-east-2", "US East (Ohio)"),
          Map.entry("us-west-1", "US West (N. California)"),
          Map.entry("us-west-2", "US West (Oregon)"),
          Map.entry("ca-central-1", "Canada (Central)"),
          Map.entry("sa-east-1", "South America (Sao Paulo)"),
          Map.entry("eu-west-1", "EU (Ireland)"),
          Map.entry("eu-west-2", "EU (London)"),
          Map.entry("eu-west-3", "EU (Paris)"),
          Map.entry("eu-central-1", "EU (Frankfurt)"),
          Map.entry("eu-central-2", "EU (Zurich)"),
          Map.entry("eu-north-1", "EU (Stockholm)"),
          Map.entry("eu-south-1", "EU (Milan)"),
          Map.entry("eu-south-2", "EU (Spain)"),
          Map.entry("ap-south-1", "Asia Pacific (Mumbai)"),
          Map.entry("ap-northeast-1", "Asia Pacific (Tokyo)"),
          Map.entry("ap-northeast-2", "Asia Pacific (Seoul)"),
          Map.entry("ap-northeast-3", "Asia Pacific (Osaka)"),
          Map.entry("ap-southeast-1", "Asia Pacific (Singapore)"),
          Map.entry("ap-southeast-2", "Asia Pacific (Sydney)"));

  private RegionNames() {}

  /** Every way in which the name of a Region may be written; none for one that is not known. */
  static List<String> of(String code) {
    String name = PLACES.get(code);
    if (name == null) {
      return List.of();
    }
    // Europe has been renamed, and recordings of it are older.
    return name.startsWith("EU ") ? List.of(name, "Europe" + name.substring(2)) : List.of(name);
  }
}
