package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.DidYouMean;
import io.trailproof.document.Node;
import io.trailproof.graph.Gap;
import io.trailproof.graph.Value;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.StackTemplates;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.hypothesis.Assumptions;
import io.trailproof.input.cloudformation.template.Template;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.input.cloudformation.template.TemplateFiles;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The templates of one run: those that nobody nests are deployed, the others by their parents. */
public final class Deployment {
  private final Catalog catalog;
  private final ReadSettings settings;
  private final Map<String, String> parameters;
  private final TemplateFiles files;
  private final List<Template> roots;

  /** The deployment of the templates of some files, their parameters given. */
  public Deployment(
      Catalog catalog, ReadSettings settings, Map<String, String> parameters, TemplateFiles files) {
    this.catalog = catalog;
    this.settings = settings;
    this.parameters = parameters;
    this.files = files;
    this.roots = roots(files.templates());
  }

  private AssumedReading hypothesis(Assumptions assumptions) {
    return new AssumedReading(catalog, settings, parameters, files, assumptions);
  }

  private List<Template> roots(List<Template> templates) {
    if (templates.size() < 2) {
      return templates;
    }
    Set<SourceFile> nested = new HashSet<>();
    for (Stack stack : opened(hypothesis(Assumptions.NONE), templates, false)) {
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

  private static List<Stack> opened(
      AssumedReading hypothesis, List<Template> templates, boolean existing) {
    List<Stack> stacks = new ArrayList<>();
    for (Template template : templates) {
      Stack root = Stack.root(hypothesis, template);
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
  public List<Diagnostic> unknownParameters() {
    Map<String, Node.Member> known = new HashMap<>();
    roots.forEach(
        root -> root.section("Parameters").forEach(member -> known.put(member.key(), member)));
    return roots.isEmpty()
        ? List.of()
        : parameters.keySet().stream()
            .filter(name -> !known.containsKey(name))
            .sorted()
            .map(name -> unknown(name, known))
            .toList();
  }

  /** Points at the parameter that was meant, or at the template. */
  private Diagnostic unknown(String name, Map<String, Node.Member> known) {
    Span meant =
        DidYouMean.nearest(name, known.keySet())
            .flatMap(near -> Optional.ofNullable(known.get(near)))
            .map(Node.Member::keySpan)
            .orElse(roots.get(0).file().span(0, 0));
    return TemplateError.UNKNOWN_PARAMETER.unlike(meant, name, known.keySet());
  }

  /** All that a stack shows whose template stands in an input of another format. */
  public static Embedded embedded(Catalog catalog, TemplateFiles files, StackTemplates.Stack by) {
    AssumedReading reading =
        new AssumedReading(catalog, ReadSettings.NONE, Map.of(), files, Assumptions.NONE);
    Stack stack = Stack.embedded(reading, files.templates().get(0), by);
    stack.nested().open(true);
    UndefinedNames.check(stack).forEach(reading::report);
    reading.holds(StackReader.read(stack));
    boundless(reading);
    return new Embedded(reading, stack.outputs().all());
  }

  /** Beyond a limit nothing is proven: what was not worked out may be anything. */
  private static void boundless(AssumedReading reading) {
    reading
        .budget()
        .overrun()
        .ifPresent(
            why -> {
              Template template = reading.files().templates().get(0);
              reading.gap(
                  new Gap(
                      Gap.Extent.EVERYTHING, why, template.file().name(), template.root().span()));
            });
  }

  /** A stack that an input of another format makes, and what it puts out. */
  public record Embedded(AssumedReading reading, Map<String, Value> outputs) {}

  /** All that the deployment shows under what is assumed. */
  public AssumedReading read(Assumptions assumptions) {
    AssumedReading hypothesis = hypothesis(assumptions);
    List<Stack> stacks = opened(hypothesis, roots, true);
    stacks.stream()
        .filter(stack -> !stack.isElsewhere())
        .forEach(stack -> stack.outputs().export());
    stacks.forEach(stack -> UndefinedNames.check(stack).forEach(hypothesis::report));
    stacks.forEach(stack -> Cycles.check(stack).forEach(hypothesis::report));
    stacks.forEach(stack -> TemplateQuotas.check(stack).forEach(hypothesis::report));
    stacks.stream()
        .filter(stack -> stack.parent().isEmpty())
        .forEach(stack -> hypothesis.holds(StackReader.read(stack)));
    boundless(hypothesis);
    hypothesis.silently(
        () -> {
          stacks.forEach(StackReader::absent);
          return hypothesis;
        });
    return hypothesis;
  }
}
