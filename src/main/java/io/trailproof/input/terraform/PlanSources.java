package io.trailproof.input.terraform;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.graph.PlanSource;
import io.trailproof.input.terraform.plan.ModuleConfig;
import io.trailproof.input.terraform.plan.PlanDocument;
import io.trailproof.input.terraform.sources.FileNames;
import io.trailproof.input.terraform.sources.PlanArchive;
import io.trailproof.input.terraform.sources.SourceFolder;
import io.trailproof.input.terraform.sources.SourceNote;
import io.trailproof.input.terraform.sources.SourceTree;
import io.trailproof.input.terraform.sources.Sources;
import io.trailproof.source.PathName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which sources are those of a plan: the ones that declare what its root module declares. */
final class PlanSources {
  /** None, since the user wants none to be read. */
  static final PlanSources REFUSED = new PlanSources(List.of(), true);

  private final List<SourceTree> trees;
  private final boolean refused;

  /**
   * The trees, surest first: plan files, named folders, the working folder.
   *
   * @param folders what {@code --source} names
   * @param planFiles what {@code --plan-file} names
   */
  static Outcome<List<SourceTree>> trees(List<String> folders, List<String> planFiles) {
    List<SourceTree> trees = new ArrayList<>();
    List<Diagnostic> notes = new ArrayList<>();
    planFiles.forEach(file -> take(PlanArchive.open(file), trees, notes));
    folders.forEach(folder -> take(SourceFolder.open(folder), trees, notes));
    SourceFolder.working(PathName.HERE).ifPresent(trees::add);
    return new Outcome<>(trees, notes);
  }

  private static void take(
      Outcome<? extends SourceTree> tree, List<SourceTree> trees, List<Diagnostic> notes) {
    tree.value().ifPresent(trees::add);
    notes.addAll(tree.diagnostics());
  }

  PlanSources(List<SourceTree> trees) {
    this(trees, false);
  }

  private PlanSources(List<SourceTree> trees, boolean refused) {
    this.trees = List.copyOf(trees);
    this.refused = refused;
  }

  /** Where the sources of a plan were read; empty for a state, which has none. */
  Optional<PlanSource> told(PlanDocument plan, String input, Sources found) {
    return declared(plan.configuration()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlanSource(input, refused ? PlanSource.From.REFUSED : found.from(), found.name()));
  }

  /**
   * The first sources that fit: a folder that the user names must declare more than half of what
   * the plan's root module has, a plan file or a folder that was only found all of it.
   *
   * @param notes takes a note where the user named sources and none fits
   */
  Sources of(PlanDocument plan, String input, List<Diagnostic> notes) {
    List<String> declared = declared(plan.configuration());
    if (declared.isEmpty()) {
      return Sources.NONE;
    }
    FileNames names = plan.isOfOpenTofu() ? FileNames.OPENTOFU : FileNames.TERRAFORM;
    List<String> passedOver = new ArrayList<>();
    for (SourceTree tree : trees) {
      Sources sources = Sources.of(tree, names);
      long found = declared.stream().filter(one -> isIn(sources, one)).count();
      boolean mayLack = sources.isNamed() && !sources.isPartOfPlan();
      if (mayLack ? 2 * found > declared.size() : found == declared.size()) {
        return sources;
      }
      if (sources.isNamed()) {
        passedOver.add(sources.name());
      }
    }
    if (!passedOver.isEmpty()) {
      notes.add(
          SourceNote.OF_ANOTHER_PLAN.of(
              input, String.join(" and ", passedOver), passedOver.size() == 1 ? "does" : "do"));
    }
    return Sources.NONE;
  }

  private static List<String> declared(ModuleConfig root) {
    List<String> declared = new ArrayList<>(root.blocks().keySet());
    root.calls().keySet().forEach(call -> declared.add("module." + call));
    return declared;
  }

  private static boolean isIn(Sources sources, String declared) {
    return declared.startsWith("module.")
        ? sources.call(List.of(), declared.substring("module.".length())).isPresent()
        : sources.resource(List.of(), declared).isPresent();
  }
}
