package io.trailproof.input;

import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.Place;
import io.trailproof.graph.Value;
import io.trailproof.source.SourceFile;
import java.util.Map;
import java.util.Optional;

/** Reads the templates of stacks that an input of another format makes. */
@FunctionalInterface
public interface StackTemplates {
  /** Reads none. */
  StackTemplates NONE = (template, stack) -> Optional.empty();

  /** What a stack makes; empty if the text is no template. */
  Optional<Outcome<Made>> read(SourceFile template, Stack stack);

  /**
   * What a stack makes, and what it puts out.
   *
   * @param outputs by their names
   */
  record Made(Reading reading, Map<String, Value> outputs) {
    public Made {
      outputs = Map.copyOf(outputs);
    }
  }

  /**
   * A stack as the other input has it.
   *
   * @param address what it is called there
   * @param parameters what is given for the parameters: fields, or what leads to one of them
   */
  record Stack(String address, Value parameters, Place place) {}
}
