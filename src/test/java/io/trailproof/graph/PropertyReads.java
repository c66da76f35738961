package io.trailproof.graph;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Takes down while tests run which predicate asks for which property of which type; outside of
 * predicates, which class. The classes call it that {@code RecordingClasses} compiles.
 */
public final class PropertyReads {
  private static final Map<String, Set<String>> READERS = new TreeMap<>();
  private static final String NOBODY = "";
  private static String reader = NOBODY;

  private PropertyReads() {}

  /** Who asked, by {@code type property}: names of predicates, and of classes with a dot. */
  public static Map<String, Set<String>> readers() {
    return READERS;
  }

  /** Takes down that a property is asked for. */
  public static void read(Resource resource, String property) {
    READERS
        .computeIfAbsent(resource.type() + " " + property, any -> new TreeSet<>())
        .add(reader.equals(NOBODY) ? asking() : reader);
  }

  /** What a predicate answers. */
  public static <T> T within(String predicate, Supplier<T> answer) {
    String before = reader;
    reader = predicate;
    try {
      return answer.get();
    } finally {
      reader = before;
    }
  }

  /** The predicate that asks now, so that what is worked out once is so for each of them. */
  public static String reader() {
    return reader;
  }

  private static String asking() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith("io.trailproof."))
                    .filter(name -> !name.startsWith("io.trailproof.graph."))
                    .filter(name -> !name.startsWith("io.trailproof.sequence."))
                    .findFirst()
                    .map(PropertyReads::host)
                    .orElse(NOBODY));
  }

  /** The class in which a lambda stands, whose own class the build made. */
  private static String host(String name) {
    int mark = name.indexOf("$$");
    return mark < 0 ? name : name.substring(0, mark);
  }
}
