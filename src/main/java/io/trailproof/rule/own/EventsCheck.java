package io.trailproof.rule.own;

import io.trailproof.aws.eventselector.CallKind;
import io.trailproof.aws.filterpattern.EmptyPattern;
import io.trailproof.aws.filterpattern.JsonExpression;
import io.trailproof.aws.filterpattern.JsonPattern;
import io.trailproof.aws.filterpattern.NodeCondition;
import io.trailproof.aws.filterpattern.Operand;
import io.trailproof.aws.filterpattern.coverage.CallOutcome;
import io.trailproof.aws.filterpattern.coverage.Reach;
import io.trailproof.aws.filterpattern.insight.EventNames;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.rule.CallAccess;
import io.trailproof.rule.Event;
import io.trailproof.rule.Rule;
import io.trailproof.rule.adapter.EventScenario;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the events of a rule that was read are such as CloudTrail records, as far as is known:
 * names that services have, and conditions that some record meets. Bundled rules are checked by the
 * tests, so that a run need not pay for it.
 */
public final class EventsCheck {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com");

  /** A shorter name of a service is too near to those of others to be taken for a slip. */
  private static final int LONG = "config.amazonaws.com".length();

  private static final String SPELT =
      "records name a service as `iam.amazonaws.com`, CloudWatch as `monitoring.amazonaws.com`";

  private static final String REFUSED =
      "a call that succeeds has no `errorCode`; `outcome: failure` means those that were refused";

  private static final String NEWER =
      "a call that is newer than this version can be given by a `pattern` with a `name`";

  private final EventNames names = EventNames.bundled();
  private final List<Diagnostic> problems = new ArrayList<>();

  private EventsCheck() {}

  /**
   * What is wrong with them. Those that a rule has of the one that it is compared with are that
   * one's.
   *
   * @param root the file that the rule was read from
   */
  public static List<Diagnostic> of(Node root, Rule rule) {
    EventsCheck check = new EventsCheck();
    Iterator<Event> events = rule.events().iterator();
    member(root, "events")
        .ifPresent(written -> items(written).forEach(entry -> check.entry(entry, events)));
    return List.copyOf(check.problems);
  }

  private static Optional<Node> member(Node node, String key) {
    return node.asMapping().flatMap(mapping -> mapping.get(key));
  }

  private static List<Node> items(Node node) {
    return node.asSequence().map(Node.Sequence::items).orElse(List.of(node));
  }

  private static Span place(Node entry, String... keys) {
    for (String key : keys) {
      Optional<Node> node = member(entry, key);
      if (node.isPresent()) {
        return node.get().span();
      }
    }
    return entry.span();
  }

  private void entry(Node entry, Iterator<Event> events) {
    Optional<Node> source = member(entry, "source");
    boolean known = source.isEmpty() || isSource(source.get());
    Optional<Node> pattern = member(entry, "pattern");
    boolean exact = isExact(pattern.or(() -> member(entry, "when")));
    if (pattern.isPresent() && events.hasNext()) {
      Event event = events.next();
      named(pattern.get(), EventScenario.pattern(event.pattern().orElseThrow()));
      if (exact) {
        possible(event, place(entry, "pattern"), false);
      }
      return;
    }
    for (Node name : items(member(entry, "names").orElse(entry))) {
      if (events.hasNext()) {
        Event event = events.next();
        if (known && isName(event, name.span()) && exact) {
          agrees(event, entry);
        }
      }
    }
  }

  /** A rule says what it asks in words whose meaning is known. */
  private boolean isExact(Optional<Node> written) {
    int before = problems.size();
    written
        .flatMap(Node::asString)
        .ifPresent(
            text ->
                EventScenario.pattern(text).tests().stream()
                    .filter(test -> test.isDoubtful() || isDoubtful(test.condition()))
                    .forEach(
                        test ->
                            problems.add(
                                EventError.DOUBTFUL.at(part(written.get(), test), test.print()))));
    return problems.size() == before;
  }

