package io.trailproof.remedy;

import java.util.List;

/**
 * What closes a breach.
 *
 * @param requirement the id of the requirement that does not hold without it
 * @param changes in the order in which they are told
 * @param asked names of values that only the user knows, which it cannot do without
 */
public record Remedy(String requirement, List<Alteration> changes, List<Ask> asked) {
  public Remedy {
    changes = List.copyOf(changes);
    asked = List.copyOf(asked);
  }

  /**
   * A value that only the user knows.
   *
   * @param name by which {@code --set} gives it
   * @param what it is, in words
   */
  public record Ask(String name, String what) {
    /** Who is to hear of it. */
    public static final Ask EMAIL = new Ask("email", "the address that hears of it");

    /** Whoever a key must never lock out. */
    public static final Ask OWNER = new Ask("owner", "the ARN of whoever administers the key");
  }
}
