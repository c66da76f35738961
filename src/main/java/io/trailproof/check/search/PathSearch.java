package io.trailproof.check.search;

import io.trailproof.catalog.Catalog;
import io.trailproof.check.result.ChainPath;
import io.trailproof.check.result.PathStep;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Condition;
import io.trailproof.rule.Event;
import io.trailproof.rule.EventKind;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import io.trailproof.source.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best path of one event through a chain: the verdict of an event is the best over all
 * paths, that of a path the worst over its links.
 *
 * <p>A link speaks of itself and of the link before it, so the best way on from a resource does not
 * depend on how it was reached, and is worked out once; where a link looks one further back, once
 * for each resource there.
 */
public final class PathSearch {
  private final ResourceGraph graph;
  private final Catalog catalog;
  private final List<ChainLink> links;
  private final HiddenResources unseen;

  private final CandidateIndex shortlist;
  private final ClosedWorld closedWorld;

  /** The ways on that no event changes, kept from event to event. */
  private final ByLink<ChainPath> lasting;

  /**
   * Those that are the same for all events of a kind; by identity, as kinds are long to compare.
   */
  private final IdentityHashMap<EventKind, ByLink<ChainPath>> ofKind = new IdentityHashMap<>();

  private final int lastEventLink;

  /** The first links of all paths; the same for every event. */
  private @Nullable List<Candidate> starts;

  private final ServedEvents served;

  /** What follows the resource before a link, as far as no event changes it. */
  private final ByLink<LinkCandidates> following;

