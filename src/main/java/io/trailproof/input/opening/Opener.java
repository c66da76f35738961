package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.InternalFault;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.opening.OpenedFile.Way;
import io.trailproof.source.PathName;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final Recogniser recogniser;
  private final InputStream standardInput;
  private final Way way;
  private final ReadProgress progress;
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
    this.progress = progress;
    this.recogniser = new Recogniser(formats);
    this.standardInput = standardInput;
    this.way = skipUnrecognised ? Way.HANDED_OVER : Way.NAMED;
    this.isKept = taker == null;
    this.taker = taker == null ? files::add : taker;
  }

  /** Opens a file, what is in a folder, or standard input for {@code -}. */
  public void add(String name) {
    if (name.equals("-")) {
      confined("-", this::addStandardInput);
      return;
    }
    Optional<Path> named = PathName.of(name);
    if (named.isEmpty() || name.isEmpty()) {
      diagnostics.add((name.isEmpty() ? InputError.NO_NAME : InputError.NOT_A_PATH).of(name));
      return;
    }
    Path path = named.get();
    if (Files.isDirectory(path)) {
      addFolder(name, path);
    } else {
      open(name, name, path, way);
    }
  }

  /** Opens what is no file, under the name that it is to have. */
  public void add(String name, byte[] content) {
    confined(
        name,
        () -> {
          byte[] head = Arrays.copyOf(content, Math.min(content.length, InputFormat.HEAD));
          Optional<Diagnostic> refusal = recogniser.refusal(head, name);
          if (refusal.isPresent()) {
            diagnostics.add(refusal.get());
            return;
          }
          try {
            recognise(name, SourceFile.of(name, content), way);
          } catch (UnreadableSource e) {
            diagnostics.add(InputError.unreadable(name, e));
          }
        });
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

  private void addFolder(String name, Path folder) {
    try {
      int before = opened;
      InputFinder.Found found = InputFinder.below(folder);
      ignored += found.ignored();
      for (Path file : found.files()) {
        open(name, file.toString(), file, Way.FOUND);
      }
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
    open(file.toString(), file.toString(), file, way);
  }

  private void addStandardInput() {
    try (PushbackInputStream in = pushback(standardInput)) {
      read("-", in);
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

  private void open(String argument, String name, Path path, Way way) {
    if (seen.add(path.toAbsolutePath().normalize())) { // named twice is named
      confined(name, () -> openNow(argument, name, path, way));
    }
  }

  private void openNow(String argument, String name, Path path, Way way) {
    if (!Files.isRegularFile(path) && Files.exists(path)) {
      // A pipe is read once, from its first byte on.
      try (PushbackInputStream in = pushback(Files.newInputStream(path))) {
        read(name, in);
      } catch (IOException e) {
        diagnostics.add(InputError.BROKEN_OFF.of(name));
      }
      return;
    }
    try {
      Optional<Diagnostic> refusal = recogniser.refusal(head(path), name);
      if (refusal.isPresent()) {
        broken(List.of(refusal.get()), name, way);
      } else {
        recognise(argument, SourceFile.open(name, path, progress), way);
      }
    } catch (UnreadableSource e) {
      // What has no text to point at could not even be opened.
      broken(
          List.of(InputError.unreadable(name, e)), name, e.place().isPresent() ? way : Way.NAMED);
    }
  }

  private static PushbackInputStream pushback(InputStream in) {
    return new PushbackInputStream(in, InputFormat.HEAD);
  }

  private void read(String name, PushbackInputStream in) throws IOException {
    byte[] head = in.readNBytes(InputFormat.HEAD);
    Optional<Diagnostic> refusal = recogniser.refusal(head, name);
    if (refusal.isPresent()) {
      diagnostics.add(refusal.get());
      return;
    }
    in.unread(head);
    try {
      recognise(name, SourceFile.read(name, in), way);
    } catch (UnreadableSource e) {
      diagnostics.add(InputError.unreadable(name, e));
    }
  }

  private void recognise(String argument, SourceFile file, Way way) {
    recogniser
        .recognise(file)
        .match(
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

  private static byte[] head(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(InputFormat.HEAD);
    } catch (IOException e) {
      return new byte[0]; // opening it again says why
    }
  }
}
