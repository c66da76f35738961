package io.trailproof.rule;

import io.trailproof.aws.alarm.Burst;
import io.trailproof.aws.eventselector.Partition;
import io.trailproof.aws.filterpattern.FilterPattern;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.aws.filterpattern.syntax.Rejection;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the events of a rule file: one entry, or a list of such. */
final class EventsReader {
  private static final String ANY_REGION = "any";
  private static final List<String> OF_ANY =
      List.of("outcome", "access", "regions", "times", "within", "assumes");

  private final MappingReader file;
  private final List<Event> events = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();

  private EventsReader(MappingReader file) {
    this.file = file;
  }

  /** The events; what is wrong with them is said to the file's reader. */
  static List<Event> read(MappingReader file) {
    EventsReader reader = new EventsReader(file);
    file.get("events")
        .ifPresent(
            node ->
                node.asSequence()
                    .map(Node.Sequence::items)
                    .orElse(List.of(node))
                    .forEach(one -> reader.entry(file.reader(one))));
    if (reader.events.isEmpty()) {
      file.problem(RuleError.NO_EVENTS, file.span());
    }
    return reader.events;
  }

  private void entry(MappingReader entry) {
    if (entry.get("pattern").isPresent()) {
      entry.allow(with("name", "pattern", "source"));
      String name = entry.need("name");
      Optional<String> pattern = pattern(entry, "pattern");
      add(
          entry.get("name").map(Node::span).orElse(entry.span()),
          new Event(
              name,
              entry.text("source").orElse(""),
              Optional.of(pattern.orElse("")),
              Optional.empty(),
              outcome(entry).orElse(CallOutcome.ANY),
              access(entry),
              regions(entry),
              BurstReader.read(entry),
              entry.text("assumes")));
      return;
    }
    entry.allow(with("source", "names", "when"));
    String source = entry.need("source");
    Optional<String> when = pattern(entry, "when");
    CallOutcome outcome = outcome(entry).orElse(CallOutcome.SUCCESS);
    Optional<CallAccess> access = access(entry);
    Optional<Map<Partition, String>> regions = regions(entry);
    Burst burst = BurstReader.read(entry);
    Optional<String> assumes = entry.text("assumes");
    List<Node.Scalar> calls = scalars(entry);
    if (calls.isEmpty()) {
      entry.problem(RuleError.NO_NAMES, entry.span());
    }
    for (Node.Scalar name : calls) {
      add(
          name.span(),
          new Event(
              name.text(),
              source,
              Optional.empty(),
              when,
              outcome,
              access,
              regions,
              burst,
              assumes));
    }
  }

  /** The keys of an entry: its own, and those of any. */
  private static Set<String> with(String... own) {
    Set<String> keys = new LinkedHashSet<>(OF_ANY);
    keys.addAll(List.of(own));
    return keys;
  }

  private void add(Span place, Event event) {
    if (names.add(event.name())) {
      events.add(events.isEmpty() ? event : event.like(events.get(events.size() - 1)));
    } else {
      file.problem(RuleError.SAME_EVENT.at(place, event.name()).withHelp(APART));
    }
  }

  private static final String APART =
      "reports tell events apart by their names; one of these can be a `pattern` with a `name` of"
          + " its own";

  private static List<Node.Scalar> scalars(MappingReader entry) {
    return entry
        .get("names")
        .map(node -> node.asSequence().map(Node.Sequence::items).orElse(List.of(node)))
        .orElse(List.of())
        .stream()
        .flatMap(node -> node.asScalar().stream())
        .toList();
  }

  /** A condition on records in the pattern language. */
  private static Optional<String> pattern(MappingReader entry, String key) {
    Optional<String> text = entry.text(key);
    text.ifPresent(
        written -> {
          Node node = entry.get(key).orElseThrow();
          FilterPattern.parse(written)
              .match(
                  accepted -> {
                    if (!(accepted.pattern() instanceof JsonPattern)) {
                      entry.problem(RuleError.PATTERN, node.span());
                    }
                    return true;
                  },
                  rejected -> {
                    Rejection first = rejected.rejections().get(0);
                    Span place =
                        node.asScalar()
                            .map(scalar -> scalar.part(first.start(), first.end()))
                            .orElse(node.span());
                    entry.problem(RuleError.REFUSED_PATTERN, place, first.message());
                    return false;
                  });
        });
    return text;
  }

  private static Optional<CallOutcome> outcome(MappingReader entry) {
    return word(entry, "outcome", List.of(CallOutcome.SUCCESS, CallOutcome.FAILURE));
  }

  private static Optional<CallAccess> access(MappingReader entry) {
    return word(entry, "access", List.of(CallAccess.values()));
  }

  private static <E extends Enum<E>> Optional<E> word(
      MappingReader entry, String key, List<E> values) {
    Optional<String> word = entry.text(key);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> value =
        values.stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word.get()))
            .findFirst();
    if (value.isEmpty()) {
      List<String> words = values.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
      entry.problem(
          RuleError.WORD
              .at(place(entry, key), key, String.join("`, `", words), word.get())
              .withHelp(DidYouMean.help(word.get(), words)));
    }
    return value;
  }

  private static Span place(MappingReader entry, String key) {
    return entry.get(key).map(Node::span).orElse(entry.span());
  }

  /** The Region of each partition in which the calls are recorded; none for that of the caller. */
  private static Optional<Map<Partition, String>> regions(MappingReader entry) {
    Optional<Node> node = entry.get("regions");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Map<Partition, String> regions = new EnumMap<>(Partition.class);
    if (node.get().asMapping().isEmpty()) {
      Optional<String> word = entry.text("regions");
      if (word.isPresent() && !word.get().equals(ANY_REGION)) {
        entry.problem(RuleError.REGIONS, node.get().span());
      }
      return Optional.of(regions);
    }
    MappingReader reader = entry.reader(node.get());
    List<String> known = Stream.of(Partition.values()).map(Partition::id).toList();
    for (Node.Member member : reader.members()) {
      Optional<Partition> partition =
          Stream.of(Partition.values()).filter(one -> one.id().equals(member.key())).findFirst();
      Optional<String> region = reader.text(member.key());
      if (partition.isEmpty()) {
        entry.problem(
            RuleError.PARTITION
                .at(member.keySpan(), member.key())
                .withHelp(DidYouMean.help(member.key(), known)));
      } else if (region.flatMap(Partition::of).equals(partition)) {
        regions.put(partition.get(), region.orElseThrow());
      } else {
        entry.problem(
            RuleError.REGION, member.value().span(), region.orElse(""), partition.get().id());
      }
    }
    return Optional.of(regions);
  }
}
