package io.trailproof.aws.eventselector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A partition of AWS and the Region in which its IAM events are recorded (F6, F210). */
public enum Partition {
  CHINA("aws-cn", "cn-[a-z]+-\\d+", "cn-north-1"),
  GOVERNMENT("aws-us-gov", "us-gov-[a-z]+-\\d+", "us-gov-west-1"),
  EUROPEAN("aws-eusc", "eusc-[a-z]+-[a-z]+-\\d+", "eusc-de-east-1"),
  ISO("aws-iso", "us-iso-[a-z]+-\\d+", "us-iso-east-1"),
  ISO_B("aws-iso-b", "us-isob-[a-z]+-\\d+", "us-isob-east-1"),
  ISO_E("aws-iso-e", "eu-isoe-[a-z]+-\\d+", "eu-isoe-west-1"),
  ISO_F("aws-iso-f", "us-isof-[a-z]+-\\d+", "us-isof-south-1"),
  AWS("aws", "(?:af|ap|ca|eu|il|me|mx|sa|us)-[a-z]+-\\d+", "us-east-1");

  private final String id;
  private final Pattern regions;
  private final String iamRegion;

  Partition(String id, String regions, String iamRegion) {
    this.id = id;
    this.regions = Pattern.compile(regions);
    this.iamRegion = iamRegion;
  }

  /** The partition of a Region; empty if the Region is of none of them. */
  public static Optional<Partition> of(String region) {
    return Stream.of(values())
        .filter(partition -> partition.regions.matcher(region).matches())
        .findFirst();
  }

  /** Its name in ARNs. */
  public String id() {
    return id;
  }

  /** The Regions of IAM's events in all partitions. */
  public static List<String> iamRegions() {
    return Stream.of(values()).map(Partition::iamRegion).toList();
  }

  /** The Region in which its IAM events are recorded. */
  public String iamRegion() {
    return iamRegion;
  }
}