  private static boolean isDoubtful(NodeCondition condition) {
    return condition instanceof NodeCondition.Compare compare
        && compare.value() instanceof Operand.Text text
        && (!text.doubt().isEmpty() || text.hasStarWithin());
  }

  private boolean isSource(Node node) {
    String source = node.asString().orElse("");
    boolean written = SOURCE.matcher(source).matches();
    Optional<String> near =
        names.sources().stream()
            .filter(one -> !written && one.startsWith(source.toLowerCase(Locale.ROOT) + "."))
            .findFirst()
            .or(() -> written && source.length() < LONG ? Optional.empty() : slip(source));
    if (!written || near.isPresent()) {
      problems.add(
          (written ? EventError.UNKNOWN_SOURCE : EventError.SOURCE)
              .at(node.span(), source)
              .withHelp(near.map(one -> "did you mean `" + one + "`?").orElse(SPELT)));
    }
    return written && near.isEmpty();
  }

  private Optional<String> slip(String source) {
    return names.knows(source) ? Optional.empty() : names.nearestSource(source);
  }

  private boolean isName(Event event, Span place) {
    Optional<String> recorded = names.recordedAs(event.source(), event.name());
    if (recorded.isPresent()) {
      problems.add(EventError.RECORDED_AS.at(place, event.name(), recorded.get()));
      return false;
    }
    if (names.knows(event.source()) && !names.has(event.source(), event.name())) {
      problems.add(
          EventError.UNKNOWN_NAME
              .at(place, event.source(), event.name())
              .withHelp(
                  names
                      .nearest(event.name(), event.source())
                      .map(near -> "did you mean `" + near + "`?")
                      .orElse(NEWER)));
      return false;
    }
    return true;
  }

  private void agrees(Event event, Node entry) {
    boolean read = event.access().filter(CallAccess.READ::equals).isPresent();
    if (read && CallKind.of(event.source(), event.name()) == CallKind.MANAGEMENT_WRITE) {
      problems.add(EventError.NO_READ.at(place(entry, "access"), event.name()));
    } else if (!event.isNameAlone()) {
      possible(event, place(entry, "when", "outcome"), asksForError(event));
    }
  }

  private static boolean asksForError(Event event) {
    return event.outcome() == CallOutcome.SUCCESS
        && event.when().filter(condition -> condition.contains("$.error")).isPresent();
  }

  private void possible(Event event, Span place, boolean asksForError) {
    boolean never =
        Reach.of(new EmptyPattern(), EventScenario.of(event))
            .match(reachable -> false, none -> true, undecided -> false);
    if (never) {
      Diagnostic problem = EventError.NO_RECORD.at(place, event.name());
      problems.add(asksForError ? problem.withHelp(REFUSED) : problem);
    }
  }

  /** The names in a pattern that are a slip of one that there is. */
  private void named(Node pattern, JsonPattern condition) {
    List<String> sources = EventScenario.constants(condition, "$.eventSource");
    boolean ofOthers = sources.stream().anyMatch(source -> !names.knows(source));
    for (JsonExpression.Test test : condition.tests()) {
      Optional<String> name = test.constant();
      boolean asked = test.selector().print().equals("$.eventName");
      if (asked && name.isPresent() && !ofOthers && names.sourcesOf(name.get()).isEmpty()) {
        names
            .nearest(name.get())
            .ifPresent(
                near ->
                    problems.add(
                        EventError.UNKNOWN_ANYWHERE
                            .at(part(pattern, test), name.get())
                            .withHelp("did you mean `" + near + "`?")));
      }
    }
  }

  private static Span part(Node pattern, JsonExpression.Test test) {
    return pattern
        .asScalar()
        .filter(scalar -> test.at().end() <= scalar.text().length())
        .map(scalar -> scalar.part(test.at().start(), test.at().end()))
        .orElse(pattern.span());
  }
}