  /**
   * A search in one graph.
   *
   * @param events those of the rule: what serves most of them is nearest to right
   */
  public PathSearch(ResourceGraph graph, Catalog catalog, Chain chain, List<Event> events) {
    this.graph = graph;
    this.catalog = catalog;
    this.links = chain.links();
    this.served = new ServedEvents(events, this::step);
    this.unseen = new HiddenResources(graph, links, standIn(chain, events));
    this.shortlist = new CandidateIndex(graph);
    this.closedWorld = new ClosedWorld(graph, catalog, types(links));
    this.lasting = new ByLink<>(links.size());
    this.following = new ByLink<>(links.size());
    int last = -1;
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).dependsOnEvent()) {
        last = i;
      }
    }
    this.lastEventLink = last;
  }

  /** What the first link says of a resource of the next that nothing there leads to. */
  private Function<Resource, Judgement> standIn(Chain chain, List<Event> events) {
    Condition otherwise = chain.links().get(0).missing().condition();
    return resource ->
        otherwise instanceof Condition.Holds && !events.isEmpty()
            ? otherwise.judge(new Step(graph, catalog, Optional.empty(), resource), events.get(0))
            : Judgement.pass();
  }

  /**
   * The same for the events of one account.
   *
   * @param records of the first link's resources those that record them
   */
  public ChainPath best(Event event, Predicate<Resource> records) {
    return new OneEvent(new AskedEvent(event)).start(records);
  }

  /** The search for one event. */
  private final class OneEvent {
    private final AskedEvent event;
    private final ByLink<ChainPath> ways = new ByLink<>(links.size());
    private final ByLink<ChainPath> waysOfKind;

    OneEvent(AskedEvent event) {
      this.event = event;
      this.waysOfKind = ofKind.computeIfAbsent(event.kind(), any -> new ByLink<>(links.size()));
    }

    ChainPath start(Predicate<Resource> records) {
      ChainLink link = links.get(0);
      ChainPath best = null;
      for (Candidate candidate : starts()) {
        Resource resource = candidate.resource();
        if (resource.existence() != Existence.UNSEEN && !records.test(resource)) {
          continue;
        }
        PathStep step = judge(link, Optional.empty(), Optional.empty(), candidate);
        best = better(best, goOn(0, step, candidate, Optional.empty()));
        if (isProven(best)) {
          break;
        }
      }
      return best != null
          ? best
          : new ChainPath(List.of(PathStep.missing(link, Optional.empty(), nothing(link))));
    }

    /** A step and the best way on from it. */
    private ChainPath goOn(int index, PathStep step, Candidate candidate, Optional<Resource> from) {
      if (index + 1 == links.size()) {
        return new ChainPath(List.of(step));
      }
      Optional<Resource> earlier =
          links.get(index + 1).looksFurtherBack() ? from : Optional.empty();
      return way(index + 1, new ByLink.Before(candidate.resource(), earlier)).after(step);
    }

    private ChainPath way(int index, ByLink.Before before) {
      ByLink<ChainPath> shared = index > lastEventLink ? lasting : waysOfKind;
      ChainPath path = shared.get(index, before);
      if (path != null) {
        return path;
      }
      ChainPath own = ways.get(index, before);
      return own != null
          ? event.ofItself(own)
          : event.find(
              () -> search(index, before),
              found -> shared.put(index, before, found),
              found -> ways.put(index, before, found));
    }

    private ChainPath search(int index, ByLink.Before before) {
      ChainLink link = links.get(index);
      Resource from = before.from();
      LinkCandidates candidates = following(index, before);
      Map<Candidate, ChainPath> known = new HashMap<>();
      for (Candidate candidate : candidates.linked()) {
        if (candidate.isCertain()) { // what perhaps stands there proves nothing, and is put off
          ChainPath path = follow(index, before, candidate);
          if (isProven(path)) {
            return path;
          }
          known.put(candidate, path);
        }
      }
      ChainPath best = null;
      List<ChainPath> paths = new ArrayList<>();
      for (Candidate candidate : candidates.linked()) {
        ChainPath certain = known.get(candidate);
        ChainPath path = certain != null ? certain : follow(index, before, candidate);
        paths.add(path);
        best = better(best, path);
      }
      if (best != null && paths.size() > 1 && best.failsAtOnce() && link.dependsOnEvent()) {
        best = servesMost(link, from, candidates.linked(), paths);
      }
      boolean failed = best != null && best.verdict() == Verdict.FAIL;
      if ((best == null || (failed && !isTaken(link, from, candidates)))
          && unseen.mayRelateTo(from, link)) {
        // That those do not do which may belong here proves nothing where there may be others.
        ChainPath hidden = notSeen(link, from);
        best = best == null || ChainPath.BETTER_OR_BEFORE.compare(hidden, best) < 0 ? hidden : best;
      }
      if (best == null || (failed && link.dependsOnEvent() && !isTaken(link, from, candidates))) {
        PathStep missing = missing(link, from);
        if (missing.verdict() == Verdict.UNKNOWN) {
          // Neither do those prove anything that are about something else.
          best = better(best, new ChainPath(List.of(missing)));
        } else if (best == null) {
          return new ChainPath(
              List.of(
                  LinkCandidates.nearest(shortlist, PathSearch.this::step, link, from, event)
                      .orElse(missing)));
        }
      }
      return candidates.beyond() == 0
          ? Objects.requireNonNull(best)
          : better(best, tooMany(link, from, candidates.beyond()));
    }

    private ChainPath follow(int index, ByLink.Before before, Candidate candidate) {
      Optional<Resource> from = Optional.of(before.from());
      PathStep step = judge(links.get(index), before.earlier(), from, candidate);
      return goOn(index, step, candidate, from);
    }

    /** Nobody looks at all that perhaps stand here, so that they prove nothing and lack nothing. */
    private ChainPath tooMany(ChainLink link, Resource from, int beyond) {
      Judgement judgement =
          Judgement.unknown(
              "that the "
                  + link.title()
                  + " is any of "
                  + (Limits.PERHAPS_LINKED + beyond)
                  + " is possible and not certain, and no more than "
                  + Limits.PERHAPS_LINKED
                  + " of them are looked at");
      return new ChainPath(List.of(PathStep.missing(link, Optional.of(from), judgement)));
    }

    /**
     * Of several resources that all do not do for this event, the one that does for most events of
     * the rule, or else one that is meant to; if there is none, they are about something else, and
     * what is missing is said.
     */
    private ChainPath servesMost(
        ChainLink link, Resource from, List<Candidate> candidates, List<ChainPath> paths) {
      ChainPath best = null;
      int most = 0;
      for (int i = 0; i < paths.size(); i++) {
        ChainPath path = paths.get(i);
        int serves = path.failsAtOnce() ? 2 * served.near(link, from, candidates.get(i)) : 0;
        if (serves == 0 && path.failsAtOnce() && isMeant(path)) {
          serves = 1;
        }
        if (best == null
            || serves > most
            || (serves == most && ChainPath.BETTER.compare(path, best) < 0)) {
          best = path;
          most = serves;
        }
      }
      boolean unfit = most == 0 && link.unfit().isPresent() && best != null && failsByEvent(best);
      return !unfit
          ? Objects.requireNonNull(best)
          : new ChainPath(
              List.of(
                  new PathStep(
                      link,
                      Optional.of(from),
                      Optional.empty(),
                      List.of(new Judged(link.unfit().orElseThrow(), nothing(link))))));
    }

    /** Whether one of them is what the rule asks for here, so that no other is to be thought of. */
    private boolean isTaken(ChainLink link, Resource from, LinkCandidates candidates) {
      return candidates.linked().stream()
          .anyMatch(candidate -> candidate.isCertain() && served.isMeant(link, from, candidate));
    }

    private LinkCandidates following(int index, ByLink.Before before) {
      ChainLink link = links.get(index);
      LinkCandidates known = following.get(index, before);
      if (known == null) {
        known =
            LinkCandidates.of(shortlist, PathSearch.this::step, link, before.from(), event, unseen);
        if (index <= lastEventLink && !link.relation().dependsOnEvent()) {
          following.put(index, before, known);
        }
      }
      return known;
    }

    private ChainPath notSeen(ChainLink link, Resource from) {
      return new ChainPath(
          List.of(
              new PathStep(
                  link,
                  Optional.of(from),
                  Optional.of(unseen.of(link)),
                  List.of(new Judged(link.missing(), unseen.judgement(link))))));
    }

    private PathStep missing(ChainLink link, Resource from) {
      boolean tested = link.missing().condition() instanceof Condition.Holds;
      Step step = new Step(graph, catalog, Optional.empty(), from);
      Judgement otherwise =
          tested ? event.of(link.missing().condition().ask(step, event.kind())) : Judgement.pass();
      return PathStep.missing(
          link,
          Optional.of(from),
          otherwise.verdict() == Verdict.UNKNOWN ? otherwise : nothing(link));
    }

    private PathStep judge(
        ChainLink link, Optional<Resource> earlier, Optional<Resource> from, Candidate candidate) {
      Resource resource = candidate.resource();
      if (resource.existence() == Existence.UNSEEN) {
        List<Judged> judged = new ArrayList<>(candidate.related());
        judged.add(new Judged(link.missing(), unseen.judgement(link)));
        return new PathStep(link, from, Optional.of(resource), judged);
      }
      return event.of(
          candidate.step(
              link.requirements(),
              () -> new Step(graph, catalog, earlier, from, resource),
              event.kind(),
              required -> judged(link, from, candidate, required)));
    }
  }

  /** A step of which the requirements are judged, with what else is to be said of its resource. */
  private PathStep judged(
      ChainLink link, Optional<Resource> from, Candidate candidate, List<Judged> required) {
    Resource resource = candidate.resource();
    List<Judged> judged = new ArrayList<>(candidate.related());
    ExistenceCheck.judge(from, resource, graph.fate(resource))
        .filter(one -> !ExistenceCheck.isSaid(one, required))
        .ifPresent(judged::add);
    judged.addAll(closedWorld.judge(from, resource));
    judged.addAll(NamedOnly.summed(resource, link.title(resource), required));
    return new PathStep(link, from, Optional.of(resource), judged);
  }

  private static Set<String> types(List<ChainLink> links) {
    Set<String> types = new HashSet<>();
    links.forEach(link -> types.addAll(link.types()));
    return types;
  }

  private Step step(Resource from, Resource resource) {
    return new Step(graph, catalog, Optional.of(from), resource);
  }

  private List<Candidate> starts() {
    List<Candidate> known = starts;
    if (known == null) {
      List<Resource> resources = shortlist.all(links.get(0));
      if (links.size() > 1 && unseen.mayStart(links.get(0), links.get(1))) {
        resources.add(unseen.of(links.get(0)));
      }
      resources.sort(CandidateIndex.BY_PLACE);
      known = resources.stream().map(one -> new Candidate(one, List.of())).toList();
      starts = known;
    }
    return known;
  }

  /** True if what the first step lacks depends on the event. */
  private static boolean isMeant(ChainPath path) {
    return path.steps().get(0).judged(Verdict.FAIL).stream()
        .anyMatch(one -> one.judgement().stays());
  }

  private static boolean failsByEvent(ChainPath path) {
    return path.steps().get(0).judged(Verdict.FAIL).stream().anyMatch(ServedEvents::dependsOnEvent);
  }

  private static Judgement nothing(ChainLink link) {
    return Judgement.fail("there is no " + link.title());
  }

  /**
   * True if no path can be better: candidates are tried in the order that decides between equals.
   */
  private static boolean isProven(ChainPath path) {
    return path.verdict() == Verdict.PASS;
  }

  /** The better one; of equal ones the first, since candidates come in the order that decides. */
  private static ChainPath better(@Nullable ChainPath best, ChainPath path) {
    return best == null || ChainPath.BETTER.compare(path, best) < 0 ? path : best;
  }
}
