package io.trailproof.input.cloudformation.stack;

import static java.util.stream.Collectors.joining;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.NameUse;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resources that wait for each other, which CloudFormation refuses: {@code Circular dependency
 * between resources}. Where a condition may leave out a resource or a reference, nothing is said.
 */
final class Cycles {
  private final Map<String, Set<String>> needs = new LinkedHashMap<>();

  /** The order in which the resources were begun; those of a cycle refer back to one begun. */
  private final Map<String, Integer> begun = new HashMap<>();

  private final List<String> way = new ArrayList<>();

  /** Where each of them stands on the way. */
  private final Map<String, Integer> places = new HashMap<>();

  private Cycles() {}

  static List<Diagnostic> check(Stack stack) {
    if (!stack.definesAllNames()) {
      return List.of();
    }
    Cycles cycles = new Cycles();
    Map<String, DeclaredResource> certain = new LinkedHashMap<>();
    stack.resources().stream()
        .filter(one -> one.condition().isEmpty())
        .forEach(one -> certain.put(one.id(), one));
    certain.values().forEach(one -> cycles.needs.put(one.id(), needs(one, certain.keySet())));
    return cycles.find(certain);
  }

  private List<Diagnostic> find(Map<String, DeclaredResource> resources) {
    List<Diagnostic> found = new ArrayList<>();
    for (DeclaredResource resource : resources.values()) {
      List<String> cycle = begun.containsKey(resource.id()) ? List.of() : from(resource.id());
      DeclaredResource first = cycle.isEmpty() ? null : resources.get(cycle.get(0));
      if (first != null) {
        found.add(refused(cycle, first.at()));
      }
    }
    return found;
  }

  /**
   * What there is to say of resources that depend on each other.
   *
   * @param cycle their names; each needs the next, and the last the first
   */
  private static Diagnostic refused(List<String> cycle, Span at) {
    String names = cycle.stream().limit(8).map(Rendering::quoted).collect(joining(", "));
    return cycle.size() == 1
        ? TemplateError.CIRCULAR_RESOURCE.at(at, names)
        : TemplateError.CIRCULAR_RESOURCES.at(at, names);
  }

  /**
   * The first cycle on the ways from a resource; none if there is none that was not found before.
   */
  private List<String> from(String start) {
    List<List<String>> open = new ArrayList<>();
    enter(start, open);
    while (!way.isEmpty()) {
      List<String> next = open.get(open.size() - 1);
      if (next.isEmpty()) {
        places.remove(way.remove(way.size() - 1));
        open.remove(open.size() - 1);
        continue;
      }
      String need = next.remove(next.size() - 1);
      if (!begun.containsKey(need)) {
        enter(need, open);
        continue;
      }
      Integer at = places.get(need);
      if (at != null) {
        List<String> cycle = List.copyOf(way.subList(at, way.size()));
        way.clear();
        places.clear();
        return cycle;
      }
    }
    return List.of();
  }

  private void enter(String resource, List<List<String>> open) {
    begun.put(resource, begun.size());
    places.put(resource, way.size());
    way.add(resource);
    open.add(new ArrayList<>(needs.getOrDefault(resource, Set.of())));
  }

  private static Set<String> needs(DeclaredResource resource, Set<String> certain) {
    Set<String> needs = new LinkedHashSet<>();
    resource.properties().ifPresent(properties -> collect(properties, needs));
    resource
        .body()
        .get("DependsOn")
        .ifPresent(
            node -> {
              node.asString().ifPresent(name -> needs.add(name.strip()));
              node.asSequence()
                  .map(Node.Sequence::items)
                  .orElse(List.of())
                  .forEach(item -> item.asString().ifPresent(name -> needs.add(name.strip())));
            });
    needs.retainAll(certain);
    return needs;
  }

  private static void collect(Node node, Set<String> needs) {
    Call call = Call.of(node).orElse(null);
    if (call != null && call.name().equals("Fn::If")) {
      return;
    }
    if (call != null) {
      NameUse.of(call).forEach(use -> needs.add(use.name()));
    }
    if (node instanceof Node.Sequence list) {
      for (Node item : list.items()) {
        collect(item, needs);
      }
    } else if (node instanceof Node.Mapping mapping) {
      for (Node.Member member : mapping.members()) {
        collect(member.value(), needs);
      }
    }
  }
}
