package io.trailproof.rule.predicate;

import io.trailproof.aws.filterpattern.insight.Alternatives;
import io.trailproof.aws.filterpattern.insight.Alternatives.Alternative;
import io.trailproof.diagnostic.Assumed;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.rule.Assumption;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Labels;
import io.trailproof.rule.Note;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.adapter.WrittenPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether the text of a pattern is the one that a benchmark prescribes. */
final class PrescribedPattern {
  /** Leaves out calls that were refused (F29). */
  private static final String NO_ERROR = "$.errorCode NOT EXISTS";

  private PrescribedPattern() {}

  /**
   * The pattern is the one of an audit text, as somebody reads it (F29, F41, F43, F113): where the
   * text lists names of calls, each is an alternative of the filter's own, beside the service where
   * the text asks for it; where it describes records, its terms are the filter's.
   *
   * <p>An audit reads one filter and compares text, so what only means the same is not what it asks
   * for: wildcards, regular expressions, bare words, or several filters that share the names.
   */
  static Judgement hasNames(Step step, EventKind kind, Map<String, String> arguments) {
    Read read = step.graph().once(Read.class, Read::new);
    Asked asked = new Asked(step.resource().id(), kind.source(), arguments);
    return WrittenPattern.judge(
        step,
        written ->
            read.named(
                written.value(), asked, () -> compare(step, kind.source(), arguments, written)));
  }

  private static Judgement compare(
      Step step, String source, Map<String, String> arguments, WrittenPattern written) {
    List<Alternatives> lists =
        Stream.of("benchmark", "earlier")
            .flatMap(name -> Optional.ofNullable(arguments.get(name)).stream())
            .flatMap(text -> WrittenPattern.alternatives(text).stream())
            .filter(one -> listsNames(one, source))
            .toList();
    return lists.isEmpty()
        ? compareTerms(step, written, arguments)
        : compareNames(step, source, lists, written, WrittenPattern.alternatives(written.text()));
  }

  /** Names of calls, with the service that they are calls of beside them or not. */
  private static boolean listsNames(Alternatives benchmark, String source) {
    return benchmark.all().stream()
        .allMatch(
            one -> one.name().isPresent() && Set.of(sourceTerm(source)).containsAll(one.others()));
  }

  /** Order, parentheses, blanks and quotes are nothing to a reader. */
  private static Judgement compareTerms(
      Step step, WrittenPattern written, Map<String, String> arguments) {
    Optional<Set<Alternative>> mine = terms(written.text());
    String difference = "";
    for (String name : List.of("benchmark", "earlier")) {
      String text = arguments.get(name);
      if (text == null) {
        continue;
      }
      Set<Alternative> theirs = prescribed(text);
      if (written.text().equals(text) || mine.filter(theirs::equals).isPresent()) {
        return Judgement.pass();
      }
      if (difference.isEmpty()) {
        difference = difference(mine, theirs);
      }
    }
    Judgement other =
        Judgement.fail(
            written.value().origin().sensitive() ? "it is another pattern" : difference,
            Labels.at(written.value(), step.resource()));
    return isLikeOne(mine, arguments.values()) ? ofItsKind(other) : other;
  }

  /** A filter that is meant for this text and is not as it wants. */
  private static Judgement ofItsKind(Judgement judgement) {
    return judgement.verdict() == Verdict.FAIL ? judgement.staying() : judgement;
  }

  /**
   * Whether a pattern has a term of a prescribed one beside the names of calls, or most of these.
   */
  private static boolean isLikeOne(Optional<Set<Alternative>> mine, Iterable<String> prescribed) {
    Set<String> own = words(mine.orElse(Set.of()));
    for (String one : prescribed) {
      Set<String> theirs = words(prescribed(one));
      boolean tells =
          theirs.stream().anyMatch(word -> !word.startsWith("$.event") && own.contains(word));
      if (tells || (theirs.size() > 2 && shareMost(own, theirs))) {
        return true;
      }
    }
    return false;
  }

