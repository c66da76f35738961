package io.trailproof.report.told;

import io.trailproof.document.BrokenJson;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Relation;
import io.trailproof.rule.Requirement;
import io.trailproof.rule.Ways;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways of a rule as a result tells them: names and words of their links, and nothing by which
 * anything could be judged again.
 */
final class ToldChains {
  private static final String WAYS = "ways";
  private static final String WAY = "way";
  private static final String TITLE = "title";
  private static final Requirement NOTHING = Requirement.said("", "", List.of(), List.of());

  private final Map<String, Chain> chains = new LinkedHashMap<>();
  private final Ways ways;
  private final Map<String, List<String>> settledBy = new LinkedHashMap<>();

  private ToldChains(Members rule) throws BrokenJson {
    Members told = rule.object(WAYS);
    String asked = told.own("asked");
    for (Members one : told.objects("chains", any -> any)) {
      String way = one.own(WAY);
      List<ChainLink> links =
          way.equals(asked)
              ? rule.objects("chain", ToldChains::link)
              : one.objectsIfAny("links", ToldChains::link);
      chains.put(way, new Chain(way, way, one.own(TITLE), "", links));
    }
    List<Chain> counting = of(told.texts("counting"), told);
    if (counting.isEmpty() || !counting.get(0).way().equals(asked)) {
      throw told.refused(ResultError.NOT_THE_SHAPE, "counting", "a list that begins with `asked`");
    }
    List<Chain> others = new ArrayList<>();
    for (Members other : told.objects("others", any -> any)) {
      String way = other.own(WAY);
      others.add(of(way, other));
      settledBy.put(way, other.texts("settledBy"));
    }
    ways = new Ways(counting.get(0), counting.subList(1, counting.size()), others);
  }

  /** Those of a rule. */
  static ToldChains of(Members rule) throws BrokenJson {
    return new ToldChains(rule);
  }

  private static ChainLink link(Members told) throws BrokenJson {
    Optional<Members> called = told.objectIfAny("titles");
    Map<String, String> titles = new LinkedHashMap<>();
    for (String type : called.map(Members::keys).orElse(List.of())) {
      titles.put(type, called.orElseThrow().own(type));
    }
    return new ChainLink(
        told.own("link"),
        told.own(TITLE),
        List.copyOf(titles.keySet()),
        List.copyOf(titles.values()),
        Optional.empty(),
        new Relation.Start(),
        NOTHING,
        Optional.empty(),
        List.of());
  }

  private List<Chain> of(List<String> names, Members told) throws BrokenJson {
    List<Chain> some = new ArrayList<>();
    for (String name : names) {
      some.add(of(name, told));
    }
    return some;
  }

  /** The chain of a way; of one that the rule does not have there is none. */
  private Chain of(String way, Members told) throws BrokenJson {
    Chain chain = chains.get(way);
    if (chain == null) {
      throw told.refused(ResultError.NO_SUCH_WORD, way, WAY);
    }
    return chain;
  }

  /** The chain that an object names. */
  Chain chain(Members told) throws BrokenJson {
    return of(told.own(WAY), told);
  }

  /** The ways, and which of them count. */
  Ways ways() {
    return ways;
  }

  /** What would tell of an event that a way may take which does not count. */
  List<String> settledBy(Chain chain) {
    return settledBy.getOrDefault(chain.way(), List.of());
  }
}
