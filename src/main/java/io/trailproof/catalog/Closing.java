package io.trailproof.catalog;

import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import io.trailproof.graph.Dialect;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the properties of a type are all known of, so that another one is not passed over.
 *
 * @param kind where that is said
 * @param words of a type that is closed: what is said of properties that the catalog does not read,
 *     by dialect, word and path
 */
public record Closing(Kind kind, Map<Dialect, Map<String, List<String>>> words) {

  /** Where it is said. */
  enum Kind {
    /** Nobody says so: whatever is set is passed over. */
    OPEN,
    /** In what was compiled when trailproof was built. */
    PACKED,
    /** Beside the type itself. */
    STATED
  }

  static final Closing OPEN = new Closing(Kind.OPEN, Map.of());
  static final Closing PACKED = new Closing(Kind.PACKED, Map.of());

  private static final Set<String> WORDS =
      Set.of(
          Classification.READ,
          Classification.SILENCING,
          Classification.DOCUMENTATION,
          Classification.BESIDE,
          Classification.RECEIVER);

  /** What is said of a type: {@code true}, or words for the properties that nothing reads. */
  static Closing read(MappingReader holder, String key) {
    Node node = holder.get(key).orElse(null);
    if (node == null) {
      return OPEN;
    }
    if (node.asScalar().isPresent()) {
      return holder.text(key).filter("true"::equals).isPresent()
          ? new Closing(Kind.STATED, Map.of())
          : OPEN;
    }
    return words(holder.reader(node));
  }

  /** The words for the properties of a type. */
  static Closing words(MappingReader said) {
    said.allow(Set.of(Dialect.CLOUDFORMATION.word(), Dialect.TERRAFORM.word()));
    Map<Dialect, Map<String, List<String>>> words = new EnumMap<>(Dialect.class);
    for (Dialect dialect : List.of(Dialect.CLOUDFORMATION, Dialect.TERRAFORM)) {
      said.mapping(dialect.word()).ifPresent(all -> words.put(dialect, paths(all)));
    }
    return new Closing(Kind.STATED, words);
  }

  private static Map<String, List<String>> paths(MappingReader all) {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    for (Node.Member member : all.members()) {
      if (!WORDS.contains(member.key()) && !member.key().matches("F[0-9]+")) {
        all.problem(CatalogError.UNKNOWN_CLASS, member.keySpan(), member.key());
      }
      paths.put(member.key(), all.texts(member.key()));
    }
    return paths;
  }
}
