package io.trailproof.edit;

import io.trailproof.catalog.Catalog;
import io.trailproof.graph.Dialect;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Spellings;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of the Terraform files that a plan was made of. */
public final class TerraformEditor implements Editor {
  private final Catalog catalog;
  private final ResourceGraph graph;
  private final Spellings spellings;
  private final ModuleFiles files;

  /**
   * An editor of the files of a deployment.
   *
   * @param graph the deployment as it is
   * @param changes all changes of it, which may refer to each other
   */
  public TerraformEditor(Catalog catalog, ResourceGraph graph, List<Alteration> changes) {
    this.catalog = catalog;
    this.graph = graph;
    this.files = new ModuleFiles(graph);
    this.spellings = new Spellings(catalog, graph, changes);
  }

  @Override
  public Edits edits(List<Alteration> changes) {
    List<Alteration> own =
        changes.stream()
            .filter(
                one ->
                    spellings
                        .beside(one.resource())
                        .filter(beside -> beside.dialect() == Dialect.TERRAFORM)
                        .isPresent())
            .toList();
    if (own.isEmpty()) {
      return Edits.NONE;
    }
    List<Piece> pieces = new BlockLabels(graph, files).fresh(Merged.of(own));
    TerraformWork work =
        new TerraformWork(
            graph,
            new Spellings(catalog, graph, pieces.stream().map(Piece::change).toList()),
            files,
            pieces);
    Map<Piece, String> reasons = work.refused();
    for (Piece piece : pieces) {
      if (!reasons.containsKey(piece)) {
        Optional<String> why = work.write(piece);
        why.ifPresent(one -> reasons.put(piece, one));
      }
    }
    List<TextEdit> edits = new ArrayList<>(work.edits());
    edits.sort(Comparator.comparingLong(one -> one.where().start()));
    if (overlap(edits)) { // which no two changes should
      pieces.forEach(
          one -> reasons.putIfAbsent(one, "its edit and another's touch the same place"));
      return new Edits(List.of(), unwritten(own, reasons));
    }
    return new Edits(edits, unwritten(own, reasons));
  }

  private static boolean overlap(List<TextEdit> edits) {
    Map<SourceFile, Long> ends = new HashMap<>();
    for (TextEdit one : edits) {
      if (one.where().start() < ends.getOrDefault(one.where().file(), 0L)) {
        return true;
      }
      ends.put(one.where().file(), one.where().end());
    }
    return false;
  }

  /** In the order in which they were asked for. */
  private static List<Unwritten> unwritten(List<Alteration> asked, Map<Piece, String> reasons) {
    Map<Alteration, String> why = new LinkedHashMap<>();
    reasons.forEach((piece, reason) -> piece.origin().forEach(one -> why.put(one, reason)));
    List<Unwritten> unwritten = new ArrayList<>();
    for (Alteration one : asked) {
      String reason = why.get(one);
      if (reason != null) {
        unwritten.add(new Unwritten(one, reason));
      }
    }
    return unwritten;
  }
}
