package io.trailproof.aws.eventselector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A partition of AWS and the Region in which its IAM events are recorded (F6, F210). */
public enum Partition {
  CHINA("aws-cn", "cn", 1, "cn-north-1"),
  GOVERNMENT("aws-us-gov", "us-gov", 1, "us-gov-west-1"),
  EUROPEAN("aws-eusc", "eusc", 2, "eusc-de-east-1"),
  ISO("aws-iso", "us-iso", 1, "us-iso-east-1"),
  ISO_B("aws-iso-b", "us-isob", 1, "us-isob-east-1"),
  ISO_E("aws-iso-e", "eu-isoe", 1, "eu-isoe-west-1"),
  ISO_F("aws-iso-f", "us-isof", 1, "us-isof-south-1"),
  AWS("aws", "af ap ca eu il me mx sa us", 1, "us-east-1");

  private final String id;
  private final String beginnings;
  private final int words;
  private final String iamRegion;

  /**
   * A partition.
   *
   * @param beginnings what the names of its Regions begin with, a blank between each two
   * @param words how many words stand between that and the number at the end
   */
  Partition(String id, String beginnings, int words, String iamRegion) {
    this.id = id;
    this.beginnings = beginnings;
    this.words = words;
    this.iamRegion = iamRegion;
  }

  /** The partition of a Region; empty if the Region is of none of them. */
  public static Optional<Partition> of(String region) {
    return Stream.of(values()).filter(partition -> partition.has(region)).findFirst();
  }

  private boolean has(String region) {
    int from = 0;
    while (from < beginnings.length()) {
      int blank = beginnings.indexOf(' ', from);
      int size = (blank < 0 ? beginnings.length() : blank) - from;
      if (region.regionMatches(0, beginnings, from, size) && endsAsRegions(region, size)) {
        return true;
      }
      from += size + 1;
    }
    return false;
  }

  /** True if words of small letters and a number follow, a hyphen before each. */
  private boolean endsAsRegions(String region, int from) {
    int at = from;
    for (int i = 0; i < words; i++) {
      at = afterPart(region, at, 'a', 'z');
    }
    return afterPart(region, at, '0', '9') == region.length();
  }

  /** Where a hyphen and characters of a range end; beyond all where there are none. */
  private static int afterPart(String region, int from, char first, char last) {
    int at = from + 1;
    while (at < region.length() && region.charAt(at) >= first && region.charAt(at) <= last) {
      at++;
    }
    boolean isPart = from < region.length() && region.charAt(from) == '-' && at > from + 1;
    return isPart ? at : Integer.MAX_VALUE - 1;
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
