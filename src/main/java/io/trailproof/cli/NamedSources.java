package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.terraform.sources.PlanArchive;
import io.trailproof.input.terraform.sources.SourceFolder;
import io.trailproof.input.terraform.sources.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the sources of Terraform plans may be.
 *
 * @param folders what {@code --source} names
 * @param planFiles what {@code --plan-file} names
 */
record NamedSources(List<String> folders, List<String> planFiles) {
  NamedSources {
    folders = List.copyOf(folders);
    planFiles = List.copyOf(planFiles);
  }

  /** The trees, surest first: plan files, named folders, the working folder. */
  Outcome<List<SourceTree>> open() {
    List<SourceTree> trees = new ArrayList<>();
    List<Diagnostic> notes = new ArrayList<>();
    planFiles.forEach(file -> take(PlanArchive.open(file), trees, notes));
    folders.forEach(folder -> take(SourceFolder.open(folder), trees, notes));
    SourceFolder.working(Path.of("")).ifPresent(trees::add);
    return new Outcome<>(trees, notes);
  }

  private static void take(
      Outcome<? extends SourceTree> tree, List<SourceTree> trees, List<Diagnostic> notes) {
    tree.value().ifPresent(trees::add);
    notes.addAll(tree.diagnostics());
  }
}
