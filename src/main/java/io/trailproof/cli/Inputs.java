package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFinder;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Recogniser;
import io.trailproof.input.terraform.plan.BinaryPlan;
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
import java.util.Set;

/** Opens what the command line names: files, folders and standard input. */
final class Inputs {
  private static final int HEAD = 4;

  private final Recogniser recogniser;
  private final InputStream standardInput;
  private final boolean skipUnrecognised;
  private final ReadProgress progress;
  private final Map<SourceFile, InputFormat> files = new LinkedHashMap<>();

  /** Those that were named themselves, and not found in a folder. */
  private final Set<SourceFile> named = new HashSet<>();

  private final List<Diagnostic> diagnostics = new ArrayList<>();
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

  /** The files that are judged together. */
  record Deployment(String name, Map<SourceFile, InputFormat> files, List<String> unread) {}

  Inputs(
      List<InputFormat> formats,
      InputStream standardInput,
      boolean skipUnrecognised,
      ReadProgress progress) {
    this.progress = progress;
    this.recogniser = new Recogniser(formats);
    this.standardInput = standardInput;
    this.skipUnrecognised = skipUnrecognised;
  }

  void add(String name) {
    if (name.equals("-")) {
      readStandardInput();
      return;
    }
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      diagnostics.add(Diagnostic.errorWithoutPlace("unreadable-input", "not a path", name));
      return;
    }
    if (Files.isDirectory(path)) {
      addFolder(name, path);
    } else {
      open(name, path, Tolerance.of(skipUnrecognised));
    }
  }

  /** How many named files were left out because they are no inputs. */
  int skipped() {
    return skipped;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * One deployment of all files, or one for each; what a folder holds as part of another file is
   * judged with that.
   */
  List<Deployment> deployments(boolean each) {
    if (!each) {
      return files.isEmpty() ? List.of() : List.of(new Deployment("default", files, unread()));
    }
    List<Deployment> all = new ArrayList<>();
    files.forEach(
        (file, format) -> {
          if (named.contains(file) || !format.isPart(file)) {
            all.add(new Deployment(file.name(), Map.of(file, format), List.of()));
          }
        });
    return all;
  }

  private List<String> unread() {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::input)
        .distinct()
        .toList();
  }

  private void readStandardInput() {
    try {
      PushbackInputStream in = new PushbackInputStream(standardInput, BinaryPlan.HEAD);
      byte[] head = in.readNBytes(BinaryPlan.HEAD);
      if (BinaryPlan.isOne(head)) {
        diagnostics.add(BinaryPlan.refusal("-"));
        return;
      }
      in.unread(head);
      recognise(SourceFile.read("-", in), Tolerance.of(skipUnrecognised));
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.errorWithoutPlace("unreadable-input", "standard input cannot be read", "-"));
    } catch (UnreadableSource e) {
      diagnostics.add(unreadable("-", e));
    }
  }

  private void addFolder(String name, Path folder) {
    try {
      int before = files.size();
      for (Path file : InputFinder.below(folder)) {
        open(file.toString(), file, Tolerance.FOUND);
      }
      if (files.size() == before && diagnostics.isEmpty() && !skipUnrecognised) {
        diagnostics.add(
            Diagnostic.errorWithoutPlace(
                "nothing-to-check",
                "there is no Terraform plan in JSON and no CloudFormation template below the"
                    + " folder",
                name,
                "make one with `terraform plan -out=tfplan` and `terraform show -json tfplan`"));
      }
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.errorWithoutPlace("unreadable-input", "the folder cannot be read", name));
    }
  }

  private void open(String name, Path path, Tolerance tolerance) {
    try {
      if (isBinaryPlan(path)) {
        leaveOut(List.of(BinaryPlan.refusal(name)), tolerance);
      } else {
        recognise(SourceFile.open(name, path, progress), tolerance);
      }
    } catch (UnreadableSource e) {
      // What is no text is no input. What cannot be opened may be one.
      leaveOut(List.of(unreadable(name, e)), e.place().isPresent() ? tolerance : Tolerance.NONE);
    }
  }

  private void recognise(SourceFile file, Tolerance tolerance) {
    Outcome<InputFormat> format = recogniser.recognise(file);
    if (format.built() == null) {
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

  static Diagnostic unreadable(String name, UnreadableSource e) {
    return e.place()
        .map(span -> Diagnostic.error("unreadable-input", e.reason(), span))
        .orElseGet(() -> Diagnostic.errorWithoutPlace("unreadable-input", e.reason(), name));
  }

  private static boolean isBinaryPlan(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return BinaryPlan.isOne(in.readNBytes(HEAD));
    } catch (IOException e) {
      return false; // opening it again says why
    }
  }
}
