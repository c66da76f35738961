package io.trailproof.rule.control;

import java.util.List;

/**
 * A framework as the files of controls know it.
 *
 * @param aliases other names for it
 * @param arguable what somebody maps without more to show for it, so that no rule serves it
 */
public record Framework(String name, List<String> aliases, List<Arguable> arguable) {
  public Framework {
    aliases = List.copyOf(aliases);
    arguable = List.copyOf(arguable);
  }

  /**
   * Controls that some rules may be said to serve, not every one by each.
   *
   * @param version empty for a framework that has none
   * @param rules the ids of the rules, whether there are such or not
   */
  public record Arguable(String version, List<String> controls, List<String> rules, String reason) {
    public Arguable {
      controls = List.copyOf(controls);
      rules = List.copyOf(rules);
    }
  }
}
