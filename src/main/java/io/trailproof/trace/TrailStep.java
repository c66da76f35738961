package io.trailproof.trace;

import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.kleene.Partial;
import io.trailproof.kleene.Truth;
import java.util.List;
import java.util.Optional;

/** Whether a trail records the record: its settings, its Region, its selectors (F1 to F14). */
final class TrailStep {
  private final Surroundings around;
  private final Readings readings;
  private final TracedRecord record;

  TrailStep(Surroundings around, TracedRecord record) {
    this.around = around;
    this.readings = around.readings();
    this.record = record;
  }

  /** What a trail makes of the record. */
  Sayings of(Resource trail) {
    Sayings said = around.of(trail);
    Truth logging = readings.flag(trail, "logging", false);
    said.unless(
        logging,
        logging.isNo() ? "it is switched off" : "whether it is switched on cannot be told");
    account(trail, said);
    region(trail, said);
    selectors(trail, said);
    new TrailUpkeep(around).of(trail, said);
    if (said.passes().isYes()) {
      said.yes("it records the call");
    }
    return said;
  }

  private void account(Resource trail, Sayings said) {
    Optional<String> own = readings.text(trail.place().account()).toOptional();
    Optional<String> of = record.account();
    if (own.isEmpty() || of.isEmpty() || own.get().equals(of.get())) {
      return;
    }
    said.unless(
        readings.flag(trail, "organization", false),
        "the record is of another account, whose calls only an organization's trail records");
  }

  private void region(Resource trail, Sayings said) {
    Truth all = readings.flag(trail, "multiRegion", false);
    Truth global = readings.flag(trail, "globalServiceEvents", false);
    if (all.isYes()) {
      said.unless(
          global,
          global.isNo()
              ? "the API refuses a trail of all Regions without the events of global services"
              : "whether it takes the events of global services cannot be told");
      return;
    }
    Value home = around.graph().property(trail, "homeRegion");
    Partial<String> region = readings.text(home.isKnown() ? home : trail.place().region());
    Truth here =
        record
            .region()
            .map(
                where ->
                    region.match(where::equals, () -> false, why -> false)
                        ? Truth.YES
                        : region.isKnown() ? Truth.NO : Truth.UNKNOWN)
            .orElse(Truth.UNKNOWN);
    if (all.isUnknown()) {
      said.unknown("whether it records in all Regions cannot be told");
    } else {
      said.unless(
          here,
          here.isNo()
              ? "it records in one Region alone, and not in that of the record"
              : "it records in one Region alone, which is not told to be that of the record");
    }
    boolean isGlobal = record.source().equals("iam.amazonaws.com");
    if (isGlobal || !global.isNo()) {
      said.unless(
          isGlobal ? global : Truth.YES,
          global.isNo()
              ? "it does not take the events of global services, as IAM is one"
              : "whether it takes the events of global services cannot be told");
    } else if (AtHome.mayBeGlobal(record)) {
      said.unknown("it leaves out global services, and whether the record is of one is not told");
    }
  }

  /** Services some of whose calls count as those of a global service. */
  private static final class AtHome {
    private static final List<String> SERVICES =
        List.of("sts", "cloudfront", "organizations", "route53", "signin");

    static boolean mayBeGlobal(TracedRecord record) {
      return SERVICES.stream().anyMatch(one -> record.source().equals(one + ".amazonaws.com"));
    }
  }

  private void selectors(Resource trail, Sayings said) {
    Partial<List<Value>> basic = readings.items(trail, "eventSelectors");
    Partial<List<Value>> advanced = readings.items(trail, "advancedEventSelectors");
    if (basic.isUnknown() || advanced.isUnknown()) {
      said.unknown("its event selectors cannot be told");
      return;
    }
    if (basic.isKnown() && advanced.isKnown()) {
      said.no("the API refuses basic and advanced event selectors side by side");
      return;
    }
    Truth management = record.isManagement();
    if (!management.isYes()) {
      boolean isPlain = management.isNo() && basic.isUnset() && advanced.isUnset();
      said.say(
          isPlain ? Truth.NO : Truth.UNKNOWN,
          isPlain
              ? "the record is no management event, and the trail takes no others"
              : "whether the trail takes what is no management event is not followed here");
      return;
    }
    SelectorTest test = new SelectorTest(readings, record);
    Truth taken =
        basic.isKnown()
            ? test.anyBasic(basic.orElse(List.of()))
            : advanced.isKnown() ? test.anyAdvanced(advanced.orElse(List.of())) : Truth.YES;
    said.unless(
        taken,
        taken.isNo()
            ? "none of its event selectors takes the call"
            : "whether its event selectors take the call cannot be told");
  }
}
