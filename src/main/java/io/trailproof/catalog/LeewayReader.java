package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.document.MappingReader;
import io.trailproof.document.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a catalog file says of the registry's schemas. */
final class LeewayReader {
  private LeewayReader() {}

  static Leeway read(MappingReader given) {
    given.allow(Set.of("formats", "growing", "lax"));
    Map<String, Leeway.Format> formats = new HashMap<>();
    given
        .mapping("formats")
        .ifPresent(all -> all.members().forEach(one -> format(one, all, formats)));
    Set<String> growing = new HashSet<>();
    given
        .mapping("growing")
        .ifPresent(
            all ->
                all.members()
                    .forEach(
                        type ->
                            all.texts(type.key())
                                .forEach(path -> growing.add(type.key() + "/" + path))));
    Map<String, Set<String>> lax = new HashMap<>();
    for (MappingReader one : given.mappings("lax")) {
      one.allow(Set.of("type", "property", "keywords", "fact"));
      List<String> keywords = one.texts("keywords");
      one.need("fact");
      lax.put(one.need("type") + "/" + one.need("property"), Set.copyOf(keywords));
    }
    return new Leeway(formats, growing, lax);
  }

  private static void format(
      Node.Member named, MappingReader all, Map<String, Leeway.Format> formats) {
    MappingReader format = all.reader(named.value());
    format.allow(Set.of("words", "regex"));
    formats.put(named.key(), new Leeway.Format(format.need("words"), format.need("regex")));
  }
}
