package io.trailproof.aws.eventselector;

import java.util.Set;

/**
 * A management event as a trail's settings can tell it from others.
 *
 * @param source the service called, such as {@code iam.amazonaws.com}
 * @param name the operation called
 * @param readOnly whether the operation changes nothing
 */
public record ManagementEvent(String source, String name, boolean readOnly) {

  /** The services whose events are global service events (F2). */
  private static final Set<String> GLOBAL =
      Set.of("iam.amazonaws.com", "sts.amazonaws.com", "cloudfront.amazonaws.com");

  /** An event that changes something. */
  public static ManagementEvent write(String source, String name) {
    return new ManagementEvent(source, name, false);
  }

  /** Whether it is recorded in one Region only, as a global service event (F2). */
  boolean isGlobal() {
    return GLOBAL.contains(source);
  }

  /**
   * Whether it is recorded in the partition's IAM Region only, global service event or not (T3.4).
   */
  public boolean isOfOneRegion() {
    return isGlobal() || source.equals("organizations.amazonaws.com");
  }
}
