package io.trailproof.source;

/**
 * How much an input may ask of us before it is refused, or what it says is taken for unknown: none
 * may cost a stack, a heap or an afternoon. What happens beyond each stands in {@code
 * docs/limits.md}; what the engines of AWS's languages try is with them.
 */
public final class Limits {
  /** Bytes of what comes through a pipe or from a device, which need not end. */
  public static final long PIPED_BYTES = 4L << 30;

  /** Bytes of a pattern that is handed to standard input; the service takes 1,024 characters. */
  public static final int PATTERN_BYTES = 1 << 20;

  /** Levels of nesting; plans, templates and policies of this world stay below forty. */
  public static final int DEPTH = 200;

  /** Bytes of a JSON document that is read as a tree. */
  public static final long JSON_BYTES = 256L << 20;

  /** Bytes of a YAML document, sixteen times what CloudFormation takes. */
  public static final long YAML_BYTES = 16L << 20;

  /** Nodes that the aliases of a YAML document may stand for. */
  public static final long ALIASED_NODES = 200_000;

  /** Digits of a number in JSON. */
  public static final int DIGITS = 1_000;

  /** Bytes of a file that a template, an assembly or an include leads to. */
  public static final long TEMPLATE_BYTES = 16L << 20;

  /** Resources that one template declares, a hundred times what CloudFormation takes. */
  public static final int RESOURCES = 50_000;

  /**
   * Resources that the loops and nested stacks of one deployment's templates write out, twenty
   * times what CloudFormation takes of nested stacks in one operation.
   */
  public static final int WRITTEN_RESOURCES = 50_000;

  /** Files that are looked at to find the template of a nested stack. */
  public static final int TEMPLATE_FILES = 20_000;

  /**
   * Steps that the functions, loops and nested stacks of one deployment's templates are worked out
   * in; a loop takes one for each node that it writes.
   */
  public static final int TEMPLATE_STEPS = 2_000_000;

  /**
   * Expressions of a plan's configuration that are followed for one value: no honest one hangs on
   * as many, modules that feed each other do.
   */
  public static final int EXPRESSIONS = 10_000;

  /** Composite alarms that follow one another in a row. */
  public static final int COMPOSITES_IN_A_ROW = 200;

  /** Composite alarms that are worked out around one alarm, each as often as its rule is asked. */
  public static final int COMPOSITE_STEPS = 20_000;

  /**
   * Resources that perhaps stand at a link of a chain, of which it is worked out what follows. What
   * does not certainly stand there proves nothing, and each may be joined with each of the next
   * link.
   */
  public static final int PERHAPS_LINKED = 100;

  /**
   * Resources that may follow another in a chain, of which it is asked whether they do; what is
   * found by its name or key is always asked.
   */
  public static final int ASKED_AT_A_LINK = 1_000;

  /**
   * Others that a resource may be one with, as far as it is told, before it may be any of the rest.
   */
  public static final int HELD_AGAINST = 200;

  /** Pairs of resources of one kind that are held against each other where names are not known. */
  public static final int HELD_PAIRS = 4_000_000;

  private Limits() {}
}