  /** Whether half of the words of either are the other's too. */
  private static boolean shareMost(Set<String> own, Set<String> theirs) {
    long shared = theirs.stream().filter(own::contains).count();
    return shared > 0 && 2 * shared >= Math.min(own.size(), theirs.size());
  }

  /** What a judgement hangs on beside the pattern: of an event no more than its service. */
  private record Asked(ResourceId filter, String source, Map<String, String> arguments) {}

  /** What came of patterns, worked out once for all events. */
  private static final class Read {
    private final IdentityHashMap<Value, Map<Asked, Judgement>> named = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Map<Asked, Judgement>> prescribed =
        new IdentityHashMap<>();

    /** Whether a pattern has names; a filter that stands for several has each at its own place. */
    Judgement named(Value pattern, Asked asked, Supplier<Judgement> judge) {
      return once(named, pattern, asked, judge);
    }

    /** The same of whether it is a prescribed one, to which no event matters. */
    Judgement prescribed(Value pattern, Asked asked, Supplier<Judgement> judge) {
      return once(prescribed, pattern, asked, judge);
    }

    private static Judgement once(
        IdentityHashMap<Value, Map<Asked, Judgement>> judged,
        Value pattern,
        Asked asked,
        Supplier<Judgement> judge) {
      return judged
          .computeIfAbsent(pattern, any -> new HashMap<>())
          .computeIfAbsent(asked, any -> judge.get());
    }
  }

  /** The first of the lists that the pattern has, or what it lacks of the first. */
  private static Judgement compareNames(
      Step step,
      String source,
      List<Alternatives> lists,
      WrittenPattern written,
      Optional<Alternatives> read) {
    Label[] labels = Labels.at(written.value(), step.resource());
    if (read.isEmpty()) {
      return Judgement.fail("it is no JSON pattern of event names", labels);
    }
    Judgement best =
        lists.stream()
            .map(list -> compareNames(step, source, list, written, read.get()))
            .reduce(Judgement::or)
            .orElseThrow();
    return shareMost(Set.copyOf(read.get().names()), Set.copyOf(lists.get(0).names()))
        ? ofItsKind(best)
        : best;
  }

  private static Judgement compareNames(
      Step step, String source, Alternatives wanted, WrittenPattern written, Alternatives read) {
    Label[] labels = Labels.at(written.value(), step.resource());
    List<String> missing =
        wanted.names().stream().filter(name -> !read.names().contains(name)).toList();
    if (!missing.isEmpty()) {
      return Judgement.fail(lacking(missing), labels);
    }
    Set<String> allowed = Set.of(sourceTerm(source), NO_ERROR);
    boolean leavesOutErrors = false;
    for (Alternative one : wanted.all()) {
      String name = one.name().orElseThrow();
      List<Alternative> plain =
          read.of(name).filter(own -> allowed.containsAll(own.others())).toList();
      if (plain.isEmpty()) {
        return Judgement.fail(extra(read, name, allowed, written), labels);
      }
      Optional<Alternative> whole =
          plain.stream().filter(own -> own.others().containsAll(one.others())).findFirst();
      if (whole.isEmpty()) {
        return Judgement.fail(
            "it has `" + name + "` without `" + String.join("`, `", one.others()) + "`", labels);
      }
      leavesOutErrors |= whole.get().others().contains(NO_ERROR);
    }
    return leavesOutErrors ? Judgement.pass().noting(withoutErrors(step)) : Judgement.pass();
  }

  private static String lacking(List<String> missing) {
    String first = "it has no alternative `" + missing.get(0) + "`";
    return missing.size() == 1 ? first : first + ", nor " + (missing.size() - 1) + " more";
  }

  private static String extra(
      Alternatives read, String name, Set<String> allowed, WrittenPattern written) {
    if (written.value().origin().sensitive()) {
      return "the names have terms beside them that the audit text has not";
    }
    Set<String> extra = new TreeSet<>();
    read.of(name).forEach(one -> extra.addAll(one.others()));
    extra.removeAll(allowed);
    return "the audit text has no `" + String.join("` and no `", extra) + "`";
  }

