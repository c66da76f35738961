package io.trailproof.aws.filterpattern.insight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The event names of some services, read from {@code event-names.txt}; a name that is missing may
 * be another service's.
 */
public final class EventNames {
  private static final String RESOURCE = "/io/trailproof/aws/filterpattern/event-names.txt";
  private static final int FAR = 3;

  private final Map<String, Set<String>> bySource = new LinkedHashMap<>();
  private final Map<String, String> recorded = new HashMap<>();
  private final Map<String, List<String>> sources = new LinkedHashMap<>();

  private EventNames(String text) {
    text.lines().filter(line -> !line.startsWith("#")).forEach(this::read);
  }

  /** The bundled names. */
  public static EventNames bundled() {
    return Bundled.NAMES;
  }

  private static final class Bundled {
    private static final EventNames NAMES = new EventNames(resource());

    private static String resource() {
      try (InputStream in =
          Objects.requireNonNull(EventNames.class.getResourceAsStream(RESOURCE), RESOURCE)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void read(String line) {
    int colon = line.indexOf(": ");
    String source = line.substring(0, colon);
    Set<String> names = new LinkedHashSet<>();
    for (String word : line.substring(colon + 2).split(" ", -1)) {
      int sign = word.indexOf('>');
      if (sign < 0) {
        names.add(word);
      } else {
        recorded.put(source + " " + word.substring(0, sign), word.substring(sign + 1));
        names.add(word.substring(sign + 1));
      }
    }
    bySource.put(source, names);
    names.forEach(name -> sources.computeIfAbsent(name, n -> new ArrayList<>()).add(source));
  }

  /** The services whose names are listed. */
  public Set<String> sources() {
    return bySource.keySet();
  }

  /** The listed service whose name is but one slip away. */
  public Optional<String> nearestSource(String source) {
    return Spelling.nearest(source, bySource.keySet(), 1);
  }

  /** The name that records have of an operation, where it is another one. */
  public Optional<String> recordedAs(String source, String operation) {
    return Optional.ofNullable(recorded.get(source + " " + operation));
  }

  /** True if the names of this service are listed. */
  public boolean knows(String source) {
    return bySource.containsKey(source);
  }

  public boolean has(String source, String name) {
    return bySource.getOrDefault(source, Set.of()).contains(name);
  }

  /** The listed services that have an event of this name. */
  public List<String> sourcesOf(String name) {
    return sources.getOrDefault(name, List.of());
  }

  /** The event of a listed service that is spelt most like this name, if one is near. */
  public Optional<String> nearest(String name, String source) {
    int farthest = Math.min(FAR, Math.max(1, name.length() / 4));
    return Spelling.nearest(name, bySource.getOrDefault(source, Set.of()), farthest);
  }

  /**
   * The event of any listed service that is but one slip away: the name may be right and another
   * service's.
   */
  public Optional<String> nearest(String name) {
    return Spelling.nearest(name, sources.keySet(), 1);
  }
}
