package io.trailproof.input.cloudformation;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import io.trailproof.graph.Resource;
import io.trailproof.input.ReadSettings;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The templates of one run: those that nobody nests are deployed, the others by their parents. */
final class Deployment {
  private final Catalog catalog;
  private final ReadSettings settings;
  private final TemplateFiles files;
  private final List<Template> roots;

  Deployment(Catalog catalog, ReadSettings settings, TemplateFiles files) {
    this.catalog = catalog;
    this.settings = settings;
    this.files = files;
    this.roots = roots(files.templates());
  }

  World world(Assumptions assumptions) {
    return new World(catalog, settings, files, assumptions);
  }

  private List<Template> roots(List<Template> templates) {
    if (templates.size() < 2) {
      return templates;
    }
    Set<SourceFile> nested = new HashSet<>();
    for (Stack stack : opened(world(Assumptions.NONE), templates, false)) {
      if (stack.parent().isPresent()) {
        nested.add(stack.template().file());
      }
    }
    List<Template> roots =
        templates.stream()
            .filter(
                template ->
                    !nested.contains(template.file()) && !TemplateFiles.isPart(template.file()))
            .toList();
    return roots.isEmpty() ? templates : roots;
  }

  private static List<Stack> opened(World world, List<Template> templates, boolean existing) {
    List<Stack> stacks = new ArrayList<>();
    for (Template template : templates) {
      Stack root = Stack.root(world, template);
      root.nested().open(existing);
      add(root, stacks);
    }
    return stacks;
  }

  private static void add(Stack stack, List<Stack> stacks) {
    stacks.add(stack);
    stack.nested().opened().forEach(child -> add(child, stacks));
  }

  /** Notes on the parameters that the user gives and no deployed template has. */
  List<Diagnostic> unknownParameters() {
    Map<String, Node.Member> known = new HashMap<>();
    roots.forEach(
        root -> root.section("Parameters").forEach(member -> known.put(member.key(), member)));
    return roots.isEmpty()
        ? List.of()
        : settings.parameters().keySet().stream()
            .filter(name -> !known.containsKey(name))
            .sorted()
            .map(name -> Problem.unknownParameter(name, known, roots.get(0)))
            .toList();
  }

  /** All resources of a world; what else it shows, it keeps itself. */
  List<Resource> read(World world) {
    List<Stack> stacks = opened(world, roots, true);
    stacks.stream()
        .filter(stack -> !stack.isElsewhere())
        .forEach(stack -> stack.outputs().export());
    stacks.forEach(stack -> Names.check(stack).forEach(world::report));
    stacks.forEach(stack -> Cycles.check(stack).forEach(world::report));
    List<Resource> resources = new ArrayList<>();
    for (Stack stack : stacks) {
      if (stack.parent().isEmpty()) {
        resources.addAll(StackReader.read(stack));
      }
    }
    world.silently(
        () -> {
          stacks.forEach(StackReader::absent);
          return world;
        });
    return resources;
  }
}
