package io.trailproof.aws.eventselector;

import java.util.Optional;
import java.util.regex.Pattern;

/** A partition of AWS and the Region in which its IAM events are recorded (F6). */
enum Partition {
  CHINA("cn-[a-z]+-\\d+", "cn-north-1"),
  GOVERNMENT("us-gov-[a-z]+-\\d+", "us-gov-west-1"),
  ISO("us-iso-[a-z]+-\\d+", "us-iso-east-1"),
  ISO_B("us-isob-[a-z]+-\\d+", "us-isob-east-1"),
  ISO_F("us-isof-[a-z]+-\\d+", "us-isof-south-1"),
  AWS("(?:af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\\d+", "us-east-1");

  private final String regions;
  private final String iamRegion;

  Partition(String regions, String iamRegion) {
    this.regions = regions;
    this.iamRegion = iamRegion;
  }

  /** The partition of a Region; empty if the Region is of none of them. */
  static Optional<Partition> of(String region) {
    for (Partition partition : values()) {
      if (Pattern.matches(partition.regions, region)) {
        return Optional.of(partition);
      }
    }
    return Optional.empty();
  }

  String iamRegion() {
    return iamRegion;
  }
}
