package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A file that was read and is to be written: only if it still holds what was read. */
final class FileToWrite {
  private static final String STANDARD_INPUT = "-";
  private static final String MARK = "\uFEFF";

  private final SourceFile file;

  FileToWrite(SourceFile file) {
    this.file = file;
  }

  /** True if a text that was read is all that stands in its file, or came by standard input. */
  static boolean isItself(SourceFile file) {
    FileToWrite one = new FileToWrite(file);
    return file.name().equals(STANDARD_INPUT) || one.mark().isPresent();
  }

  /** What the file begins with before its text: nothing, or a mark; empty where it is not so. */
  Optional<String> mark() {
    try {
      Optional<Path> path = PathName.of(file.name()).filter(Files::isRegularFile);
      if (path.isEmpty()) {
        return Optional.empty();
      }
      byte[] there = Files.readAllBytes(path.get());
      byte[] read = file.bytes(0, file.length());
      byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
      int more = there.length - read.length;
      if (!Arrays.equals(read, Arrays.copyOfRange(there, Math.max(0, more), there.length))) {
        return Optional.empty();
      }
      boolean isMarked = more == mark.length && Arrays.equals(mark, Arrays.copyOf(there, more));
      return more == 0 ? Optional.of("") : Optional.of(MARK).filter(any -> isMarked);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Why it is not written; empty if it may be. */
  Optional<String> refusal() {
    if (file.name().equals(STANDARD_INPUT)) {
      return Optional.of("it came by standard input");
    }
    if (leadsOut()) {
      return Optional.of("it is a link that leads out of its folder");
    }
    return mark().isPresent() ? Optional.empty() : Optional.of("it is not what it was when read");
  }

  private boolean leadsOut() {
    try {
      Path path = PathName.of(file.name()).map(Path::toAbsolutePath).orElse(PathName.HERE);
      Path folder = path.getParent();
      return folder == null || !path.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false; // it is not there
    }
  }

  /** Writes another text in its place; why it could not, if so. */
  Optional<Diagnostic> write(String text) {
    Optional<String> why = refusal();
    return why.isPresent()
        ? Optional.of(OutputError.EDITED.of(file.name(), file.name(), why.get()))
        : put(mark().orElse("") + text);
  }

  /** Writes what was read, where something else took its place. */
  void restore(String mark) {
    put(mark + file.text());
  }

  private Optional<Diagnostic> put(String text) {
    return new ReportFile(file.name(), OutputError.EDITED).write(text);
  }
}
