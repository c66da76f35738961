package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.graph.ResourceId;
import io.trailproof.graph.Value;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.FreshNames;
import io.trailproof.remedy.Hcl;
import io.trailproof.remedy.Spellings;
import java.util.ArrayList;
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
  private final List<Piece> pieces;
  private final SharedBlocks shared;
  private final ModuleWords words;
  private final CallSettings calls;
  private final TerraformPlaces places;
  private final HclEditor hcl;
  private final HclJsonEditor json = new HclJsonEditor();
  private final Set<String> done = new HashSet<>();

  TerraformWork(ResourceGraph graph, Spellings spellings, ModuleFiles files, List<Piece> pieces) {
    this.graph = graph;
    this.spellings = spellings;
    this.pieces = pieces;
    this.words = new ModuleWords(graph, spellings, files);
    this.calls = new CallSettings(files);
    this.shared = new SharedBlocks(graph, words, files, pieces);
    this.places = new TerraformPlaces(files);
    this.hcl = new HclEditor(files);
  }

  /** Why some changes cannot be written; what refers to what is not added cannot either. */
  Map<Piece, String> refused() {
    Map<Piece, String> reasons = new LinkedHashMap<>();
    Set<ResourceId> lost = new LinkedHashSet<>();
    int before;
    do {
      before = lost.size();
      for (Piece piece : pieces) {
        if (piece.change() instanceof Alteration.Add add && !lost.contains(add.resource())) {
          Optional<String> why = whyNot(piece, lost);
          why.ifPresent(one -> reasons.put(piece, one));
          why.ifPresent(one -> lost.add(add.resource()));
        }
      }
    } while (lost.size() > before);
    for (Piece piece : pieces) {
      if (!(piece.change() instanceof Alteration.Add)) {
        whyNot(piece, lost).ifPresent(one -> reasons.put(piece, one));
      }
    }
    return reasons;
  }

  private Optional<String> whyNot(Piece piece, Set<ResourceId> lost) {
    Resource where = graph.find(about(piece.change())).orElse(null);
    if (where == null) {
      return Optional.of("it is not in the plan");
    }
    if (!(piece.change() instanceof Alteration.Add) && Siblings.isWithin(where)) {
      return Optional.of("it is a part of another block");
    }
    String module = FreshNames.module(piece.change().resource().address());
    return places
        .whyNot(where)
        .or(() -> needed(piece, lost))
        .or(() -> secret(piece))
        .or(
            () ->
                unwritable(piece, module)
                    .or(() -> shared.whyNot(piece, where))
                    .filter(why -> atCall(piece, where).isEmpty()));
  }

  /** What an input marks as sensitive does not go into a file, where it is read by all. */
  private Optional<String> secret(Piece piece) {
    return piece.values().stream()
            .flatMap(Value::stream)
            .anyMatch(
                one -> one.isSensitive() || one.asText().filter(graph.secrets()::areIn).isPresent())
        ? Optional.of("a part of its value is marked as sensitive")
        : Optional.empty();
  }

  private Optional<String> unwritable(Piece piece, String module) {
    if (piece.values().stream().anyMatch(one -> refers(one, piece.change().resource()))) {
      return Optional.of("it would refer to itself");
    }
    return piece.values().stream()
        .map(one -> words.whyNot(one, module))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The input of a module's call that a property is, where that is what can be set. */
  private Optional<CallSettings.Input> atCall(Piece piece, Resource where) {
    if (!(piece.change() instanceof Alteration.Set set)) {
      return Optional.empty();
    }
    List<String> path = PropertyEdit.names(spellings.property(where.id(), set.property()));
    List<ModuleFiles.Written> blocks = places.blocks(where);
    return calls
        .of(where, blocks.get(blocks.size() - 1), path)
        .filter(one -> unwritable(piece, one.module()).isEmpty())
        .filter(one -> places.whyNot(one.call().file()).isEmpty())
        .filter(one -> shared.whyNotAtCall(piece, where).isEmpty());
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
    return change instanceof Alteration.Add add ? AddedBeside.of(add, pieces) : change.resource();
  }

  /** Writes a change that nothing refuses; why not, if it cannot be done where it would have to. */
  Optional<String> write(Piece piece) {
    Resource where = graph.find(about(piece.change())).orElseThrow();
    List<ModuleFiles.Written> blocks = places.blocks(where);
    String module = FreshNames.module(piece.change().resource().address());
    if (piece.change() instanceof Alteration.Add add) {
      Hcl own = words.of(module, "");
      ModuleFiles.Written beside = blocks.get(0);
      if (done.add(beside.file().name() + " " + own.relative(add.resource()))) {
        notation(beside).add(beside, add, own);
      }
      return Optional.empty();
    }
    String property = Merged.property(piece.change());
    List<String> path = PropertyEdit.names(spellings.property(where.id(), property));
    boolean isHere = unwritable(piece, module).isEmpty() && shared.whyNot(piece, where).isEmpty();
    Optional<CallSettings.Input> input = isHere ? Optional.empty() : atCall(piece, where);
    PropertyEdit setting =
        input.isPresent()
            ? setting(
                piece,
                where,
                List.of(input.get().call()),
                List.of(input.get().name()),
                words.of(input.get().module(), ""))
            : setting(piece, where, blocks, path, shared.words(where));
    if (setting.value() == null && piece.change() instanceof Alteration.Set) {
      return Optional.of("its file has no word for it");
    }
    ModuleFiles.Written target = setting.deciding();
    if (!done.add(target.file().name() + target.block().span().start() + setting.path())) {
      return Optional.empty();
    }
    return FileAndPlan.ignored(blocks, path.get(0))
        .or(() -> places.whyNot(target.file()))
        .or(() -> notation(target).set(setting));
  }

  private PropertyEdit setting(
      Piece piece, Resource where, List<ModuleFiles.Written> blocks, List<String> path, Hcl hcl) {
    String property = Merged.property(piece.change());
    Value before = graph.property(where, property);
    String spelt = spellings.property(where.id(), property);
    @Nullable Value value = null;
    int kept = 0;
    if (piece.change() instanceof Alteration.Set set) {
      kept = PropertyEdit.kept(before, set.written(), hcl);
      value =
          spellings
              .binding(where.id())
              .map(binding -> binding.written(Map.of(property, set.written())))
              .map(fields -> PropertyEdit.at(fields, PropertyEdit.names(spelt)))
              .orElse(null);
    }
    boolean isPolicy = spellings.policies(where.id()).contains(spelt);
    return new PropertyEdit(blocks, path, before, value, kept, isPolicy, hcl);
  }

  private TerraformNotation notation(ModuleFiles.Written written) {
    return written.isJson() ? json : hcl;
  }

  List<TextEdit> edits() {
    List<TextEdit> all = new ArrayList<>(hcl.edits());
    all.addAll(json.edits());
    return all;
  }
}
