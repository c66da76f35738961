package io.trailproof.input.terraform.hcl;

import io.trailproof.source.Span;

/** One argument: {@code name = definition}. */
public record Attribute(String name, Definition definition) {
  /** The expression, name and equals sign excluded. */
  public Span span() {
    return definition.span();
  }
}
