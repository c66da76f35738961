package io.trailproof.starter;

import java.util.Optional;
import java.util.stream.Collectors;

/** What of a chain lives elsewhere, as {@code trailproof.yaml} declares it. */
final class Elsewhere {
  private Elsewhere() {}

  /** A comment on it, that follows another; empty if all is written. */
  static String remark(Wanted wanted) {
    if (wanted.existing().isEmpty()) {
      return "";
    }
    return "\n\n"
        + "What exists already cannot be proven from here. Either check the plans or templates that"
        + " make it together with this one, or declare it in trailproof.yaml, as far as that is"
        + " true"
        + wanted.regions().stream()
            .map(one -> " (all of it in " + one + ")")
            .collect(Collectors.joining())
        + ":\n\n"
        + declared(wanted).indent(4).stripTrailing();
  }

  private static String declared(Wanted wanted) {
    StringBuilder out = new StringBuilder("declared:\n");
    wanted
        .trail()
        .ifPresent(
            arn ->
                out.append("  trail:\n    type: aws.cloudtrail.Trail\n    arn: ")
                    .append(arn)
                    .append("\n    logging: true\n    multiRegion: true\n")
                    .append("    globalServiceEvents: true\n    logGroup: !ref trail-logs.arn\n"));
    wanted
        .group()
        .ifPresent(
            group -> {
              out.append("  trail-logs:\n    type: aws.logs.LogGroup\n    name: ")
                  .append(group.name())
                  .append('\n');
              place(group.arn().or(wanted::trail), out);
            });
    wanted.topic().ifPresent(arn -> topic(arn, wanted, out));
    return out.toString();
  }

  private static void place(Optional<String> arn, StringBuilder out) {
    arn.map(text -> text.split(":", -1))
        .ifPresent(
            parts ->
                out.append("    region: ")
                    .append(parts[3])
                    .append("\n    account: \"")
                    .append(parts[4])
                    .append("\"\n"));
  }

  private static void topic(String arn, Wanted wanted, StringBuilder out) {
    out.append("  alerts:\n    type: aws.sns.Topic\n    arn: ").append(arn).append('\n');
    if (!wanted.subscribes()) {
      out.append("  subscriber:\n    type: aws.sns.Subscription\n    topic: !ref alerts.arn\n")
          .append("    protocol: email\n    endpoint: ADDRESS # whoever follows the topic\n");
    }
  }
}
