package io.trailproof.aws.eventselector;

import io.trailproof.kleene.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Regions in which the calls to a service are recorded (T3.4).
 *
 * @param kind whether they are recorded where the caller is
 * @param regions the one Region of each partition for which it is known
 * @param global whether they are global service events, which a trail may leave out (F2)
 */
public record CallRegions(Kind kind, Map<Partition, String> regions, Truth global) {

  /** How it is decided in which Region a call is recorded. */
  public enum Kind {
    /** The caller's choice of a Region decides. */
    CALLER,
    /** It is the same Region in all of a partition. */
    ONE,
    /** What AWS writes about it does not agree, or does not say it (T3.5). */
    OPEN
  }

  /** Those of calls that are recorded in the Region where they are made. */
  public static final CallRegions CALLER = new CallRegions(Kind.CALLER, Map.of(), Truth.NO);

  /** Those of calls of which no text settles it. */
  public static final CallRegions OPEN = new CallRegions(Kind.OPEN, Map.of(), Truth.UNKNOWN);

  private static final String SIGN_IN = "signin.amazonaws.com";

  /** A sign-in as Root is recorded in us-east-1 (T3.5). */
  private static final CallRegions OF_ROOT =
      new CallRegions(Kind.ONE, Map.of(Partition.AWS, "us-east-1"), Truth.UNKNOWN);

  /**
   * IAM: F2, F6. CloudFront: F2. Organizations: T3.4, the Regions that its endpoints are signed
   * for. Route 53: its endpoint is one, and the list of global services named it once and does not
   * any more (T3.6). STS has endpoints in all Regions, so its calls are recorded in any (T3.7).
   */
  private static final Map<String, CallRegions> KNOWN =
      Map.of(
          "iam.amazonaws.com",
          ofIam(),
          "cloudfront.amazonaws.com",
          ofIam(),
          "organizations.amazonaws.com",
          one(
              Map.of(
                  Partition.AWS, "us-east-1",
                  Partition.GOVERNMENT, "us-gov-west-1",
                  Partition.CHINA, "cn-northwest-1"),
              Truth.NO),
          "route53.amazonaws.com",
          one(Map.of(Partition.AWS, "us-east-1"), Truth.UNKNOWN),
          SIGN_IN,
          OPEN);

  public CallRegions {
    regions = Map.copyOf(regions);
  }

  private static CallRegions ofIam() {
    Map<Partition, String> regions = new HashMap<>();
    Stream.of(Partition.values()).forEach(one -> regions.put(one, one.iamRegion()));
    return one(regions, Truth.YES);
  }

  private static CallRegions one(Map<Partition, String> regions, Truth global) {
    return new CallRegions(Kind.ONE, regions, global);
  }

  /** Those that somebody states: one Region for a partition, or none for that of the caller. */
  public static CallRegions stated(Map<Partition, String> regions) {
    return regions.isEmpty() ? CALLER : one(regions, Truth.NO);
  }

  /** Those of all calls to a service, whoever makes them. */
  public static CallRegions of(String source) {
    return KNOWN.getOrDefault(source, CALLER);
  }

  /** Those of the calls to a service that Root makes. */
  public static CallRegions ofRoot(String source) {
    return source.equals(SIGN_IN) ? OF_ROOT : of(source);
  }

  /** The services whose calls are not recorded where they are made, as far as is known. */
  public static List<String> particular() {
    return KNOWN.keySet().stream().sorted().toList();
  }

  /** Whether it is one Region in all of a partition. */
  public boolean isOne() {
    return kind == Kind.ONE;
  }
}
