package io.trailproof.starter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the comments of a chain say, whatever its dialect. */
final class Remarks {
  static final String BUCKET = "A trail cannot be without a bucket: here the records are kept.";
  static final String PRIVATE = "Nobody else is to read them.";
  static final String BUCKET_POLICY =
      "CloudTrail has to look at the bucket's ACL and to write below AWSLogs; aws:SourceArn keeps"
          + " every other trail out.";
  static final String GROUP =
      "Here the metric filters look. They see a record when it arrives, so how long it stays is a"
          + " matter of taste and cost.";
  static final String ROLE = "By this role CloudTrail writes to the log group.";
  static final String MAY_WRITE = "It may do nothing else, and nowhere else.";
  static final String TRAIL =
      "Records the calls of every Region, and of services that are in none, such as IAM.";
  static final String TOPIC =
      "One topic for all alarms. It is not encrypted: CloudWatch may not use the key of SNS, and a"
          + " key of your own has to let cloudwatch.amazonaws.com decrypt and generate data keys.";
  static final String TOPIC_POLICY =
      "A topic with a policy takes what the policy lets in: the alarms of this account.";
  static final String SUBSCRIPTION =
      "Tells nobody before the link is followed that AWS sends to the address.";
  static final String ALARM =
      "One is enough. Where nothing is counted there is no data, and all is well.";
  static final String MORE_PATTERNS =
      "A pattern holds 1,024 characters, so this one counts the rest, into the same metric.";

  /** How many rules a sentence still names. */
  private static final int NAMED = 3;

  private Remarks() {}

  /** What a filter is there for. */
  static String filter(Watched change, int index) {
    return index > 0
        ? MORE_PATTERNS
        : sentence(change.subject()) + ": this counts the records of it.";
  }

  /** What an alarm tells. */
  static String description(Watched change) {
    return sentence(change.subject()) + " (trailproof rule " + change.id() + ")";
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** What the whole is, and how it is proven. */
  static String head(Wanted wanted, String dialect, String commands) {
    return "Somebody is told of "
        + told(wanted.changes())
        + ":\n\n"
        + "    trail -> log group -> metric filter -> alarm -> topic -> subscription\n\n"
        + "Written by `trailproof init "
        + dialect
        + "`, to be changed at will. That it still does what it is for is proven by\n\n"
        + commands.indent(4).stripTrailing()
        + Elsewhere.remark(wanted);
  }

  private static String told(List<Watched> changes) {
    return changes.size() > NAMED
        ? changes.size() + " things, which the comments below name"
        : changes.stream().map(Watched::subject).collect(Collectors.joining(", "));
  }
}
