package io.trailproof.input.cloudformation.stack;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls of AWS's APIs that make a link of a chain, and what they make. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists are copies that nobody can change
enum Making {
  TRAIL(
      Set.of("aws.cloudtrail.Trail"),
      "(?:create|update)_?trail",
      "cloudtrail:CreateTrail",
      "cloudtrail:UpdateTrail"),
  METRIC_FILTER(Set.of("aws.logs.MetricFilter"), "put_?metric_?filter", "logs:PutMetricFilter"),
  ALARM(Set.of("aws.cloudwatch.Alarm"), "put_?metric_?alarm", "cloudwatch:PutMetricAlarm"),
  LOG_ALARM(Set.of("aws.cloudwatch.LogAlarm"), "put_?log_?alarm", "cloudwatch:PutLogAlarm"),
  COMPOSITE_ALARM(
      Set.of("aws.cloudwatch.CompositeAlarm"),
      "put_?composite_?alarm",
      "cloudwatch:PutCompositeAlarm"),
  SUBSCRIPTION(
      Set.of("aws.sns.Subscription"),
      "sns\\.subscribe(?=\\()|Subscribe(?=Command\\b)",
      "sns:Subscribe"),
  CHAT_CHANNEL(
      Set.of("aws.chatbot.ChannelConfiguration"),
      "(?:create|update)_?(?:slack|microsoft_?teams)_?channel_?configuration",
      "chatbot:CreateSlackChannelConfiguration",
      "chatbot:UpdateSlackChannelConfiguration",
      "chatbot:CreateMicrosoftTeamsChannelConfiguration",
      "chatbot:UpdateMicrosoftTeamsChannelConfiguration"),
  EVENT_RULE(
      Set.of("aws.events.Rule"), "events\\.put_?rule|PutRule(?=Command\\b)", "events:PutRule"),
  EVENT_TARGET(
      Set.of("aws.events.Target"),
      "events\\.put_?targets|PutTargets(?=Command\\b)",
      "events:PutTargets"),
  /** What a template makes may be anything. */
  STACK(
      Set.of(),
      "(?:create|update)_?stack(?:_?set|_?instances)?(?=\\()|(?:Create|Update)Stack(?:Set|Instances)?(?=Command\\b)",
      "cloudformation:CreateStack",
      "cloudformation:UpdateStack",
      "cloudformation:CreateStackInstances",
      "cloudformation:CreateResource");

  private final Set<String> types;
  private final Pattern call;
  private final List<String> actions;

  Making(Set<String> types, String call, String... actions) {
    this.types = types;
    this.call = Pattern.compile("(?i)\\b(?:" + call + ")(?=\\(|Command\\b|\\b)");
    this.actions = List.of(actions);
  }

  /** The canonical types of what is made; empty where it may be anything. */
  Set<String> types() {
    return types;
  }

  /** The call in the code of a program, in Python's and in JavaScript's spelling. */
  Pattern call() {
    return call;
  }

  /** The permissions of which one is needed. */
  List<String> actions() {
    return actions;
  }
}
