package io.trailproof.aws.filterpattern.coverage;

import io.trailproof.aws.filterpattern.EmptyPattern;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.Selector;
import io.trailproof.aws.filterpattern.syntax.Range;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The records that any account in use writes all the time: successful reads, by people and by
 * roles, of a service that no pattern names (F150).
 *
 * <p>All of a record is fixed but its account and Region, so that a pattern that asks for something
 * particular takes none of them, and one that only leaves something out takes some.
 */
public final class OrdinaryRecords {
  private static final String UNNAMED = "unnamed.amazonaws.com";

  private static final List<String> READS = List.of("DescribeThings", "ListThings", "GetThing");

  private static final List<String> CALL =
      List.of(
          "$.eventVersion = \"1.11\"",
          "$.eventTime = \"2026-05-01T12:00:00Z\"",
          "$.eventSource = \"" + UNNAMED + "\"",
          "($.eventName = \"" + String.join("\" || $.eventName = \"", READS) + "\")",
          "$.sourceIPAddress = \"192.0.2.10\"",
          "$.userAgent = \"aws-cli/2.15.40\"",
          "$.requestID = \"7c1f0e4e-EXAMPLE\"",
          "$.eventID = \"0f4d9f0a-EXAMPLE\"",
          "$.requestParameters IS NULL",
          "$.responseElements IS NULL",
          "$.errorCode NOT EXISTS",
          "$.errorMessage NOT EXISTS",
          "$.readOnly IS TRUE",
          "$.eventType = \"AwsApiCall\"",
          "$.managementEvent IS TRUE",
          "$.eventCategory = \"Management\"",
          "$.additionalEventData NOT EXISTS",
          "$.resources NOT EXISTS",
          "$.apiVersion NOT EXISTS",
          "$.sharedEventID NOT EXISTS",
          "$.vpcEndpointId NOT EXISTS",
          "$.vpcEndpointAccountId NOT EXISTS",
          "$.serviceEventDetails NOT EXISTS",
          "$.addendum NOT EXISTS",
          "$.edgeDeviceDetails NOT EXISTS",
          "$.sessionCredentialFromConsole NOT EXISTS",
          "$.tlsDetails.tlsVersion = \"TLSv1.3\"",
          "$.tlsDetails.cipherSuite = \"TLS_AES_128_GCM_SHA256\"",
          "$.tlsDetails.clientProvidedHostHeader = \"unnamed.amazonaws.com\"",
          "$.tlsDetails.keyExchange = \"x25519\"",
          "$.userIdentity.invokedBy NOT EXISTS",
          "$.userIdentity.identityProvider NOT EXISTS",
          "$.userIdentity.credentialId NOT EXISTS",
          "$.userIdentity.onBehalfOf NOT EXISTS",
          "$.userIdentity.inScopeOf NOT EXISTS",
          "$.userIdentity.accessKeyId = \"AKIAIOSFODNN7EXAMPLE\"");

  private static final List<String> USER =
      List.of(
          "$.userIdentity.type = \"IAMUser\"",
          "$.userIdentity.principalId = \"AIDACKCEVSQ6C2EXAMPLE\"",
          "$.userIdentity.arn = \"arn:aws:iam::111122223333:user/somebody\"",
          "$.userIdentity.userName = \"somebody\"",
          "$.userIdentity.sessionContext NOT EXISTS");

  private static final List<String> ROLE =
      List.of(
          "$.userIdentity.type = \"AssumedRole\"",
          "$.userIdentity.principalId = \"AROADBQP57FF2AEXAMPLE:somebody\"",
          "$.userIdentity.arn = \"arn:aws:sts::111122223333:assumed-role/Something/somebody\"",
          "$.userIdentity.userName NOT EXISTS",
          "$.userIdentity.sessionContext.sessionIssuer.type = \"Role\"",
          "$.userIdentity.sessionContext.sessionIssuer.principalId = \"AROADBQP57FF2AEXAMPLE\"",
          "$.userIdentity.sessionContext.sessionIssuer.arn ="
              + " \"arn:aws:iam::111122223333:role/Something\"",
          "$.userIdentity.sessionContext.sessionIssuer.userName = \"Something\"",
          "$.userIdentity.sessionContext.attributes.creationDate = \"2026-05-01T11:58:03Z\"",
          "$.userIdentity.sessionContext.attributes.mfaAuthenticated = \"false\"",
          "$.userIdentity.sessionContext.webIdFederationData NOT EXISTS",
          "$.userIdentity.sessionContext.sourceIdentity NOT EXISTS",
          "$.userIdentity.sessionContext.ec2RoleDelivery NOT EXISTS",
          "$.userIdentity.sessionContext.assumedRoot NOT EXISTS");

