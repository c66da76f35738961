package io.trailproof.check;

import io.trailproof.graph.Existence;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Chain;
import io.trailproof.rule.ChainLink;
import io.trailproof.rule.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The accounts of a deployment whose events are judged, each for itself: those with a trail, and
 * those that are known and have a metric filter or log alarm on records of CloudTrail.
 *
 * @param accounts in the order of their names
 * @param notes what is said of the other accounts
 */
record JudgedAccounts(List<Account> accounts, List<Note> notes) {
  private static final String TRAIL = "aws.cloudtrail.Trail";

  /** What asks something of records, and the property that does. */
  private static final Map<String, String> ASKING =
      Map.of("aws.logs.MetricFilter", "pattern", "aws.cloudwatch.LogAlarm", "query");

  /** What a pattern or query names that is about records of CloudTrail. */
  private static final Pattern RECORD = Pattern.compile("\\bevent[A-Z]");

  /**
   * One account.
   *
   * @param name its number, or words for one that no input names
   * @param isKnown false for one that no input names, so that it may be the same as another
   * @param own what is in it
   * @param starts what records its events: its own and what reaches it from elsewhere
   * @param perhaps what records its events if accounts that no input names are one
   */
  record Account(
      String name,
      boolean isKnown,
      Set<Resource> own,
      Set<Resource> starts,
      Set<Resource> perhaps) {
    /** The words for it in a sentence. */
    String words() {
      return isKnown ? "account `" + name + "`" : "the " + name;
    }

    boolean owns(Resource start) {
      return own.contains(start) || !starts.contains(start);
    }

    boolean isCertain() {
      return starts.equals(perhaps);
    }
  }

  /** What is the same for resources of one account. */
  private record Key(boolean isKnown, String text) {}

  /**
   * Those of a chain.
   *
   * @param ways the chains that are judged; each may start at something else
   */
  static JudgedAccounts of(Chain chain, List<Chain> ways, ResourceGraph graph) {
    ChainLink first = chain.links().get(0);
    Map<Key, Resource> found = new LinkedHashMap<>();
    for (Resource start : starts(List.of(chain), graph)) {
      key(graph, start)
          .filter(key -> isMade(start) && (key.isKnown() || start.property("exists").isAbsent()))
          .ifPresent(key -> found.putIfAbsent(key, start));
    }
    if (first.types().contains(TRAIL)) {
      for (Resource asking : asking(chain, graph)) {
        key(graph, asking)
            .filter(key -> key.isKnown() && isMade(asking) && isOnRecords(graph, asking))
            .ifPresent(key -> found.putIfAbsent(key, asking));
      }
    }
    List<Account> accounts = new ArrayList<>();
    Map<Key, String> names = names(graph, found);
    List<Resource> starts = starts(ways, graph);
    names.forEach((key, name) -> accounts.add(account(graph, key, name, starts)));
    accounts.sort(Comparator.comparing(Account::name));
    return new JudgedAccounts(
        List.copyOf(accounts), accounts.isEmpty() ? List.of() : others(chain, graph, names));
  }

  private static List<Resource> starts(List<Chain> ways, ResourceGraph graph) {
    return ways.stream()
        .flatMap(way -> way.links().get(0).types().stream())
        .distinct()
        .flatMap(type -> graph.ofType(type).stream())
        .toList();
  }

  /** True if more than one account is judged. */
  boolean areSeveral() {
    return accounts.size() > 1;
  }

  private static List<Resource> asking(Chain chain, ResourceGraph graph) {
    return chain.links().stream()
        .flatMap(link -> link.types().stream())
        .filter(ASKING::containsKey)
        .distinct()
        .flatMap(type -> graph.ofType(type).stream())
        .filter(one -> !looksElsewhere(graph, one))
        .toList();
  }

  private static boolean isMade(Resource resource) {
    return resource.existence() == Existence.MANAGED
        || resource.existence() == Existence.IMPORTED
        || resource.existence() == Existence.EXISTING;
  }

