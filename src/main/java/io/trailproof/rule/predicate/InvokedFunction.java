package io.trailproof.rule.predicate;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.Value;
import io.trailproof.graph.index.ResourceIndex;
import io.trailproof.kleene.Truth;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Shown;
import io.trailproof.rule.Step;
import io.trailproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The function that a service invokes, and by which of its policies (F192). */
final class InvokedFunction {
  private static final String FUNCTION = "aws.lambda.Function";

  /** What names a function that stands on a path. */
  private static final List<String> CALLS = List.of("actions", "target");

  private InvokedFunction() {}

  /** The function of the graph that a value names, itself or by a version or an alias. */
  static Optional<FunctionPolicy> named(ResourceGraph graph, Value value) {
    Optional<QualifiedFunction> qualified = QualifiedFunction.of(graph, value);
    return qualified.isPresent()
        ? qualified.filter(one -> !one.isLatest()).flatMap(one -> of(graph, one))
        : function(graph, value).map(one -> new FunctionPolicy(graph, one, Optional.empty()));
  }

  /** The one that stands on a path, as what stands before it calls it. */
  static FunctionPolicy policy(Step step) {
    ResourceGraph graph = step.graph();
    Resource resource = step.resource();
    FunctionPolicy itself = new FunctionPolicy(graph, resource, Optional.empty());
    Optional<QualifiedFunction> own = QualifiedFunction.of(resource);
    if (own.isPresent()) {
      return of(graph, own.get()).orElse(itself);
    }
    List<Value> calls =
        CALLS.stream()
            .flatMap(name -> each(step.before().property(name)).stream())
            .filter(one -> graph.names(one, resource) == Truth.YES)
            .toList();
    // Who calls the function itself as well is let in by its own policy.
    boolean isCalledItself =
        calls.isEmpty()
            || calls.stream().anyMatch(one -> QualifiedFunction.of(graph, one).isEmpty());
    return isCalledItself ? itself : named(graph, calls.get(0)).orElse(itself);
  }

  /**
   * Of what a plan shows only the reference, a qualifier may stand behind it, if it is one that the
   * function can have: what is known only later is of a function that is new.
   */
  static Judgement told(Value value, FunctionPolicy policy, Judgement judgement) {
    boolean isOpen = value instanceof Value.Reference reference && !reference.whole();
    return isOpen && judgement.verdict() == Verdict.FAIL && policy.isQualifiedForSomebody()
        ? Judgement.unknown(
            "the plan shows that it is made of " + Shown.of(value) + ", and not how")
        : judgement;
  }

  private static Optional<FunctionPolicy> of(ResourceGraph graph, QualifiedFunction qualified) {
    return function(graph, qualified.function())
        .map(one -> new FunctionPolicy(graph, one, Optional.of(qualified.qualifier())));
  }

  private static Optional<Resource> function(ResourceGraph graph, Value value) {
    return ResourceIndex.of(graph).named(FUNCTION, value).stream().findFirst();
  }

  private static List<Value> each(Value value) {
    List<Value> each = new ArrayList<>();
    if (value instanceof Value.Items items) {
      items.items().forEach(item -> each.addAll(each(item)));
    } else {
      each.add(value);
    }
    return each;
  }
}
