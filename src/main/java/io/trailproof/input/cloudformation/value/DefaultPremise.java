package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Premise;
import io.trailproof.input.cloudformation.template.Rendering;
import io.trailproof.input.cloudformation.template.Template;
import java.util.Optional;

/** What rests on the default of a parameter: whoever deploys may give another value (F108). */
final class DefaultPremise {
  static final String CODE = "parameter-default";

  private DefaultPremise() {}

  /**
   * The premise that nobody gives a value.
   *
   * @param text the default as it is written; empty if it must not be shown or is no text
   */
  static Premise of(Template template, String parameter, Optional<String> text) {
    String subject = "parameter " + Rendering.quoted(parameter);
    boolean nothing = text.filter(String::isBlank).isPresent();
    return new Premise(
        CODE,
        subject + (nothing ? " keeps its empty default" : " keeps its default"),
        text.filter(any -> !nothing).map(Rendering::quoted),
        template.file().name(),
        Premise.Reach.PROOF);
  }
}