  /** F229: a log alarm may look at groups of accounts that are linked with its own. */
  private static boolean looksElsewhere(ResourceGraph graph, Resource asking) {
    Value groups = asking.property("logGroups");
    return (groups instanceof Value.Items items ? items.items() : List.<Value>of())
        .stream()
            .flatMap(one -> ResourceIndex.of(graph).named("aws.logs.LogGroup", one).stream())
            .anyMatch(
                group -> graph.same(group.place().account(), asking.place().account()) == Truth.NO);
  }

  private static boolean isOnRecords(ResourceGraph graph, Resource asking) {
    return graph
        .property(asking, ASKING.getOrDefault(asking.type(), ""))
        .asText()
        .filter(text -> RECORD.matcher(text).find())
        .isPresent();
  }

  /** Empty for what is declared without one; what no credentials tell apart stands for itself. */
  private static Optional<Key> key(ResourceGraph graph, Resource resource) {
    Value account = graph.resolve(resource.place().account());
    if (account instanceof Value.Symbol symbol) {
      return Optional.of(new Key(false, symbol.scope()));
    }
    if (!account.isKnown()) {
      return resource.existence() == Existence.DECLARED
          ? Optional.empty()
          : Optional.of(new Key(false, resource.id().input() + " " + resource.address()));
    }
    return account.asText().map(text -> new Key(true, text));
  }

  /** Providers of two plans may have one name, and then it takes the plan to tell them apart. */
  private static Map<Key, String> names(ResourceGraph graph, Map<Key, Resource> found) {
    Map<Key, String> names = new LinkedHashMap<>();
    List<String> all = found.values().stream().map(one -> name(graph, one)).toList();
    found.forEach(
        (key, resource) -> {
          String name = name(graph, resource);
          boolean alone = all.indexOf(name) == all.lastIndexOf(name);
          names.put(key, alone ? name : name + " of `" + resource.id().input() + "`");
        });
    return names;
  }

  private static String name(ResourceGraph graph, Resource resource) {
    Value account = graph.resolve(resource.place().account());
    if (account instanceof Value.Symbol symbol) {
      return symbol.name().startsWith("AWS::") ? "account `" + symbol.name() + "`" : symbol.name();
    }
    return account.asText().orElseGet(() -> "account of `" + resource.address() + "`");
  }

  private static Account account(ResourceGraph graph, Key key, String name, List<Resource> starts) {
    Set<Resource> its = new LinkedHashSet<>();
    Set<Resource> certain = new LinkedHashSet<>();
    Set<Resource> perhaps = new LinkedHashSet<>();
    for (Resource start : starts) {
      Optional<Key> own = key(graph, start);
      Value organization = graph.property(start, "organization");
      if (own.filter(key::equals).isPresent()
          || (own.isEmpty() && start.existence() == Existence.DECLARED)) {
        its.add(start);
      }
      boolean reaches =
          its.contains(start) || organization.asText().filter("true"::equals).isPresent();
      if (reaches) {
        certain.add(start);
      }
      boolean mayBeSame = own.isEmpty() || !key.isKnown() || !own.get().isKnown();
      if (reaches || mayBeSame || !(organization.isKnown() || organization.isAbsent())) {
        perhaps.add(start);
      }
    }
    return new Account(name, key.isKnown(), its, certain, perhaps);
  }

  /** Known accounts of the chain that nothing here records the events of. */
  private static List<Note> others(Chain chain, ResourceGraph graph, Map<Key, String> judged) {
    List<Note> notes = new ArrayList<>();
    Set<Key> said = new HashSet<>(judged.keySet());
    for (ChainLink link : chain.links()) {
      for (String type : link.types()) {
        for (Resource resource : graph.ofType(type)) {
          key(graph, resource)
              .filter(key -> key.isKnown() && isMade(resource) && said.add(key))
              .ifPresent(
                  key ->
                      notes.add(
                          new Note(
                              "account-not-judged",
                              "is in account `"
                                  + key.text()
                                  + "`, which has no trail here; its own events are not judged"
                                  + " (F16)",
                              resource.address())));
        }
      }
    }
    return notes;
  }
}
