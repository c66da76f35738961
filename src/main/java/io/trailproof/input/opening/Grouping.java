package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFormat;
import io.trailproof.input.opening.OpenedFile.Way;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What of the opened files belongs together where no configuration states it. */
public final class Grouping {
  private final List<OpenedFile> opened;
  private final List<String> unread;
  private final boolean requireAll;
  private final List<Diagnostic> faults = new ArrayList<>();

  /**
   * A grouping of files.
   *
   * @param problems what could not be opened, which may be a part of what was
   * @param requireAll true if what a folder or a hook turns up must have a verdict, too
   */
  public Grouping(List<OpenedFile> opened, List<Diagnostic> problems, boolean requireAll) {
    this.opened = List.copyOf(opened);
    this.requireAll = requireAll;
    this.unread =
        problems.stream().filter(Diagnostic::isError).map(Diagnostic::input).distinct().toList();
  }

  /** One deployment of all files; plans that share a file stay apart all the same. */
  public List<DeploymentFiles> together() {
    List<DeploymentFiles> all = new ArrayList<>();
    List<OpenedFile> rest = opened.stream().filter(one -> !one.oneOfSeveral()).toList();
    if (!rest.isEmpty()) {
      all.add(deployment(DeploymentFiles.DEFAULT, rest));
    }
    all.addAll(sharingAFile());
    return all;
  }

  /**
   * One for each file; what a folder holds as part of another file is judged with that, and what is
   * named is judged.
   */
  public List<DeploymentFiles> each() {
    List<DeploymentFiles> all = new ArrayList<>();
    for (OpenedFile one : opened) {
      if (one.way() != Way.FOUND || !isPart(one)) {
        all.add(alone(one));
      }
    }
    return all;
  }

  private boolean isPart(OpenedFile one) {
    return guarded(one.file().name(), () -> one.format().isPart(one.file())).orElse(false);
  }

  private <T> Optional<T> guarded(String input, Supplier<T> work) {
    Outcome<T> outcome = InternalFault.INPUT.guard(input, work);
    faults.addAll(outcome.diagnostics());
    return outcome.value();
  }

  /** What of ours fails where files are grouped; each of them stays by itself then. */
  public List<Diagnostic> faults() {
    return faults;
  }

  /** What was named is one deployment; what a folder holds is parted by what the files tell. */
  public List<DeploymentFiles> byWhatTheyTell() {
    List<DeploymentFiles> all = new ArrayList<>();
    List<OpenedFile> named =
        opened.stream().filter(one -> one.way() != Way.FOUND && !one.oneOfSeveral()).toList();
    if (!named.isEmpty()) {
      all.add(deployment(DeploymentFiles.DEFAULT, named));
    }
    all.addAll(sharingAFile());
    Map<InputFormat, List<SourceFile>> found = new LinkedHashMap<>();
    Map<SourceFile, OpenedFile> byFile = new LinkedHashMap<>();
    for (OpenedFile one : opened) {
      if (one.way() == Way.FOUND && !one.oneOfSeveral()) {
        found.computeIfAbsent(one.format(), any -> new ArrayList<>()).add(one.file());
        byFile.put(one.file(), one);
      }
    }
    found.forEach(
        (format, files) -> {
          List<List<SourceFile>> groups =
              guarded(files.get(0).name(), () -> format.groups(files))
                  .orElseGet(() -> files.stream().map(List::of).toList());
          for (List<SourceFile> group : groups) {
            all.add(deployment(group.get(0).name(), group.stream().map(byFile::get).toList()));
          }
        });
    return all.size() == 1 ? List.of(all.get(0).named(DeploymentFiles.DEFAULT)) : all;
  }

  private List<DeploymentFiles> sharingAFile() {
    return opened.stream().filter(OpenedFile::oneOfSeveral).map(this::alone).toList();
  }

  private DeploymentFiles alone(OpenedFile one) {
    return new DeploymentFiles(
        one.file().name(),
        Map.of(one.file(), one.format()),
        List.of(),
        requireAll || (one.way() == Way.NAMED && !one.oneOfSeveral()),
        one.oneOfSeveral() && one.way() == Way.NAMED ? Optional.of(one.path()) : Optional.empty(),
        Optional.empty());
  }

  private DeploymentFiles deployment(String name, List<OpenedFile> files) {
    boolean isNamed = files.stream().anyMatch(one -> one.way() == Way.NAMED);
    // What could not be read of a folder may belong to any of its groups.
    return new DeploymentFiles(
        name,
        DeploymentFiles.formats(files),
        unread,
        requireAll || isNamed,
        Optional.empty(),
        Optional.empty());
  }
}
