package io.trailproof.input.cloudformation.stack;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Refusal;
import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceId;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.template.TemplateError;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation would refuse a stack or one nested in it for: then all of it is rolled back,
 * and none of its resources comes to be.
 */
final class Refusals {
  private final AssumedReading hypothesis;
  private final List<Refusal> certain = new ArrayList<>();
  private final List<Refusal> doubtful = new ArrayList<>();
  private final Map<ResourceId, Refusal> possible = new HashMap<>();
  private final Set<SourceFile> files = new HashSet<>();

  private Refusals(AssumedReading hypothesis) {
    this.hypothesis = hypothesis;
  }

  /** Those of a stack that is part of no other, once all that it makes has been worked out. */
  static Refusals of(Stack root) {
    Refusals refusals = new Refusals(root.hypothesis());
    refusals.add(root);
    return refusals;
  }

  private void add(Stack stack) {
    boolean made = stack.existence().holds();
    files.add(stack.template().file());
    List<Refusal> sure = made ? certain : doubtful;
    // What a macro or another tool turns the template into may be in order.
    boolean asWritten = stack.template().isAsWritten();
    stack.template().refused().forEach(one -> (asWritten ? sure : doubtful).add(ofTemplate(one)));
    TemplateRefusals written = TemplateRefusals.of(stack);
    written.diagnostics().forEach(stack.hypothesis()::report);
    written.certain().forEach(one -> sure.add(refusal(one)));
    written.doubtful().forEach(one -> doubtful.add(refusal(one)));
    written.possible().forEach((id, one) -> possible.put(stack.id(id), refusal(one)));
    List<Diagnostic> unmade = UnmadeNames.of(stack);
    unmade.forEach(stack.hypothesis()::report);
    unmade.forEach(one -> (asWritten ? sure : doubtful).add(ofTemplate(one)));
    List<Diagnostic> given = stack.nested().refusedArguments(true);
    List<Diagnostic> guessed = stack.nested().refusedArguments(false);
    given.forEach(one -> sure.add(refusal(one)));
    guessed.forEach(one -> doubtful.add(refusal(one)));
    Stream.concat(given.stream(), guessed.stream()).forEach(stack.hypothesis()::report);
    SchemaRefusals schemas = SchemaRefusals.of(stack);
    sure.addAll(schemas.certain());
    doubtful.addAll(schemas.doubtful());
    stack.nested().opened().stream().filter(child -> !child.isElsewhere()).forEach(this::add);
  }

  /**
   * Resources of the stacks, marked if they never come to be, or perhaps.
   *
   * @param declaredBy what declares each of them
   */
  List<Resource> mark(List<Resource> resources, Map<ResourceId, ResourceId> declaredBy) {
    List<Refusal> all = new ArrayList<>(found());
    all.addAll(certain);
    return resources.stream()
        .map(
            one ->
                all.isEmpty() ? doubted(one, declaredBy.get(one.id())) : all.get(0).certainly(one))
        .toList();
  }

  private Resource doubted(Resource resource, @Nullable ResourceId declared) {
    return Optional.ofNullable(declared)
        .map(possible::get)
        .or(() -> doubtful.stream().findFirst())
        .map(doubt -> doubt.perhaps(resource))
        .orElse(resource);
  }

  /** What was found wrong while the stacks were read. */
  private List<Refusal> found() {
    return hypothesis.diagnostics().stream()
        .filter(TemplateError::isRefused)
        .filter(this::isHere)
        .map(Refusals::ofTemplate)
        .toList();
  }

  private boolean isHere(Diagnostic said) {
    Label at = said.primary();
    return at != null && files.contains(at.span().file());
  }

  private static Refusal refusal(Diagnostic said) {
    Label at = said.primary();
    return new Refusal(
        said.message(), said.help(), at == null ? Origin.NOWHERE : Origin.at(at.span()));
  }

  /** The same of what does not say so itself. */
  private static Refusal ofTemplate(Diagnostic said) {
    Refusal refusal = refusal(said);
    return new Refusal(
        "CloudFormation refuses the template: " + refusal.why(), refusal.help(), refusal.at());
  }
}
