package io.trailproof.rule;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.diagnostic.Severity;
import io.trailproof.document.PackedReader;
import io.trailproof.document.PackedWriter;
import io.trailproof.rule.control.Certainty;
import io.trailproof.rule.control.Control;
import io.trailproof.rule.control.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules as the readers of their files made them, packed when trailproof is built: a start neither
 * reads the files again nor checks every name in them. What is written here and what is read stand
 * one above the other, and say the same in the same order.
 */
final class PackedRules {
  private PackedRules() {}

  /** Packs some rules; what one of them is compared with stands before it. */
  static PackedWriter pack(List<Rule> rules) {
    return new PackedWriter().list(rules, PackedRules::pack);
  }

  private static void pack(PackedWriter row, Rule rule) {
    row.text(rule.id())
        .text(rule.title())
        .option(rule.subject(), PackedWriter::text)
        .text(rule.description())
        .text(rule.claim())
        .word(rule.severity());
    pack(row, rule.chain());
    row.list(rule.ways().others(), PackedRules::pack)
        .list(alike(rule.events()), PackedRules::pack)
        .list(rule.controls(), PackedRules::pack)
        .option(rule.comparedWith(), (other, one) -> other.text(one.id()))
        .flag(rule.byDefault());
  }

  /** The rules that were packed. */
  static List<Rule> unpack(PackedReader row, List<Predicate> predicates) {
    PackedConditions conditions = new PackedConditions(predicates);
    List<Rule> rules = new ArrayList<>();
    for (int left = row.number(); left > 0; left--) {
      rules.add(
          new Rule(
              row.text(),
              row.text(),
              row.optionalText(),
              row.text(),
              row.text(),
              row.word(Severity.values()),
              new Ways(
                  chain(row, conditions), List.of(), row.list(chain -> chain(chain, conditions))),
              events(row),
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

  private static void pack(PackedWriter row, Chain chain) {
    row.text(chain.id())
        .text(chain.way())
        .text(chain.title())
        .text(chain.description())
        .list(chain.links(), PackedRules::pack);
  }

  private static Chain chain(PackedReader row, PackedConditions conditions) {
    return new Chain(
        row.text(), row.text(), row.text(), row.text(), row.list(link -> link(link, conditions)));
  }

  private static void pack(PackedWriter row, ChainLink link) {
    row.text(link.name())
        .text(link.title())
        .texts(link.types())
        .texts(link.titles())
        .option(link.particular(), PackedConditions::pack);
    PackedConditions.pack(row, link.relation());
    PackedConditions.pack(row, link.missing());
    row.option(link.unfit(), PackedConditions::pack)
        .list(link.requirements(), PackedConditions::pack);
  }

  private static ChainLink link(PackedReader row, PackedConditions conditions) {
    return new ChainLink(
        row.text(),
        row.text(),
        row.texts(),
        row.texts(),
        row.option(conditions::condition),
        conditions.relation(row),
        conditions.requirement(row),
        row.option(conditions::requirement),
        row.list(conditions::requirement));
  }

  /** Events of one kind that follow on each other are packed with it. */
  private static List<List<Event>> alike(List<Event> events) {
    List<List<Event>> alike = new ArrayList<>();
    for (Event event : events) {
      if (alike.isEmpty() || !alike.get(alike.size() - 1).get(0).kind().equals(event.kind())) {
        alike.add(new ArrayList<>());
      }
      alike.get(alike.size() - 1).add(event);
    }
    return alike;
  }

  private static void pack(PackedWriter row, List<Event> alike) {
    EventKind kind = alike.get(0).kind();
    row.text(kind.source())
        .option(kind.pattern(), PackedWriter::text)
        .option(kind.when(), PackedWriter::text)
        .word(kind.outcome())
        .option(kind.access(), PackedWriter::word)
        .option(kind.regions(), PackedRules::pack)
        .number(kind.burst().times())
        .number(Math.toIntExact(kind.burst().seconds()))
        .option(kind.assumes(), PackedWriter::text)
        .flag(kind.mayBeData())
        .texts(alike.stream().map(Event::name).toList());
  }

  private static List<Event> events(PackedReader row) {
    List<Event> events = new ArrayList<>();
    for (int left = row.number(); left > 0; left--) {
      EventKind kind =
          new EventKind(
              row.text(),
              row.optionalText(),
              row.optionalText(),
              row.word(CallOutcome.values()),
              row.option(access -> access.word(CallAccess.values())),
              row.option(PackedRules::regions),
              new Burst(row.number(), row.number()),
              row.optionalText(),
              row.flag());
      for (String name : row.texts()) {
        events.add(new Event(name, kind));
      }
    }
    return events;
  }

  private static void pack(PackedWriter row, Map<Partition, String> regions) {
    row.list(
        List.copyOf(new TreeMap<>(regions).entrySet()),
        (one, region) -> one.word(region.getKey()).text(region.getValue()));
  }

  private static Map<Partition, String> regions(PackedReader row) {
    Map<Partition, String> regions = new TreeMap<>();
    for (int left = row.number(); left > 0; left--) {
      Partition partition = row.word(Partition.values());
      regions.put(partition, row.text());
    }
    return regions;
  }

  private static void pack(PackedWriter row, Control control) {
    row.text(control.framework())
        .text(control.version())
        .text(control.id())
        .word(control.relation())
        .word(control.certainty())
        .text(control.source())
        .text(control.note());
  }

  private static Control control(PackedReader row) {
    return new Control(
        row.text(),
        row.text(),
        row.text(),
        row.word(Tie.values()),
        row.word(Certainty.values()),
        row.text(),
        row.text());
  }
}
