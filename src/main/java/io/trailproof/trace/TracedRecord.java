package io.trailproof.trace;

import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import java.util.Optional;
import java.util.Set;

/**
 * The record that is followed, as CloudTrail hands it to a log group: one JSON object.
 *
 * @param message the text of the log event
 */
public record TracedRecord(Json.Obj fields, String message) {
  /** Services of which every call is a management event. */
  private static final Set<String> MANAGEMENT_ONLY =
      Set.of(
          "iam.amazonaws.com",
          "sts.amazonaws.com",
          "signin.amazonaws.com",
          "kms.amazonaws.com",
          "ec2.amazonaws.com",
          "cloudtrail.amazonaws.com",
          "config.amazonaws.com",
          "organizations.amazonaws.com");

  /** The record that a log message is; empty if it is no JSON object. */
  public static Optional<TracedRecord> of(String message) {
    return Json.read(message).value() instanceof Json.Obj object
        ? Optional.of(new TracedRecord(object, message))
        : Optional.empty();
  }

  /** A text at the top of the record. */
  Optional<String> text(String name) {
    Json value = fields.members().get(name);
    return value == null ? Optional.empty() : value.asText();
  }

  private Optional<Boolean> flag(String name) {
    return fields.members().get(name) instanceof Json.Bool flag
        ? Optional.of(flag.value())
        : Optional.empty();
  }

  /** The call, such as {@code PutRolePolicy}. */
  public String event() {
    return text("eventName").orElse("");
  }

  /** The service, such as {@code iam.amazonaws.com}. */
  public String source() {
    return text("eventSource").orElse("");
  }

  Optional<String> region() {
    return text("awsRegion");
  }

  Optional<String> account() {
    return text("recipientAccountId");
  }

  /** Whether it is said to change nothing; empty where the record does not tell. */
  Optional<Boolean> readOnly() {
    return flag("readOnly");
  }

  /** Whether it is a management event: by what it says, or as its service has no other. */
  Truth isManagement() {
    Optional<String> category = text("eventCategory");
    if (category.isPresent()) {
      return Truth.of(category.get().equals("Management"));
    }
    Optional<Boolean> management = flag("managementEvent");
    if (management.isPresent()) {
      return Truth.of(management.get());
    }
    return MANAGEMENT_ONLY.contains(source()) ? Truth.YES : Truth.UNKNOWN;
  }
}
