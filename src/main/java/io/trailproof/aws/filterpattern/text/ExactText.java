package io.trailproof.aws.filterpattern.text;

import java.util.List;

/** The set of one string. */
public record ExactText(String text) implements TextSet {
  @Override
  public boolean contains(String other) {
    return text.equals(other);
  }

  @Override
  public List<String> samples() {
    return List.of(text);
  }

  @Override
  public Program program() {
    return Program.anchored(Program.literal(text));
  }
}
