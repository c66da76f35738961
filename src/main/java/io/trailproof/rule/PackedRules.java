package io.trailproof.rule;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.diagnostic.Severity;
import io.trailproof.json.Json;
import io.trailproof.rule.PackedRow.Reader;
import io.trailproof.rule.PackedRow.Writer;
import io.trailproof.rule.control.Certainty;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.Tie;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules as the readers of their files made them, packed when trailproof is built: a start neither
 * reads the files again nor checks every name in them. What is written here and what is read stand
 * one above the other, and say the same in the same order.
 */
final class PackedRules {
  private PackedRules() {}

  /** Packs some rules; what one of them is compared with stands before it. */
  static Json pack(List<Rule> rules) {
    List<Json> rows = new ArrayList<>();
    for (Rule rule : rules) {
      rows.add(
          new Writer()
              .text(rule.id())
              .text(rule.title())
              .option(rule.subject(), Json.Str::new)
              .text(rule.description())
              .text(rule.claim())
              .word(rule.severity())
              .add(pack(rule.chain()))
              .list(rule.ways().others(), PackedRules::pack)
              .list(rule.events(), PackedRules::pack)
              .list(rule.controls(), PackedRules::pack)
              .option(rule.comparedWith(), other -> new Json.Str(other.id()))
              .flag(rule.byDefault())
              .row());
    }
    return new Json.Arr(rows);
  }

  /** The rules that were packed. */
  static List<Rule> unpack(Json packed, List<Predicate> predicates) {
    PackedConditions conditions = new PackedConditions(predicates);
    List<Rule> rules = new ArrayList<>();
    for (Json one : packed.elements()) {
      Reader row = new Reader(one);
      rules.add(
          new Rule(
              row.text(),
              row.text(),
              row.optionalText(),
              row.text(),
              row.text(),
              Severity.valueOf(row.text()),
              new Ways(
                  chain(row.next(), conditions),
                  List.of(),
                  row.list(chain -> chain(chain, conditions))),
              row.list(PackedRules::event),
              row.list(PackedRules::control),
              row.optionalText().map(id -> named(id, rules)),
              row.flag(),
              List.of()));
    }
    return rules;
  }

  private static Rule named(String id, List<Rule> rules) {
    for (Rule rule : rules) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    throw new IllegalStateException("no rule before it is " + id);
  }

  private static Json pack(Chain chain) {
    return new Writer()
        .text(chain.id())
        .text(chain.way())
        .text(chain.title())
        .text(chain.description())
        .list(chain.links(), PackedRules::pack)
        .row();
  }

  private static Chain chain(Json packed, PackedConditions conditions) {
    Reader row = new Reader(packed);
    return new Chain(
        row.text(), row.text(), row.text(), row.text(), row.list(link -> link(link, conditions)));
  }

  private static Json pack(ChainLink link) {
    return new Writer()
        .text(link.name())
        .text(link.title())
        .texts(link.types())
        .texts(link.titles())
        .option(link.particular(), PackedConditions::pack)
        .add(PackedConditions.pack(link.relation()))
        .add(PackedConditions.pack(link.missing()))
        .option(link.unfit(), PackedConditions::pack)
        .list(link.requirements(), PackedConditions::pack)
        .row();
  }

  private static ChainLink link(Json packed, PackedConditions conditions) {
    Reader row = new Reader(packed);
    return new ChainLink(
        row.text(),
        row.text(),
        row.texts(),
        row.texts(),
        row.option(conditions::condition),
        conditions.relation(row.next()),
        conditions.requirement(row.next()),
        row.option(conditions::requirement),
        row.list(conditions::requirement));
  }

  private static Json pack(Event event) {
    return new Writer()
        .text(event.name())
        .text(event.source())
        .option(event.pattern(), Json.Str::new)
        .option(event.when(), Json.Str::new)
        .word(event.outcome())
        .option(event.access(), access -> new Json.Str(access.name()))
        .option(event.regions(), PackedRules::pack)
        .number(event.burst().times())
        .number(event.burst().seconds())
        .option(event.assumes(), Json.Str::new)
        .row();
  }

  private static Event event(Json packed) {
    Reader row = new Reader(packed);
    return new Event(
        row.text(),
        row.text(),
        row.optionalText(),
        row.optionalText(),
        CallOutcome.valueOf(row.text()),
        row.optionalText().map(CallAccess::valueOf),
        row.option(PackedRules::regions),
        new Burst(Math.toIntExact(row.number()), row.number()),
        row.optionalText());
  }

  private static Json pack(Map<Partition, String> regions) {
    Writer row = new Writer();
    for (Partition partition : Partition.values()) {
      Optional.ofNullable(regions.get(partition))
          .ifPresent(region -> row.word(partition).text(region));
    }
    return row.row();
  }

  private static Map<Partition, String> regions(Json packed) {
    Map<Partition, String> regions = new EnumMap<>(Partition.class);
    List<Json> words = packed.elements();
    for (int i = 0; i < words.size(); i += 2) {
      regions.put(
          Partition.valueOf(((Json.Str) words.get(i)).value()),
          ((Json.Str) words.get(i + 1)).value());
    }
    return regions;
  }

  private static Json pack(Control control) {
    return new Writer()
        .text(control.framework())
        .text(control.version())
        .text(control.id())
        .word(control.relation())
        .word(control.certainty())
        .text(control.source())
        .text(control.note())
        .row();
  }

  private static Control control(Json packed) {
    Reader row = new Reader(packed);
    return new Control(
        row.text(),
        row.text(),
        row.text(),
        Tie.valueOf(row.text()),
        Certainty.valueOf(row.text()),
        row.text(),
        row.text());
  }
}
