package io.trailproof.input.cloudformation.template;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of the attributes that {@code Fn::GetAtt} gives of the types that the catalog reads.
 */
public final class AttributeNames {
  private static final String FILE = "attributes.txt";

  private AttributeNames() {}

  /** Read when the first template asks. */
  private static final class Known {
    static final Map<String, Map<String, Set<String>>> GIVEN = read(FILE);

    private Known() {}
  }

  /** The attributes of a type, by their first words; empty where the type is not known. */
  public static Optional<Set<String>> of(String type) {
    return Optional.ofNullable(Known.GIVEN.get(type))
        .map(members -> members.getOrDefault("", Set.of()));
  }

  private static Map<String, Map<String, Set<String>>> read(String file) {
    Map<String, Map<String, Set<String>>> types = new HashMap<>();
    try (InputStream in = AttributeNames.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          List<String> words = Arrays.asList(line.split(" ", -1));
          types.put(words.get(0), members(words.subList(1, words.size())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return types;
  }

  private static Map<String, Set<String>> members(List<String> paths) {
    Map<String, Set<String>> members = new HashMap<>();
    for (String path : paths) {
      int dot = path.lastIndexOf('.');
      members
          .computeIfAbsent(dot < 0 ? "" : path.substring(0, dot), any -> new TreeSet<>())
          .add(path.substring(dot + 1));
    }
    return members;
  }
}
