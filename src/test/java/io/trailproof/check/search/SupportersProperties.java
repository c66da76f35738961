package io.trailproof.check.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.catalog.Property;
import io.trailproof.catalog.ResourceType;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.Existence;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Place;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.input.Outsiders;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RulesFolder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What supports a resource is what it is by definition, asked pair by pair: tried on graphs in
 * which every resource is as some case of some rule has it, some of them many times over.
 */
final class SupportersProperties {
  private static final int GRAPHS = 30;
  private static final Set<String> LINKS =
      RulesFolder.RULES.stream()
          .flatMap(rule -> rule.chain().links().stream())
          .flatMap(link -> link.types().stream())
          .collect(Collectors.toSet());

  @Test
  void theyAreThoseOfTheDefinition() {
    Map<String, List<Resource>> seen = new TreeMap<>();
    for (Rule rule : RulesFolder.RULES) {
      RulesFolder.cases(rule).stream()
          .flatMap(one -> one.given().stream())
          .forEach(one -> seen.computeIfAbsent(one.address(), any -> new ArrayList<>()).add(one));
    }
    Random random = new Random(12);
    int[] counts = {0, 0};
    for (int i = 0; i < GRAPHS; i++) {
      ResourceGraph graph =
          Outsiders.complete(RulesFolder.CATALOG, some(random, seen), List.of(), List.of());
      Set<String> linkTypes = i % 2 == 0 ? LINKS : Set.of("aws.cloudtrail.Trail", "aws.sns.Topic");
      Supporters supporters = new Supporters(graph, RulesFolder.CATALOG, linkTypes);
      for (int tried = 0; tried < 20; tried++) {
        Resource resource = graph.resources().get(random.nextInt(graph.resources().size()));
        List<String> expected = addresses(defined(graph, linkTypes, resource));
        assertEquals(expected, addresses(supporters.of(resource)), resource.address());
        counts[0] += expected.size();
        counts[1]++;
      }
    }
    assertTrue(counts[0] > counts[1], counts[0] + " support " + counts[1]);
  }

  @Test
  void bucketsOfNoTrailAreNotAskedInPairs() {
    long some = asked(500);
    long twice = asked(1000);
    assertTrue(some > 500, some + " questions");
    assertTrue(twice < some * 5 / 2, some + " questions, and " + twice + " of twice as many");
  }

  /** Of a trail whose bucket may be any, beside buckets of which nobody knows the policies. */
  private static long asked(int buckets) {
    List<Resource> all = new ArrayList<>();
    all.add(resource("aws.cloudtrail.Trail", "trail", "bucket", UNKNOWN));
    for (int i = 0; i < buckets; i++) {
      all.add(resource("aws.s3.Bucket", "b" + i, "name", Value.text("b-" + i, Origin.NOWHERE)));
      all.add(resource("aws.s3.BucketPolicy", "p" + i, "bucket", UNKNOWN));
    }
    ResourceGraph graph = new ResourceGraph(all, List.of());
    Supporters supporters = new Supporters(graph, RulesFolder.CATALOG, LINKS);
    assertEquals(2 * buckets, supporters.of(all.get(0)).size());
    return supporters.asked();
  }

  private static final Value UNKNOWN = new Value.Unknown("is known later", Origin.NOWHERE);
  private static final Place PLACE =
      new Place(
          Value.text("us-east-1", Origin.NOWHERE), Value.text("111122223333", Origin.NOWHERE));

  private static Resource resource(String type, String name, String property, Value value) {
    return new Resource(
        new ResourceId("plan.json", name),
        type,
        Dialect.CANONICAL,
        Existence.MANAGED,
        PLACE,
        Map.of(property, value),
        null);
  }

  private static List<String> addresses(Set<Resource> resources) {
    return resources.stream().map(Resource::address).toList();
  }

  private static List<Resource> some(Random random, Map<String, List<Resource>> seen) {
    List<Resource> some = new ArrayList<>();
    for (List<Resource> one : seen.values()) {
      if (random.nextInt(8) > 0) {
        continue;
      }
      int copies = random.nextInt(12) == 0 ? 40 : 1;
      for (int i = 0; i < copies; i++) {
        some.add(copy(random, one.get(random.nextInt(one.size())), i));
      }
    }
    return some;
  }

  private static Resource copy(Random random, Resource seen, int number) {
    Map<String, Value> properties = new HashMap<>(seen.properties());
    for (String name : seen.properties().keySet()) {
      if (random.nextInt(8) == 0) {
        properties.put(name, UNKNOWN);
      } else if (number > 0 && name.equals("name")) {
        properties.put(name, Value.text("copy-" + random.nextInt(50), Origin.NOWHERE));
      }
    }
    ResourceId id =
        number == 0
            ? seen.id()
            : new ResourceId(seen.id().input(), seen.id().address() + "[" + number + "]");
    return new Resource(
        id, seen.type(), seen.dialect(), seen.existence(), seen.place(), properties, seen.span());
  }

  private static Set<Resource> defined(
      ResourceGraph graph, Set<String> linkTypes, Resource resource) {
    List<Resource> others =
        graph.resources().stream()
            .filter(one -> SupportLinks.canBe(one.type(), linkTypes))
            .toList();
    Set<Resource> named = new LinkedHashSet<>();
    Deque<Resource> open = new ArrayDeque<>(List.of(resource));
    while (!open.isEmpty()) {
      Resource from = open.remove();
      others.stream()
          .filter(to -> names(graph, linkTypes, from, to))
          .filter(named::add)
          .forEach(open::add);
    }
    List<Resource> rested = new ArrayList<>(named);
    rested.add(resource);
    Set<Resource> all = new LinkedHashSet<>(named);
    for (Resource other : others) {
      List<Resource> about =
          rested.stream().filter(to -> names(graph, linkTypes, other, to)).toList();
      if (!about.isEmpty() && !linkTypes.contains(other.type())) {
        all.add(other);
        others.stream()
            .filter(to -> about.stream().noneMatch(one -> one.type().equals(to.type())))
            .filter(to -> names(graph, linkTypes, other, to))
            .forEach(all::add);
      } else if (holdsEverywhere(other)) {
        all.add(other);
      }
    }
    all.remove(resource);
    return all;
  }

  private static boolean names(
      ResourceGraph graph, Set<String> linkTypes, Resource from, Resource to) {
    ResourceType type = RulesFolder.CATALOG.type(from.type()).orElse(null);
    return type != null
        && !from.id().equals(to.id())
        && type.properties().stream()
            .filter(property -> mayName(property, to.type(), linkTypes))
            .map(property -> from.property(property.name()))
            .anyMatch(value -> !value.isAbsent() && !graph.namesAny(value, to).isNo());
  }

  private static boolean mayName(Property property, String type, Set<String> linkTypes) {
    boolean receives =
        Set.of("aws.lambda.Function", "aws.lambda.Alias", "aws.lambda.Version", "aws.sqs.Queue")
            .contains(type);
    return (property.name().equals("endpoint") && receives)
        || (property.name().equals("function") && type.equals("aws.lambda.Function"))
        || (property.targets().contains(type) && !linkTypes.contains(type));
  }

  private static boolean holdsEverywhere(Resource other) {
    return RulesFolder.CATALOG
        .type(other.type())
        .filter(type -> type.arn().isEmpty())
        .filter(type -> type.properties().stream().allMatch(one -> one.links().isEmpty()))
        .isPresent();
  }
}
