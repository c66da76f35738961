package io.trailproof.rule.predicate;

import io.trailproof.rule.Predicate;
import java.util.List;

/** Every predicate that a rule may name. */
public final class Predicates {
  /** In the order of the chain. */
  public static final List<Predicate> ALL =
      List.of(
          new RecordsEvent(),
          new TakesGlobalEvents(),
          new HearsEventRegion(),
          new TrailNamesLogGroupByArn(),
          new InSamePlace(),
          new KeyLetsLogsEncrypt(),
          new LogGroupTakesFilter(),
          new LegalNames(),
          new OneTransformation(),
          new FilterSeesTheRecord(),
          new MatchesEvent(),
          WatchesMetric.byName(),
          WatchesMetric.byNamespace(),
          new WatchesDimensions(),
          new FiresOnOneEvent(),
          new ActsForAlarm(),
          new ActionsFit(),
          new TrailMayDeliver(),
          new TopicTakesAlarms(),
          new TopicLetsAlarmPublish(),
          new KeyLetsAlarmPublish(),
          new FunctionLetsInvoke(),
          new OpensItem(),
          new EventRuleMatches(),
          new EventRuleHearsRegion(),
          new SubscriptionReceivesAlarms(),
          new RecordsAllManagementEvents(),
          new PatternHasNames(),
          new PatternIsPrescribed(),
          new NamesOneMetric(),
          new SubscriptionIsConfirmed());

  private Predicates() {}
}
