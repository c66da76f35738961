package io.trailproof.catalog;

import io.trailproof.catalog.constraint.Leeway;
import io.trailproof.document.PackedReader;
import io.trailproof.document.PackedWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the files of the catalog say beside types, packed when trailproof is built. */
final class PackedBeside {
  private PackedBeside() {}

  static PackedWriter pack(StandIns standIns) {
    return new PackedWriter()
        .texts(standIns.domains())
        .texts(standIns.words())
        .texts(standIns.beginnings());
  }

  static StandIns standIns(PackedReader row) {
    return new StandIns(row.texts(), row.texts(), row.texts());
  }

  static PackedWriter pack(Leeway leeway) {
    return new PackedWriter()
        .list(
            List.copyOf(new TreeMap<>(leeway.formats()).entrySet()),
            (row, one) ->
                row.text(one.getKey()).text(one.getValue().words()).text(one.getValue().regex()))
        .texts(List.copyOf(new TreeSet<>(leeway.growing())))
        .list(
            List.copyOf(new TreeMap<>(leeway.lax()).entrySet()),
            (row, one) -> row.text(one.getKey()).texts(List.copyOf(new TreeSet<>(one.getValue()))));
  }

  static Leeway leeway(PackedReader row) {
    Map<String, Leeway.Format> formats = new HashMap<>();
    for (int left = row.number(); left > 0; left--) {
      formats.put(row.text(), new Leeway.Format(row.text(), row.text()));
    }
    Set<String> growing = new HashSet<>(row.texts());
    Map<String, Set<String>> lax = new HashMap<>();
    for (int left = row.number(); left > 0; left--) {
      lax.put(row.text(), Set.copyOf(row.texts()));
    }
    return new Leeway(formats, growing, lax);
  }
}
