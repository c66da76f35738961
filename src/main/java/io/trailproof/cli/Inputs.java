package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.input.InputFinder;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Recogniser;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens what the command line names: files, folders and standard input. */
final class Inputs {
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Recogniser recogniser;
  private final InputStream standardInput;
  private final boolean skipUnrecognised;
  private final Map<SourceFile, InputFormat> files = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** The files that are judged together. */
  record Deployment(String name, Map<SourceFile, InputFormat> files) {}

  Inputs(List<InputFormat> formats, InputStream standardInput, boolean skipUnrecognised) {
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
      open(name, path, skipUnrecognised);
    }
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** One deployment of all files, or one for each. */
  List<Deployment> deployments(boolean each) {
    if (!each) {
      return files.isEmpty() ? List.of() : List.of(new Deployment("default", files));
    }
    List<Deployment> all = new ArrayList<>();
    files.forEach((file, format) -> all.add(new Deployment(file.name(), Map.of(file, format))));
    return all;
  }

  private void readStandardInput() {
    try {
      byte[] bytes = standardInput.readAllBytes();
      if (startsWithZip(bytes)) {
        diagnostics.add(binaryPlan("-"));
        return;
      }
      recognise(SourceFile.of("-", bytes), skipUnrecognised);
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
        open(file.toString(), file, true);
      }
      if (files.size() == before && diagnostics.isEmpty() && !skipUnrecognised) {
        diagnostics.add(
            Diagnostic.errorWithoutPlace(
                "nothing-to-check",
                "there is no Terraform plan in JSON and no CloudFormation template below the folder",
                name,
                "make one with `terraform plan -out=tfplan` and `terraform show -json tfplan`"));
      }
    } catch (IOException e) {
      diagnostics.add(
          Diagnostic.errorWithoutPlace("unreadable-input", "the folder cannot be read", name));
    }
  }

  private void open(String name, Path path, boolean silently) {
    try {
      if (isZip(path)) {
        if (!silently) {
          diagnostics.add(binaryPlan(name));
        }
        return;
      }
      recognise(SourceFile.open(name, path), silently);
    } catch (UnreadableSource e) {
      if (!silently) {
        diagnostics.add(unreadable(name, e));
      }
    }
  }

  private void recognise(SourceFile file, boolean silently) {
    Outcome<InputFormat> format = recogniser.recognise(file);
    format.value().ifPresent(known -> files.put(file, known));
    if (!silently) {
      diagnostics.addAll(format.diagnostics());
    }
  }

  static Diagnostic unreadable(String name, UnreadableSource e) {
    String at = e.offset() > 0 ? " (at byte " + e.offset() + ")" : "";
    return Diagnostic.errorWithoutPlace("unreadable-input", e.reason() + at, name);
  }

  private static Diagnostic binaryPlan(String name) {
    return Diagnostic.errorWithoutPlace(
        "binary-plan",
        "this is a binary plan file, not its JSON output",
        name,
        "run `terraform show -json " + name + "`, and check what that prints");
  }

  private static boolean isZip(Path path) {
    byte[] head = new byte[ZIP.length];
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(head, 0, head.length) == ZIP.length && startsWithZip(head);
    } catch (IOException e) {
      return false; // opening it again says why
    }
  }

  private static boolean startsWithZip(byte[] bytes) {
    return bytes.length >= ZIP.length && Arrays.equals(Arrays.copyOf(bytes, ZIP.length), ZIP);
  }
}
