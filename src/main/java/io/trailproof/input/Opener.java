package io.trailproof.input;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.ReadProgress;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens what the command line names: files, folders and standard input. */
public final class Opener {
  private final Recogniser recogniser;
  private final InputStream standardInput;
  private final boolean skipUnrecognised;
  private final ReadProgress progress;
  private final Map<SourceFile, InputFormat> files = new LinkedHashMap<>();

  /** Those that were named themselves, and not found in a folder. */
  private final Set<SourceFile> named = new HashSet<>();

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Named files that are no inputs, unless another file takes them in. */
  private final Map<SourceFile, List<Diagnostic>> unrecognised = new LinkedHashMap<>();

  private int skipped;

  /** What to make of a file that is no input. */
  private enum Tolerance {
    /** It was named, so it is an error. */
    NONE,
    /** It was found in a folder, where there may be anything. */
    FOUND,
    /** It was handed over by something that does not know what it holds. */
    HANDED_OVER;

    static Tolerance of(boolean skipUnrecognised) {
      return skipUnrecognised ? HANDED_OVER : NONE;
    }
  }

  /**
   * The files that are judged together.
   *
   * @param files each with the format it was recognised as
   * @param unread the names of those that could not even be recognised
   */
  public record DeploymentFiles(
      String name, Map<SourceFile, InputFormat> files, List<String> unread) {}

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
    this.progress = progress;
    this.recogniser = new Recogniser(formats);
    this.standardInput = standardInput;
    this.skipUnrecognised = skipUnrecognised;
  }

  /** Opens a file, what is in a folder, or standard input for {@code -}. */
  public void add(String name) {
    if (name.equals("-")) {
      readStandardInput();
      return;
    }
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      diagnostics.add(InputError.NOT_A_PATH.of(name));
      return;
    }
    if (Files.isDirectory(path)) {
      addFolder(name, path);
    } else {
      open(name, path, Tolerance.of(skipUnrecognised));
    }
  }

  /** How many named files were left out because they are no inputs. */
  public int skipped() {
    return skipped;
  }

  /** What could not be opened or recognised. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    if (!unrecognised.isEmpty()) {
      Set<Path> takenIn = new HashSet<>();
      files.forEach((file, format) -> takenIn.addAll(format.takenIn(file)));
      unrecognised.forEach(
          (file, why) -> {
            if (!takenIn.contains(Path.of(file.name()).toAbsolutePath().normalize())) {
              all.addAll(why);
            }
          });
    }
    return all;
  }

  /**
   * One deployment of all files, or one for each; what a folder holds as part of another file is
   * judged with that.
   */
  public List<DeploymentFiles> deployments(boolean each) {
    if (!each) {
      return files.isEmpty() ? List.of() : List.of(new DeploymentFiles("default", files, unread()));
    }
    List<DeploymentFiles> all = new ArrayList<>();
    files.forEach(
        (file, format) -> {
          if (named.contains(file) || !format.isPart(file)) {
            all.add(new DeploymentFiles(file.name(), Map.of(file, format), List.of()));
          }
        });
    return all;
  }

  private List<String> unread() {
    return diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::input)
        .distinct()
        .toList();
  }

  private void readStandardInput() {
    try {
      PushbackInputStream in = new PushbackInputStream(standardInput, InputFormat.HEAD);
      byte[] head = in.readNBytes(InputFormat.HEAD);
      Optional<Diagnostic> refusal = recogniser.refusal(head, "-");
      if (refusal.isPresent()) {
        diagnostics.add(refusal.get());
        return;
      }
      in.unread(head);
      recognise(SourceFile.read("-", in), Tolerance.of(skipUnrecognised));
    } catch (IOException e) {
      diagnostics.add(InputError.STANDARD_INPUT.of("-"));
    } catch (UnreadableSource e) {
      diagnostics.add(InputError.unreadable("-", e));
    }
  }

  private void addFolder(String name, Path folder) {
    try {
      int before = files.size();
      for (Path file : InputFinder.below(folder)) {
        open(file.toString(), file, Tolerance.FOUND);
      }
      if (files.size() == before && diagnostics().isEmpty() && !skipUnrecognised) {
        diagnostics.add(InputError.NOTHING_TO_CHECK.of(name));
      }
    } catch (IOException e) {
      diagnostics.add(InputError.FOLDER.of(name));
    }
  }

  private void open(String name, Path path, Tolerance tolerance) {
    try {
      Optional<Diagnostic> refusal = recogniser.refusal(head(path), name);
      if (refusal.isPresent()) {
        leaveOut(List.of(refusal.get()), tolerance);
      } else {
        recognise(SourceFile.open(name, path, progress), tolerance);
      }
    } catch (UnreadableSource e) {
      // What is no text is no input. What cannot be opened may be one.
      leaveOut(
          List.of(InputError.unreadable(name, e)),
          e.place().isPresent() ? tolerance : Tolerance.NONE);
    }
  }

  private void recognise(SourceFile file, Tolerance tolerance) {
    Outcome<InputFormat> format = recogniser.recognise(file);
    if (format.built() == null && tolerance == Tolerance.NONE) {
      unrecognised.put(file, format.diagnostics());
    } else if (format.built() == null) {
      leaveOut(format.diagnostics(), tolerance);
    } else {
      files.put(file, format.built());
      if (tolerance != Tolerance.FOUND) {
        named.add(file);
      }
      diagnostics.addAll(format.diagnostics());
    }
  }

  private void leaveOut(List<Diagnostic> why, Tolerance tolerance) {
    switch (tolerance) {
      case NONE -> diagnostics.addAll(why);
      case FOUND -> {}
      case HANDED_OVER -> skipped++;
    }
  }

  private static byte[] head(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(InputFormat.HEAD);
    } catch (IOException e) {
      return new byte[0]; // opening it again says why
    }
  }

  /** The one file of a name. */
  public static Outcome<SourceFile> open(String name) {
    try {
      return Outcome.of(SourceFile.open(name, Path.of(name)));
    } catch (UnreadableSource e) {
      return Outcome.failed(InputError.unreadable(name, e));
    } catch (InvalidPathException e) {
      return Outcome.failed(InputError.NOT_A_PATH.of(name));
    }
  }
}
