package io.trailproof.aws.eventselector;

/**
 * A management event as a trail's settings can tell it from others.
 *
 * @param source the service called, such as {@code iam.amazonaws.com}
 * @param name the operation called
 * @param readOnly whether the operation changes nothing
 */
public record ManagementEvent(String source, String name, boolean readOnly) {

  /** An event that changes something. */
  public static ManagementEvent write(String source, String name) {
    return new ManagementEvent(source, name, false);
  }
}
