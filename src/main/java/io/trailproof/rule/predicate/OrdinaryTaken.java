package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.coverage.OrdinaryRecords;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.json.Json;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import java.util.List;

/**
 * F150: an alarm that never leaves ALARM tells nobody, and no input shows how quiet the account is.
 */
final class OrdinaryTaken {
  private OrdinaryTaken() {}

  /**
   * Unknown if records that any account writes all the time are taken, unless they are events of
   * the rule themselves, which are meant to be taken.
   *
   * @param taken those that are taken
   * @param value what takes it, a pattern or a query
   */
  static Judgement judge(List<Json.Obj> taken, Event event, Value value, Resource holder) {
    return taken.stream()
        .filter(one -> !isOf(event, one))
        .findFirst()
        .map(
            one ->
                Judgement.unknown(
                    "it matches ordinary records as well, such as a successful `"
                        + name(one)
                        + "` of "
                        + service(one)
                        + ", so a busy account may keep the alarm in ALARM, and"
                        + " then it tells nobody of a change",
                    value,
                    holder))
        .orElse(Judgement.pass());
  }

  private static boolean isOf(Event event, Json.Obj record) {
    return FilterPattern.parse(event.asPattern())
        .match(accepted -> accepted.pattern().matches(record) != Truth.NO, rejected -> false);
  }

  private static String service(Json.Obj record) {
    return record.members().get("eventSource") instanceof Json.Str source
            && !OrdinaryRecords.isOfAny(record)
        ? "`" + source.value() + "`"
        : "any service";
  }

  private static String name(Json.Obj record) {
    return record.members().get("eventName") instanceof Json.Str name ? name.value() : "read";
  }
}