  /** What the records of different accounts differ in. */
  private static final Set<String> FREE = Set.of("awsRegion", "recipientAccountId", "accountId");

  private OrdinaryRecords() {}

  /** The kinds with an example of each, which take a search: made when they are first asked for. */
  private static final class Kinds {
    private static final List<Kind> ALL = List.of(Kind.of(USER), Kind.of(ROLE));
  }

  /** Those that the pattern takes, one of each kind; none if that cannot be told. */
  public static List<Json.Obj> taken(FilterPattern pattern) {
    return areRuledOut(pattern)
        ? List.of()
        : Kinds.ALL.stream().map(kind -> kind.taken(pattern)).flatMap(Optional::stream).toList();
  }

  /**
   * Those that the pattern takes, by their names too; reads of the services that a rule names, and
   * the pattern, do not count.
   *
   * @param named the service that the rule names
   */
  public static List<Json.Obj> taken(FilterPattern pattern, String named) {
    List<Json.Obj> all = new ArrayList<>(taken(pattern));
    Predicate<String> counts = service -> !service.equals(named);
    if (pattern instanceof JsonPattern json
        && OrdinaryReads.areRuledOut(json.expression(), counts)) {
      return List.copyOf(all);
    }
    for (Kind kind : Kinds.ALL) {
      OrdinaryReads.taken(pattern, kind.example(), counts).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static boolean areRuledOut(FilterPattern pattern) {
    if (!(pattern instanceof JsonPattern json)) {
      return false;
    }
    for (String name : READS) {
      if (!ToldNames.of(UNNAMED, name).ruleOut(json.expression())) {
        return false;
      }
    }
    return true;
  }

  /** True if a record is of no service in particular. */
  public static boolean isOfAny(Json.Obj record) {
    return record.members().get("eventSource") instanceof Json.Str source
        && source.value().equals(UNNAMED);
  }

  /** Records of one kind, and one of them. */
  private record Kind(Scenario scenario, Json.Obj example) {
    static Kind of(List<String> caller) {
      Scenario scenario = records(caller);
      return new Kind(
          scenario,
          reached(new EmptyPattern(), scenario)
              .orElseThrow(() -> new IllegalStateException("no record is like " + caller)));
    }

    /** All kinds of records are alike for a pattern that asks for nothing in which they differ. */
    Optional<Json.Obj> taken(FilterPattern pattern) {
      if (pattern.matches(example) == Truth.YES) {
        return Optional.of(example);
      }
      boolean alike =
          pattern instanceof JsonPattern
              && pattern.tests().stream().noneMatch(test -> isFree(test.selector()));
      return alike ? Optional.empty() : reached(pattern, scenario);
    }

    private static boolean isFree(Selector selector) {
      List<Selector.PathStep> steps = selector.steps();
      return steps.isEmpty()
          || (steps.get(steps.size() - 1) instanceof Selector.PathStep.Key key
              && FREE.contains(key.name()));
    }
  }

  private static Optional<Json.Obj> reached(FilterPattern pattern, Scenario scenario) {
    return Reach.of(pattern, scenario)
        .match(
            reachable -> Optional.of(reachable.example().record()),
            never -> Optional.empty(),
            undecided -> Optional.empty());
  }

  private static Scenario records(List<String> caller) {
    List<JsonExpression> conditions =
        Stream.concat(CALL.stream(), caller.stream()).map(OrdinaryRecords::condition).toList();
    return Scenario.of(new JsonPattern(new JsonExpression.And(conditions, new Range(0, 0))))
        .of(UNNAMED);
  }

  private static JsonExpression condition(String text) {
    return FilterPattern.parse("{ " + text + " }")
        .match(
            accepted -> ((JsonPattern) accepted.pattern()).expression(),
            rejected -> {
              throw new IllegalStateException(rejected.rejections().toString());
            });
  }
}
