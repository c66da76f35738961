package io.trailproof.input.terraform.place;

import java.util.Optional;

/** The Region and account that a known ARN names. */
public final class Arn {
  private Arn() {}

  /** The Region; empty for what is no ARN and for global services. */
  public static Optional<String> region(String text) {
    return part(text, 3).filter(Arn::isRegion);
  }

  /** The account; empty for what is no ARN and for what AWS itself owns. */
  static Optional<String> account(String text) {
    return part(text, 4).filter(account -> account.matches("\\d{12}"));
  }

  static boolean isRegion(String text) {
    return text.matches("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
  }

  private static Optional<String> part(String text, int index) {
    String[] parts = text.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn")
        ? Optional.of(parts[index])
        : Optional.empty();
  }
}
