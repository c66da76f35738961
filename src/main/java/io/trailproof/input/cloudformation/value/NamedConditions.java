package io.trailproof.input.cloudformation.value;

import io.trailproof.document.Node;
import io.trailproof.input.cloudformation.hypothesis.Assumptions;
import io.trailproof.input.cloudformation.hypothesis.ConditionTruth;
import io.trailproof.input.cloudformation.hypothesis.EqualsFunction;
import io.trailproof.input.cloudformation.hypothesis.PremiseTracker;
import io.trailproof.input.cloudformation.template.Call;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.TemplateError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The named conditions of a stack, in three values. */
public final class NamedConditions {
  private static final ConditionTruth NO_CONDITION =
      ConditionTruth.undecided("what is no condition");

  private final Namespace names;
  private final Evaluator evaluator;
  private final Map<String, Node.Member> definitions = new HashMap<>();
  private final Map<String, PremiseTracker.Noted<Settled>> known = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  /** The conditions of a stack, whose arguments an evaluator works out. */
  public NamedConditions(Namespace names, Evaluator evaluator) {
    this.names = names;
    this.evaluator = evaluator;
  }

  /** Takes the definitions, loops written out. */
  public void define(List<Node.Member> members) {
    members.forEach(member -> definitions.put(member.key(), member));
  }

  /** The names of all. */
  public Set<String> names() {
    return definitions.keySet();
  }

  /** Ends a sentence that names what hangs on a condition. */
  public static String why(String condition, ConditionTruth truth) {
    return "hangs on condition " + Rendering.quoted(condition) + ", and that on " + truth.hangsOn();
  }

  /**
   * What a condition came to, and the questions it left open.
   *
   * @param kept false if it was not worked out
   */
  private record Settled(
      ConditionTruth truth, List<Assumptions.OpenComparison> open, boolean kept) {
    static Settled not(String why) {
      return new Settled(ConditionTruth.undecided(why), List.of(), false);
    }
  }

  /** Whether the condition of a name holds. */
  public ConditionTruth named(String name) {
    PremiseTracker.Noted<Settled> settled = known.get(name);
    if (settled == null) {
      settled = names.hypothesis().tracker().noting(() -> settle(name));
      if (settled.result().kept()) {
        known.put(name, settled);
      }
    } else {
      names.hypothesis().tracker().on(settled.premises());
      settled.result().open().forEach(names.hypothesis()::ask);
    }
    return settled.result().truth();
  }

  /** What is decided all the same leaves no questions. */
  private Settled settle(String name) {
    Node.Member definition = definitions.get(name);
    if (definition == null) {
      return Settled.not("a condition that is not there");
    }
    if (!underWay.add(name)) {
      names.hypothesis().report(TemplateError.CIRCULAR_CONDITION.with(definition.keySpan(), name));
      return Settled.not("itself");
    }
    int mark = names.hypothesis().questions().size();
    ConditionTruth truth = evaluate(definition.value());
    underWay.remove(name);
    List<Assumptions.OpenComparison> asked = names.hypothesis().questionsSince(mark);
    if (!truth.isUndecided()) {
      names.hypothesis().forget(mark);
    }
    names.restOnLoops("Conditions", name);
    return new Settled(truth, truth.isUndecided() ? asked : List.of(), true);
  }

  private ConditionTruth evaluate(Node node) {
    if (!names.hypothesis().budget().enter()) {
      return ConditionTruth.undecided("more than can be worked out");
    }
    try {
      Optional<Call> call = Call.of(node);
      if (call.isPresent()) {
        return call(call.get());
      }
      Optional<Node> other =
          node.asMapping()
              .filter(mapping -> mapping.members().size() == 1)
              .flatMap(mapping -> mapping.get("Condition"));
      return other
          .flatMap(Node::asScalar)
          .map(name -> named(name.text().strip()))
          .orElse(NO_CONDITION);
    } finally {
      names.hypothesis().budget().leave();
    }
  }

  /** The truth of a function of conditions. */
  ConditionTruth call(Call call) {
    List<Node> items = call.argument().asSequence().map(Node.Sequence::items).orElse(List.of());
    return switch (call.name()) {
      case "Condition" ->
          call.argument().asScalar().map(name -> named(name.text().strip())).orElse(NO_CONDITION);
      case "Fn::Not" -> items.size() == 1 ? evaluate(items.get(0)).not() : NO_CONDITION;
      case "Fn::And" -> all(items, ConditionTruth.HOLDS, ConditionTruth::and);
      case "Fn::Or" -> all(items, ConditionTruth.FAILS, ConditionTruth::or);
      case "Fn::Equals" -> items.size() == 2 ? equal(items.get(0), items.get(1)) : NO_CONDITION;
      default -> NO_CONDITION;
    };
  }

  /** An empty list decides nothing: CloudFormation refuses it. */
  private ConditionTruth all(
      List<Node> items, ConditionTruth start, BinaryOperator<ConditionTruth> operator) {
    return items.isEmpty()
        ? NO_CONDITION
        : items.stream().map(this::evaluate).reduce(start, operator);
  }

  private ConditionTruth equal(Node left, Node right) {
    return new EqualsFunction(names.hypothesis())
        .equal(evaluator.text(left), evaluator.text(right));
  }
}
