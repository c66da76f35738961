package io.trailproof.report.told;

import io.trailproof.check.result.Before;
import io.trailproof.check.result.EventProof;
import io.trailproof.check.result.Finding;
import io.trailproof.check.result.Outlook;
import io.trailproof.check.result.RuleResult;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.BrokenJson;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.Event;
import io.trailproof.rule.Note;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.control.Certainty;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a result and what came of it. The rule is what the result says of it, whether a rule of
 * this name is bundled or not: what was judged is what is reported.
 */
final class ToldRule {
  private ToldRule() {}

  static RuleResult of(Members told) throws BrokenJson {
    ToldChains chains = ToldChains.of(told);
    ToldEvents events = ToldEvents.of(told, chains);
    RuleResult result =
        new RuleResult(
            rule(told, chains, events.proofs().stream().map(EventProof::event).toList()),
            events.proofs(),
            events.accounts(),
            told.objects("assumptions", ToldRule::assumption),
            told.objects("notes", ToldRule::note),
            told.objects("findings", ToldFinding::of),
            told.objects("outlooks", ToldRule::outlook),
            Optional.empty(),
            events.otherWays(told));
    told.agree(told.text("verdict"), result.word());
    for (Finding finding : result.findings()) {
      if (finding.events().isEmpty() || finding.verdict().compareTo(result.verdict()) < 0) {
        told.agree(finding.verdict().word(), result.word());
      }
    }
    return result;
  }

  private static Rule rule(Members told, ToldChains chains, List<Event> events) throws BrokenJson {
    List<Control> controls = new ArrayList<>();
    List<Control> asked = new ArrayList<>();
    for (Members one : told.objects("controls", any -> any)) {
      Control control =
          new Control(
              one.own("framework"),
              one.own("version"),
              one.own("id"),
              one.oneOf("relation", Tie.values(), Tie::word),
              one.oneOf("certainty", Certainty.values(), Certainty::word),
              "",
              "");
      controls.add(control);
      if (one.flagIfAny("asked")) {
        asked.add(control);
      }
    }
    return new Rule(
        told.own("id"),
        told.said("title"),
        told.textIfAny("subject"),
        told.text("description"),
        told.own("claim"),
        told.oneOf("severity", Severity.values(), Severity::word),
        chains.ways(),
        events,
        controls,
        Optional.empty(),
        false,
        asked);
  }

  private static Assumption assumption(Members told) throws BrokenJson {
    return new Assumption(
        told.oneOf("code", Assumed.values(), Assumed::code),
        told.said("message"),
        told.text("address"));
  }

  private static Note note(Members told) throws BrokenJson {
    return new Note(told.own("code"), told.said("message"), told.text("address"));
  }

  private static Outlook outlook(Members told) throws BrokenJson {
    return new Outlook(
        told.texts("when"),
        told.oneOf("verdict", Verdict.values(), Verdict::word),
        told.owns("broken"),
        List.of());
  }

  /** The same beside what came of it before, which names the events where nothing is left. */
  static RuleResult after(RuleResult now, Members before) throws BrokenJson {
    List<Verdict> verdicts = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Members one : before.objects("events", any -> any)) {
      events.add(Event.call(one.own("event"), ""));
      verdicts.add(one.oneOf("verdict", Verdict.values(), Verdict::word));
    }
    boolean isOfTheseEvents =
        events.isEmpty() || now.rule().events().isEmpty() || events.equals(now.rule().events());
    if (!isOfTheseEvents) {
      throw before.refused(ResultError.NOT_THE_SHAPE, "events", "those of the rule");
    }
    Before state =
        new Before(
            before.oneOf("verdict", Verdict.values(), Verdict::word),
            verdicts,
            before.texts("lost"));
    return now.rule().events().isEmpty()
        ? RuleResult.notApplicable(withEvents(now.rule(), events)).after(Optional.of(state))
        : now.after(Optional.of(state));
  }

  private static Rule withEvents(Rule rule, List<Event> events) {
    return new Rule(
        rule.id(),
        rule.title(),
        rule.subject(),
        rule.description(),
        rule.claim(),
        rule.severity(),
        rule.ways(),
        events,
        rule.controls(),
        rule.comparedWith(),
        rule.byDefault(),
        rule.asked());
  }
}
