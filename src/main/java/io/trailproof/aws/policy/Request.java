package io.trailproof.aws.policy;

import io.trailproof.kleene.Partial;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a service wants to do.
 *
 * @param principal the service principal, such as {@code cloudwatch.amazonaws.com}; of a Region
 *     that is not known it has a hole
 * @param action such as {@code sns:Publish}
 * @param resource the ARN of what is acted on
 * @param context the condition keys of the request, in lower case; empty where the request has none
 */
public record Request(
    PolicyText principal,
    String action,
    PolicyText resource,
    Map<String, Optional<PolicyText>> context) {

  /**
   * Keys about a calling user or role, or about where it calls from, which a calling service lacks.
   */
  private static final Set<String> ABSENT_FROM_SERVICES =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principaltype",
          "aws:userid",
          "aws:username",
          "aws:sourceip",
          "aws:vpcsourceip",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:multifactorauthpresent",
          "aws:multifactorauthage",
          "aws:calledvia",
          "aws:calledviafirst",
          "aws:calledvialast",
          "aws:federatedprovider",
          "aws:referer",
          "sts:externalid");

  private static final Partial<PolicyText> OPEN =
      Partial.unknown("who asks decides whether the request has it");

  public Request {
    context = Map.copyOf(context);
  }

  public static Request of(String principal, String action, PolicyText resource) {
    return of(PolicyText.of(principal), action, resource);
  }

  public static Request of(PolicyText principal, String action, PolicyText resource) {
    return new Request(principal, action, resource, Map.of());
  }

  /** The request with a condition key, whose value may have holes. */
  public Request with(String key, PolicyText value) {
    return with(key, Optional.of(value));
  }

  private Request with(String key, Optional<PolicyText> value) {
    Map<String, Optional<PolicyText>> more = new LinkedHashMap<>(context);
    more.put(key.toLowerCase(Locale.ROOT), value);
    return new Request(principal, action, resource, more);
  }

  /** What the request holds for a condition key. */
  Partial<PolicyText> value(String key, Mode mode) {
    String lower = key.toLowerCase(Locale.ROOT);
    Optional<PolicyText> given = context.get(lower);
    if (given != null) {
      return given.map(Partial::known).orElseGet(Partial::unset);
    }
    if (lower.equals("aws:securetransport")) {
      return Partial.known(PolicyText.of("true"));
    }
    if (mode == Mode.IDENTITY) {
      return OPEN;
    }
    return switch (lower) {
      case "aws:principalisawsservice" -> Partial.known(PolicyText.of("true"));
      case "aws:principalservicename" -> Partial.known(principal);
      default ->
          ABSENT_FROM_SERVICES.contains(lower) || lower.startsWith("aws:principaltag/")
              ? Partial.unset()
              : OPEN;
    };
  }
}
