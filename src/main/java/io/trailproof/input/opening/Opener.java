package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.opening.OpenedFile.Way;
import io.trailproof.sequence.SideBySide;
import io.trailproof.source.PathName;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens what is named: files, folders and standard input. */
public final class Opener {
  private final Look.Looking looking;
  private final InputStream standardInput;
  private final Way way;
  private final Set<Path> seen = new HashSet<>();
  private final List<OpenedFile> files = new ArrayList<>();
  private final Consumer<OpenedFile> taker;
  private final boolean isKept;
  private final Set<Path> takenIn = new HashSet<>();
  private int opened;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Named files that are no inputs, unless another file takes them in. */
  private final Map<SourceFile, Diagnostic> strange = new LinkedHashMap<>();

  private int others;
  private int ignored;

  /**
   * An opener of what some formats recognise.
   *
   * @param skipUnrecognised true if what is named may be anything, since a hook names it
   */
  public Opener(
      List<InputFormat> formats,
      InputStream standardInput,
      boolean skipUnrecognised,
      ReadProgress progress) {
    this(formats, standardInput, skipUnrecognised, progress, null);
  }

  /** The same, which hands each file on as soon as it is opened and keeps none. */
  Opener(
      List<InputFormat> formats,
      InputStream standardInput,
      boolean skipUnrecognised,
      ReadProgress progress,
      @Nullable Consumer<OpenedFile> taker) {
    this.looking = new Look.Looking(new Recogniser(formats), progress);
    this.standardInput = standardInput;
    this.way = skipUnrecognised ? Way.HANDED_OVER : Way.NAMED;
    this.isKept = taker == null;
    this.taker = taker == null ? files::add : taker;
  }

  /** Opens a file, what is in a folder, or standard input for {@code -}. */
  public void add(String name) {
    addAll(List.of(name), 1);
  }

  /**
   * The same of many, several of which are looked at at once.
   *
   * @param threads by how many threads
   */
  void addAll(List<String> names, int threads) {
    try (SideBySide<Look.Named, Looked> looks = new SideBySide<>(this::look, this::note, threads)) {
      names.forEach(name -> add(name, looks));
      looks.finish();
    }
  }

  private void add(String name, SideBySide<Look.Named, Looked> looks) {
    Optional<Path> named = name.isEmpty() ? Optional.empty() : PathName.of(name);
    if (named.filter(path -> !name.equals("-") && !Files.isDirectory(path)).isPresent()) {
      open(new Look.Named(name, name, named.get(), way), looks);
      return;
    }
    looks.finish();
    if (name.equals("-")) {
      confined("-", this::addStandardInput);
    } else if (named.isEmpty()) {
      diagnostics.add((name.isEmpty() ? InputError.NO_NAME : InputError.NOT_A_PATH).of(name));
    } else {
      addFolder(name, named.get(), looks);
    }
  }

  /** Opens what is no file, under the name that it is to have. */
  public void add(String name, byte[] content) {
    confined(name, () -> note(name, name, way, looking.at(name, content)));
  }

  /** What was opened, in order. */
  public List<OpenedFile> files() {
    return files;
  }

  /** How many files were left out because they are no inputs. */
  public int others() {
    return others;
  }

  /** How many files and folders were left out because git ignores them. */
  public int ignored() {
    return ignored;
  }

  /** What could not be opened or recognised. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    if (!strange.isEmpty()) {
      files.forEach(one -> takeIn(one, all));
      strange.forEach(
          (file, what) -> {
            if (path(file).filter(takenIn::contains).isEmpty()) {
              all.add(what);
            }
          });
    }
    return all;
  }

  /** Takes note of what a file takes in, which need be no input by itself. */
  private void takeIn(OpenedFile one, List<Diagnostic> faults) {
    Outcome<Set<Path>> parts =
        InternalFault.INPUT.guard(one.file().name(), () -> one.format().takenIn(one.file()));
    parts.value().ifPresent(takenIn::addAll);
    faults.addAll(parts.diagnostics());
  }

