package io.trailproof.input.cloudformation.stack;

import io.trailproof.catalog.constraint.Objection;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.graph.Origin;
import io.trailproof.graph.Resource;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.template.Rendering;
import java.util.List;

/**
 * What CloudFormation refuses, or may refuse, a stack for.
 *
 * @param why one line, which says that it does
 * @param help what to do about it
 */
record Refusal(String why, List<String> help, Origin at) {
  Refusal {
    help = List.copyOf(help);
  }

  static Refusal of(Diagnostic said) {
    Label at = said.primary();
    return new Refusal(
        said.message(), said.help(), at == null ? Origin.NOWHERE : Origin.at(at.span()));
  }

  /** The same of what does not say so itself. */
  static Refusal ofTemplate(Diagnostic said) {
    Refusal refusal = of(said);
    return new Refusal(
        "CloudFormation refuses the template, since " + refusal.why(),
        refusal.help(),
        refusal.at());
  }

  /** What the schema of its type has against a resource. */
  static Refusal of(DeclaredResource declared, Objection objection) {
    String refuses =
        switch (objection.weight()) {
          case CERTAIN -> "CloudFormation refuses ";
          case OPEN -> "CloudFormation may refuse ";
          case GROWING -> "unless AWS allows more by now, CloudFormation refuses ";
        };
    return new Refusal(
        refuses + Rendering.quoted(declared.id()) + ", whose " + objection.what(),
        objection.help(),
        objection.at().span() == null ? Origin.at(declared.at()) : objection.at());
  }

  /** A resource that never comes to be for it. */
  Resource refused(Resource resource) {
    return marked("refused", resource);
  }

  /** A resource that perhaps never comes to be for it. */
  Resource doubted(Resource resource) {
    return marked("unrecognised", resource);
  }

  private Resource marked(String name, Resource resource) {
    return resource
        .with(name, new Value.Unknown(why, at))
        .with(
            "remedy",
            new Value.Items(help.stream().<Value>map(one -> Value.text(one, at)).toList(), at));
  }
}
