package io.trailproof.rule.predicate;

import io.trailproof.graph.Existence;
import io.trailproof.rule.Judgement;
import io.trailproof.rule.Step;

/** Whether a resource is part of an input, or only stated beside the inputs. */
final class Declaration {
  private Declaration() {}

  /**
   * The resource stands in an input. What makes the proof may not be declared: whoever may change
   * the inputs may as a rule change the declaration, too, and would prove what nobody makes.
   */
  static Judgement standsInInput(Step step) {
    return step.resource().existence() == Existence.DECLARED
        ? Judgement.unknown(
            "it is only declared in `"
                + step.resource().id().input()
                + "`, and a chain that is declared proves nothing of the input")
        : Judgement.pass();
  }
}