  private void take(OpenedFile one) {
    opened++;
    if (!isKept) {
      takeIn(one, diagnostics);
    }
    taker.accept(one);
  }

  private static Optional<Path> path(SourceFile file) {
    return PathName.of(file.name()).map(path -> path.toAbsolutePath().normalize());
  }

  private void addFolder(String name, Path folder, SideBySide<Look.Named, Looked> looks) {
    try {
      int before = opened;
      InputFinder.Found found = InputFinder.below(folder);
      ignored += found.ignored();
      for (Path file : found.files()) {
        open(new Look.Named(name, file.toString(), file, Way.FOUND), looks);
      }
      looks.finish();
      if (opened == before && diagnostics().isEmpty() && way == Way.NAMED) {
        diagnostics.add(
            (found.terraform() ? InputError.NO_PLAN : InputError.NOTHING_TO_CHECK).of(name));
      }
    } catch (IOException e) {
      diagnostics.add(InputError.FOLDER.of(name));
    }
  }

  /** Opens a file that a configuration states. */
  void open(Path file, Way way) {
    Look.Named named = new Look.Named(file.toString(), file.toString(), file, way);
    if (isNew(named)) {
      note(look(named));
    }
  }

  private void addStandardInput() {
    try {
      note("-", "-", way, looking.at("-", standardInput));
    } catch (IOException e) {
      diagnostics.add(InputError.STANDARD_INPUT.of("-"));
    }
  }

  /** Does some work on an input, of which a fault of ours is all that is known then. */
  private void confined(String name, Runnable work) {
    Outcome<Boolean> done =
        InternalFault.INPUT.guard(
            name,
            () -> {
              work.run();
              return true;
            });
    diagnostics.addAll(done.diagnostics());
  }

  private void open(Look.Named named, SideBySide<Look.Named, Looked> looks) {
    if (isNew(named)) {
      looks.add(named);
    }
  }

  /** False for what was named before: named twice is named. */
  private boolean isNew(Look.Named named) {
    return seen.add(named.path().toAbsolutePath().normalize());
  }

  private Looked look(Look.Named named) {
    return new Looked(named, InternalFault.INPUT.guard(named.name(), () -> looking.at(named)));
  }

  private void note(Looked one) {
    Look.Named named = one.named();
    diagnostics.addAll(one.outcome().diagnostics());
    one.outcome()
        .value()
        .ifPresent(
            look ->
                confined(
                    named.name(), () -> note(named.argument(), named.name(), named.way(), look)));
  }

  private void note(String argument, String name, Way way, Look look) {
    if (look instanceof Look.Recognised recognised) {
      take(recognised.what(), argument, recognised.file(), way);
    } else if (look instanceof Look.Unreadable unreadable) {
      broken(List.of(unreadable.why()), name, unreadable.way());
    }
  }

  private void take(Recognition recognition, String argument, SourceFile file, Way way) {
    recognition.match(
        inputs -> {
          boolean several = inputs.parts().size() > 1;
          inputs
              .parts()
              .forEach(
                  part ->
                      take(
                          new OpenedFile(
                              part, inputs.format(), file.name(), argument, way, several)));
          return true;
        },
        other -> {
          if (way == Way.NAMED) {
            strange.put(file, other.what());
          } else {
            others++;
          }
          return false;
        },
        broken -> broken(broken.why(), file.name(), way));
  }

  /** What may be an input by its name is one that cannot be read; a README is none. */
  private boolean broken(List<Diagnostic> why, String name, Way way) {
    if (way == Way.HANDED_OVER && !InputFinder.mayBeInput(name)) {
      others++;
      return true;
    }
    return diagnostics.addAll(why);
  }

  /** What a look at a file came to, if not to a fault of ours. */
  private record Looked(Look.Named named, Outcome<Look> outcome) {}
}
