package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.FreshNames;
import io.trailproof.remedy.Hcl;
import io.trailproof.remedy.Spellings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes edits of changes, each at the block that it is about. */
final class TerraformWork {
  private final ResourceGraph graph;
  private final Spellings spellings;
  private final ModuleFiles files;
  private final List<Piece> pieces;
  private final SharedBlocks shared;
  private final Expressible expressible;
  private final TerraformPlaces places;
  private final HclEditor hcl;
  private final HclJsonEditor json = new HclJsonEditor();
  private final Set<String> done = new HashSet<>();

  TerraformWork(ResourceGraph graph, Spellings spellings, ModuleFiles files, List<Piece> pieces) {
    this.graph = graph;
    this.spellings = spellings;
    this.files = files;
    this.pieces = pieces;
    this.shared = new SharedBlocks(graph, spellings, files, pieces);
    this.expressible = new Expressible(spellings);
    this.places = new TerraformPlaces(files);
    this.hcl = new HclEditor(files);
  }

  /** Why some changes cannot be written; what refers to what is not added cannot either. */
  Map<Piece, String> refused() {
    Map<Piece, String> reasons = new LinkedHashMap<>();
    Set<ResourceId> lost = new LinkedHashSet<>();
    boolean isDone;
    do {
      isDone = true;
      for (Piece piece : pieces) {
        Optional<String> why = reasons.containsKey(piece) ? Optional.empty() : whyNot(piece, lost);
        if (why.isPresent()) {
          reasons.put(piece, why.get());
          isDone &= !(piece.change() instanceof Alteration.Add add && lost.add(add.resource()));
        }
      }
    } while (!isDone);
    return reasons;
  }

  private Optional<String> whyNot(Piece piece, Set<ResourceId> lost) {
    Resource where = graph.find(about(piece.change())).orElse(null);
    if (where == null) {
      return Optional.of("it is not in the plan");
    }
    String module = FreshNames.module(piece.change().resource().address());
    return places
        .whyNot(where)
        .or(() -> needed(piece, lost))
        .or(
            () ->
                piece.values().stream()
                    .map(one -> expressible.whyNot(one, module))
                    .flatMap(Optional::stream)
                    .findFirst())
        .or(() -> shared.whyNot(piece, where));
  }

  private static Optional<String> needed(Piece piece, Set<ResourceId> lost) {
    return lost.stream()
        .filter(
            one ->
                piece.values().stream().anyMatch(value -> refers(value, one))
                    || (piece.change() instanceof Alteration.Add add && add.after().contains(one)))
        .findFirst()
        .map(one -> "it needs `" + one.address() + "`, which is not added");
  }

  private static boolean refers(Value value, ResourceId target) {
    return value.any(
        one -> one instanceof Value.Reference reference && reference.target().equals(target));
  }

  /** The resource of the plan whose block tells where. */
  private ResourceId about(Alteration change) {
    return change instanceof Alteration.Add add ? Anchors.of(add, pieces) : change.resource();
  }

  /** Writes a change that nothing refuses; why not, if it cannot be done where it would have to. */
  Optional<String> write(Piece piece) {
    Resource where = graph.find(about(piece.change())).orElseThrow();
    List<ModuleFiles.Written> blocks = places.blocks(where);
    ModuleFiles.Written first = blocks.get(0);
    String module = FreshNames.module(piece.change().resource().address());
    if (piece.change() instanceof Alteration.Add add) {
      Hcl words = new Hcl(spellings, module);
      if (done.add(first.file().name() + " " + words.relative(add.resource()))) {
        notation(first).add(first, add, words);
      }
      return Optional.empty();
    }
    String property = Merged.property(piece.change());
    if (!done.add(first.file().name() + " " + first.block().span().start() + " " + property)) {
      return Optional.empty();
    }
    List<String> path = Setting.names(spellings.property(where.id(), property));
    Value before = graph.property(where, property);
    @Nullable Value value = null;
    int kept = 0;
    if (piece.change() instanceof Alteration.Set set) {
      value =
          spellings
              .binding(where.id())
              .map(binding -> binding.written(Map.of(property, set.written())))
              .map(fields -> Setting.at(fields, path))
              .orElse(null);
      kept = Setting.kept(before, set.written(), shared.words(where));
      if (value == null) {
        return Optional.of("its file has no word for it");
      }
    }
    Setting setting =
        new Setting(
            blocks,
            path,
            before,
            value,
            kept,
            spellings.policies(where.id()).contains(String.join(".", path)),
            shared.words(where));
    return FileAndPlan.ignored(blocks, path.get(0))
        .or(() -> places.whyNot(setting.deciding().file()))
        .or(() -> notation(setting.deciding()).set(setting));
  }

  private TerraformNotation notation(ModuleFiles.Written written) {
    return written.isJson() ? json : hcl;
  }

  List<TextEdit> edits() {
    List<TextEdit> all = new java.util.ArrayList<>(hcl.edits());
    all.addAll(json.edits());
    return all;
  }
}
