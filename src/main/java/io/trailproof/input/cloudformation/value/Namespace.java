package io.trailproof.input.cloudformation.value;

import io.trailproof.graph.Origin;
import io.trailproof.graph.Value;
import io.trailproof.input.cloudformation.hypothesis.AssumedReading;
import io.trailproof.input.cloudformation.template.Template;
import java.util.List;
import java.util.Optional;

/** What the names of a template stand for in one stack that is made of it. */
public interface Namespace {
  /** The hypothesis that all is worked out under. */
  AssumedReading hypothesis();

  /** The template whose names these are. */
  Template template();

  /** Tells the symbols of this stack from those of others. */
  String scope();

  /** The named conditions. */
  NamedConditions conditions();

  /** What a {@code Ref} to a name stands for. */
  Value ref(String name, Origin origin);

  /** What an attribute of a resource stands for. */
  Value getAtt(String name, String attribute, Origin origin);

  /** The parts of the ARN that a value stands for; empty where that is not certain. */
  Optional<List<Value>> arnParts(Value value);

  /** Says that a member of a section is used, which may be there by a loop only. */
  void restOnLoops(String section, String name);
}
