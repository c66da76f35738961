package io.trailproof.aws.alarm;

import io.trailproof.aws.alarm.FiringDecision.Rules;
import io.trailproof.aws.alarm.Marks.Mark;
import io.trailproof.aws.alarm.metric.Amount;
import io.trailproof.aws.alarm.metric.Datapoints;
import io.trailproof.kleene.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rules of an alarm applied to a burst where one of its events does not set it off.
 *
 * <p>Of the many ways in which the events may fall into periods a few stand for all. Let {@code k}
 * be the least number of events in one period that breaches, and let every greater number breach as
 * well; where it does not, nothing is decided. Only which periods breach matters then, and fewer of
 * them never help the alarm. If each of the periods that the burst can reach takes {@code k - 1} of
 * the events, none breaches. If the events are more than that, one period breaches for certain; no
 * more than one need do so, as all events may fall into it, or all but one, which makes a datapoint
 * that does not breach beside it. An alarm that these two set off is set off by every other way.
 *
 * <p>The borders of periods may slide along with the minutes (F235). What holds of periods side by
 * side holds of those as well, since they are among them; that a burst sets off nothing is said
 * only where its events lie too far apart for any period.
 */
record BurstDecision(FiringDecision decision, Datapoints datapoints) {

  Firing firing() {
    return Marks.thresholds(datapoints, rules().threshold()).stream()
        .flatMap(limit -> marks(datapoints.idle(), limit).stream().map(idle -> over(limit, idle)))
        .reduce(Firing::agree)
        .orElseThrow();
  }

  private Rules rules() {
    return decision.rules();
  }

  private Burst burst() {
    return decision.burst();
  }

  private List<Mark> marks(Optional<Amount> datapoint, BigDecimal limit) {
    return Marks.marks(datapoint, rules().comparison(), limit);
  }

  private Firing over(BigDecimal limit, Mark idle) {
    Explanations said = new Explanations(rules(), decision.watched(), datapoints, burst());
    Simulation simulation =
        new Simulation(
            rules().evaluation(), new Marks(idle, Mark.BREACHING, Mark.BREACHING, Mark.BREACHING));
    if (simulation.idle() == AlarmState.ALARM) {
      return decision.alwaysOn(idle, said);
    }
    List<Mark> best = new ArrayList<>();
    List<Mark> worst = new ArrayList<>();
    for (Optional<Amount> crowd : datapoints.crowds()) {
      List<Mark> open = crowd.equals(datapoints.idle()) ? List.of(idle) : marks(crowd, limit);
      best.add(open.get(0));
      worst.add(open.get(open.size() - 1));
    }
    Aspect aspect = decision.aspectOfEvent(datapoints);
    if (!best.contains(Mark.BREACHING)) {
      return Firing.no(aspect, said.burstDoesNotBreach());
    }
    List<Mark> many = marks(datapoints.many(), limit);
    if (!many.contains(Mark.BREACHING)) {
      return decision.tooMany(said);
    }
    int least = best.indexOf(Mark.BREACHING) + 1;
    if (staysBreaching(best, least)
        && burst().times() <= burst().mostApart(decision.watched().period()) * (least - 1)) {
      return Firing.no(
          aspect, said.burstStraddles(burst().mostApart(decision.watched().period()), least));
    }
    OptionalInt together = simulation.delay(List.of(Mark.BREACHING));
    if (together.isEmpty()) {
      return Firing.no(Aspect.PERIODS, said.tooManyPeriodsForBurst());
    }
    int enough = worst.indexOf(Mark.BREACHING) + 1;
    if (enough == 0) {
      return Firing.unknown(aspect, said.burstDoesNotBreach());
    }
    if (!staysBreaching(worst, enough) || many.size() > 1) {
      return Firing.unknown(aspect, said.manyDoNotBreach());
    }
    return burst().times() <= burst().mostWindows(decision.watched().period()) * (enough - 1)
        ? Firing.unknown(aspect, said.burstMayStraddle(enough))
        : oneBreaches(simulation, enough == 1 ? Optional.empty() : Optional.of(worst.get(0)), said);
  }

  private static boolean staysBreaching(List<Mark> marks, int from) {
    return marks.subList(from - 1, marks.size()).stream().allMatch(Mark.BREACHING::equals);
  }

  /**
   * One period breaches for certain.
   *
   * @param straggler the datapoint of one event, where it does not breach
   */
  private Firing oneBreaches(Simulation simulation, Optional<Mark> straggler, Explanations said) {
    OptionalInt together = simulation.delay(List.of(Mark.BREACHING));
    OptionalInt parted =
        straggler.map(mark -> simulation.delay(List.of(Mark.BREACHING, mark))).orElse(together);
    if (together.isEmpty() || parted.isEmpty()) {
      return Firing.unknown(Aspect.PERIODS, said.tooManyPeriodsForBurst());
    }
    int delay = Math.max(together.getAsInt(), parted.getAsInt());
    long seconds = delay * decision.watched().period() + (decision.isHourly() ? Burst.HOUR : 0);
    Truth again = simulation.again(decision.watched().period());
    return Firing.yes(
            seconds, again, decision.warnings(delay, again, said), said.burstFires(seconds))
        .resting(
            straggler.map(
                any ->
                    burst().text() + " are counted as near to each other as they happen (F223)"));
  }
}
