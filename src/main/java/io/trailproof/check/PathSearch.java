package io.trailproof.check;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Event;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Relation.Judged;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best path of one event through a chain: the verdict of an event is the best over all
 * paths, that of a path the worst over its links.
 *
 * <p>A link speaks of itself and of the link before it only, so the best way on from a resource
 * does not depend on how it was reached, and is worked out once.
 */
final class PathSearch {
  private final ResourceGraph graph;
  private final Catalog catalog;
  private final List<ChainLink> links;
  private final Unseen unseen;

  private final Shortlist shortlist;

  /** The ways on that no event changes, kept from event to event. */
  private final ByLink<Path> lasting;

  private final int lastEventLink;

  /** The first links of all paths; the same for every event. */
  private @Nullable List<Candidate> starts;

  /** What follows the resource before a link, as far as no event changes it. */
  private final ByLink<Candidates> following;

  /** Something for every link and the resource before it. */
  private static final class ByLink<T> {
    private final List<IdentityHashMap<Resource, T>> byLink = new ArrayList<>();

    ByLink(int links) {
      for (int i = 0; i < links; i++) {
        byLink.add(new IdentityHashMap<>()); // what a resource is equal to takes long to tell
      }
    }

    @Nullable T get(int link, Resource from) {
      return byLink.get(link).get(from);
    }

    void put(int link, Resource from, T what) {
      byLink.get(link).put(from, what);
    }
  }

  PathSearch(ResourceGraph graph, Catalog catalog, Chain chain) {
    this.graph = graph;
    this.catalog = catalog;
    this.links = chain.links();
    this.unseen = new Unseen(graph);
    this.shortlist = new Shortlist(graph);
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

  /** The best path; with a verdict other than pass, the nearest to one. */
  Path best(Event event) {
    return new OneEvent(event).start();
  }

  /** The search for one event. */
  private final class OneEvent {
    private final Event event;
    private final ByLink<Path> ways = new ByLink<>(links.size());

    OneEvent(Event event) {
      this.event = event;
    }

    Path start() {
      ChainLink link = links.get(0);
      Path best = null;
      for (Candidate candidate : starts()) {
        PathStep step = judge(link, Optional.empty(), candidate);
        best = better(best, goOn(0, step, candidate.resource()));
        if (isProven(best)) {
          break;
        }
      }
      return best != null
          ? best
          : new Path(List.of(PathStep.missing(link, Optional.empty(), nothing(link))));
    }

    /** A step and the best way on from it. */
    private Path goOn(int index, PathStep step, Resource at) {
      return index + 1 == links.size() ? new Path(List.of(step)) : way(index + 1, at).after(step);
    }

    private Path way(int index, Resource from) {
      ByLink<Path> known = index > lastEventLink ? lasting : ways;
      Path path = known.get(index, from);
      if (path == null) {
        path = search(index, from);
        known.put(index, from, path);
      }
      return path;
    }

    private Path search(int index, Resource from) {
      ChainLink link = links.get(index);
      Candidates candidates = following(index, from);
      Path best = null;
      for (Candidate candidate : candidates.linked()) {
        PathStep step = judge(link, Optional.of(from), candidate);
        best = better(best, goOn(index, step, candidate.resource()));
        if (isProven(best)) {
          return best;
        }
      }
      boolean open = best == null || (best.verdict() == Verdict.FAIL && !candidates.hasCertain());
      if (open && unseen.mayRelateTo(from, link)) {
        // That those do not do which may belong here proves nothing where there may be others.
        Path hidden = notSeen(link, from);
        best = best == null || Path.BETTER_OR_BEFORE.compare(hidden, best) < 0 ? hidden : best;
      }
      if (best != null) {
        return best;
      }
      return new Path(
          List.of(
              Candidates.nearest(shortlist, this::step, link, from, event)
                  .orElseGet(() -> missing(link, from))));
    }

    private Candidates following(int index, Resource from) {
      ChainLink link = links.get(index);
      Candidates known = following.get(index, from);
      if (known == null) {
        known = Candidates.of(shortlist, this::step, link, from, event, unseen);
        if (index <= lastEventLink && !link.relation().dependsOnEvent()) {
          following.put(index, from, known);
        }
      }
      return known;
    }

    private Step step(Resource from, Resource resource) {
      return new Step(graph, catalog, Optional.of(from), resource);
    }

    private Path notSeen(ChainLink link, Resource from) {
      return new Path(
          List.of(
              new PathStep(
                  link,
                  Optional.of(from),
                  Optional.of(unseen.of(link)),
                  List.of(new Judged(link.missing(), unseen.judgement(link))))));
    }

    private PathStep missing(ChainLink link, Resource from) {
      return PathStep.missing(link, Optional.of(from), nothing(link));
    }

    private PathStep judge(ChainLink link, Optional<Resource> from, Candidate candidate) {
      Resource resource = candidate.resource();
      List<Judged> judged = new ArrayList<>(candidate.related());
      if (resource.existence() == Existence.UNSEEN) {
        judged.add(new Judged(link.missing(), unseen.judgement(link)));
        return new PathStep(link, from, Optional.of(resource), judged);
      }
      Presence.judge(resource).ifPresent(judged::add);
      Step step = new Step(graph, catalog, from, resource);
      List<Judged> required = candidate.judge(link.requirements(), step, event);
      judged.addAll(Elsewhere.summed(resource, title(link, resource), required));
      return new PathStep(link, from, Optional.of(resource), judged);
    }
  }

  /** The words for a resource at a link that takes several types. */
  private String title(ChainLink link, Resource resource) {
    return catalog
        .type(resource.type())
        .filter(type -> !link.types().get(0).equals(type.name()))
        .map(ResourceType::title)
        .orElse(link.title());
  }

  private List<Candidate> starts() {
    List<Candidate> known = starts;
    if (known == null) {
      List<Resource> resources = shortlist.all(links.get(0));
      if (links.size() > 1 && unseen.mayLeadTo(links.get(1))) {
        resources.add(unseen.of(links.get(0)));
      }
      resources.sort(Shortlist.BY_PLACE);
      known = resources.stream().map(one -> new Candidate(one, List.of())).toList();
      starts = known;
    }
    return known;
  }

  private static Judgement nothing(ChainLink link) {
    return Judgement.fail("there is no " + link.title());
  }

  /**
   * True if no path can be better: candidates are tried in the order that decides between equals.
   */
  private static boolean isProven(Path path) {
    return path.verdict() == Verdict.PASS;
  }

  /** The better one; of equal ones the first, since candidates come in the order that decides. */
  private static Path better(@Nullable Path best, Path path) {
    return best == null || Path.BETTER.compare(path, best) < 0 ? path : best;
  }

  /** True if any input keeps resources from us. */
  static boolean hasMoreResources(ResourceGraph graph) {
    return graph.gaps().stream().anyMatch(gap -> gap.extent() == Gap.Extent.MORE_RESOURCES);
  }

  /** True if a relation looks from the later resource back to the earlier one. */
  static boolean looksBack(Relation relation) {
    return !(relation instanceof Relation.From);
  }

  /** True if a judgement rules a candidate out. */
  static boolean rulesOut(Judged judged) {
    return judged.judgement().verdict() == Verdict.FAIL;
  }
}
