package io.trailproof.input.cloudformation;

import io.trailproof.document.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The named conditions of a stack, in three values. */
final class Conditions {
  private static final Truth NO_CONDITION = Truth.undecided("what is no condition");

  private final Stack stack;
  private final Map<String, Node.Member> definitions = new HashMap<>();
  private final Map<String, Reliance.Noted<Settled>> known = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  Conditions(Stack stack) {
    this.stack = stack;
  }

  /** Takes the definitions, loops written out. */
  void define(List<Node.Member> members) {
    members.forEach(member -> definitions.put(member.key(), member));
  }

  Set<String> names() {
    return definitions.keySet();
  }

  /** Ends a sentence that names what hangs on a condition. */
  static String why(String condition, Truth truth) {
    return "hangs on condition " + Rendering.quoted(condition) + ", and that on " + truth.hangsOn();
  }

  /**
   * What a condition came to, and the questions it left open.
   *
   * @param kept false if it was not worked out
   */
  private record Settled(Truth truth, List<Question> open, boolean kept) {
    static Settled not(String why) {
      return new Settled(Truth.undecided(why), List.of(), false);
    }
  }

  Truth named(String name) {
    Reliance.Noted<Settled> settled = known.get(name);
    if (settled == null) {
      settled = stack.world().reliance().noting(() -> settle(name));
      if (settled.result().kept()) {
        known.put(name, settled);
      }
    } else {
      stack.world().reliance().on(settled.premises());
      settled.result().open().forEach(stack.world()::ask);
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
      stack
          .world()
          .report(
              Problem.circular("the condition " + Rendering.quoted(name), definition.keySpan()));
      return Settled.not("itself");
    }
    int mark = stack.world().questions().size();
    Truth truth = evaluate(definition.value());
    underWay.remove(name);
    List<Question> asked = stack.world().questionsSince(mark);
    if (!truth.isUndecided()) {
      stack.world().forget(mark);
    }
    stack.restOnLoops("Conditions", name);
    return new Settled(truth, truth.isUndecided() ? asked : List.of(), true);
  }

  private Truth evaluate(Node node) {
    if (!stack.world().budget().enter()) {
      return Truth.undecided("more than can be worked out");
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
      stack.world().budget().leave();
    }
  }

  /** The truth of a function of conditions. */
  Truth call(Call call) {
    List<Node> items = call.argument().asSequence().map(Node.Sequence::items).orElse(List.of());
    return switch (call.name()) {
      case "Condition" ->
          call.argument().asScalar().map(name -> named(name.text().strip())).orElse(NO_CONDITION);
      case "Fn::Not" -> items.size() == 1 ? evaluate(items.get(0)).not() : NO_CONDITION;
      case "Fn::And" -> all(items, Truth.TRUE, Truth::and);
      case "Fn::Or" -> all(items, Truth.FALSE, Truth::or);
      case "Fn::Equals" -> items.size() == 2 ? equal(items.get(0), items.get(1)) : NO_CONDITION;
      default -> NO_CONDITION;
    };
  }

  /** An empty list decides nothing: CloudFormation refuses it. */
  private Truth all(List<Node> items, Truth start, BinaryOperator<Truth> operator) {
    return items.isEmpty()
        ? NO_CONDITION
        : items.stream().map(this::evaluate).reduce(start, operator);
  }

  private Truth equal(Node left, Node right) {
    Evaluator evaluator = stack.evaluator();
    return new Comparison(stack.world()).equal(evaluator.text(left), evaluator.text(right));
  }
}