  /** F29. */
  private static Note withoutErrors(Step step) {
    return new Note(
        "audit-extra-term",
        "the pattern leaves out calls that were refused, which the audit text does not (F29)",
        step.resource().address());
  }

  /**
   * The pattern of a filter is one of those that the arguments give: Security Hub takes "the exact
   * metric filters prescribed", and no more fields or terms (F112).
   *
   * <p>How it compares them is not published. Other blanks are assumed to be no matter; another
   * order, other quotes or parentheses cannot be told.
   */
  static Judgement isPrescribed(Step step, Map<String, String> arguments) {
    Read read = step.graph().once(Read.class, Read::new);
    Asked asked = new Asked(step.resource().id(), "", arguments);
    return WrittenPattern.judge(
        step,
        written ->
            read.prescribed(
                written.value(), asked, () -> compare(step, written, arguments.values())));
  }

  private static Judgement compare(Step step, WrittenPattern written, Iterable<String> prescribed) {
    String own = written.text();
    for (String one : prescribed) {
      if (own.equals(one)) {
        return Judgement.pass();
      }
    }
    String ownMarks = withoutBlanks(own);
    for (String one : prescribed) {
      if (ownMarks.equals(withoutBlanks(one))) {
        return Judgement.passIf(
            new Assumption(
                Assumed.BLANKS_DO_NOT_MATTER,
                "Security Hub takes no notice of blanks in the pattern (F112)",
                step.resource().address()));
      }
    }
    var labels = Labels.at(written.value(), step.resource());
    Optional<Set<Alternative>> mine = terms(written.text());
    String difference = "";
    for (String one : prescribed) {
      Set<Alternative> theirs = prescribed(one);
      if (mine.filter(theirs::equals).isPresent()) {
        return Judgement.unknown(
            "its terms are the prescribed ones in another order or spelling, and how they are"
                + " compared is not published",
            labels);
      }
      if (difference.isEmpty() || sharesTerms(mine, theirs)) {
        difference = difference(mine, theirs);
      }
    }
    Judgement other =
        Judgement.fail(
            written.value().origin().sensitive() ? "it is another pattern" : difference, labels);
    return isLikeOne(mine, prescribed) ? ofItsKind(other) : other;
  }

  private static Set<Alternative> prescribed(String text) {
    return terms(text).orElse(Set.of());
  }

  private static String withoutBlanks(String text) {
    StringBuilder marks = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && (c < '\t' || c > '\r')) {
        marks.append(c);
      }
    }
    return marks.toString();
  }

  private static Optional<Set<Alternative>> terms(String pattern) {
    return WrittenPattern.alternatives(pattern).map(read -> new HashSet<>(read.all()));
  }

  private static boolean sharesTerms(Optional<Set<Alternative>> mine, Set<Alternative> theirs) {
    return mine.filter(all -> all.stream().anyMatch(theirs::contains)).isPresent();
  }

  /** The first thing that is too much, or else too little. */
  private static String difference(Optional<Set<Alternative>> mine, Set<Alternative> theirs) {
    if (mine.isEmpty()) {
      return theirs.stream().allMatch(one -> one.name().isPresent())
          ? "it is no JSON pattern of event names"
          : "it is a pattern of another kind";
    }
    Set<String> more = words(mine.get());
    more.removeAll(words(theirs));
    if (!more.isEmpty()) {
      return "the prescribed pattern has no `" + more.iterator().next() + "`";
    }
    Set<String> less = words(theirs);
    less.removeAll(words(mine.get()));
    return less.isEmpty()
        ? "its terms are joined in another way than the prescribed ones"
        : "it has no `" + less.iterator().next() + "`";
  }

  private static Set<String> words(Set<Alternative> all) {
    Set<String> words = new TreeSet<>();
    for (Alternative one : all) {
      one.name().ifPresent(name -> words.add("$.eventName=" + name));
      words.addAll(List.copyOf(one.others()));
    }
    return words;
  }

  /** The service whose events they are: Security Hub writes it, the text of CIS does not. */
  private static String sourceTerm(String eventSource) {
    return "$.eventSource=" + eventSource;
  }
}
