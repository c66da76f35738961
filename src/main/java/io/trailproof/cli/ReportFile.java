package io.trailproof.cli;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.source.PathName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file that a report goes to. It is written beside and then takes the name, so that at any time
 * there is the old file or the whole new one; a device or a pipe simply takes what is written.
 */
final class ReportFile {
  private static final String NO_PATH = "it is no path";
  private static final String NO_FOLDER = "there is no such folder";

  private final String name;
  private final OutputError refusal;

  /** The file of a name, as the user gave it. */
  ReportFile(String name) {
    this(name, OutputError.FILE);
  }

  /**
   * The same for something else than a report.
   *
   * @param refusal says that it cannot be written; takes its name and the reason
   */
  ReportFile(String name, OutputError refusal) {
    this.name = name;
    this.refusal = refusal;
  }

  /** Writes a report; why it could not, if so. */
  Optional<Diagnostic> write(CharSequence report) {
    Optional<Path> named = PathName.of(name);
    if (named.isEmpty()) {
      return failed(NO_PATH);
    }
    Path path = named.get();
    try {
      byte[] bytes = report.toString().getBytes(StandardCharsets.UTF_8);
      if (name.isEmpty() || name.endsWith("/") || Files.isDirectory(path)) {
        return failed("it is a folder");
      }
      boolean takesItAsItComes = Files.exists(path) && !Files.isRegularFile(path);
      if (takesItAsItComes || isDangling(path)) {
        Files.write(path, bytes);
      } else {
        replace(Files.exists(path) ? path.toRealPath() : path, bytes);
      }
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return failed(NO_FOLDER);
    } catch (AccessDeniedException e) {
      return failed("permission denied");
    } catch (IOException e) {
      return failed(reason(e));
    }
  }

  /** Adds to what the file holds; why it could not, if so. */
  Optional<Diagnostic> append(CharSequence more) {
    Optional<Path> path = PathName.of(name);
    if (path.isEmpty()) {
      return failed(NO_PATH);
    }
    try {
      Files.writeString(
          path.get(),
          more,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Optional.empty();
    } catch (IOException e) {
      return failed(reason(e));
    }
  }

  private static boolean isDangling(Path path) {
    return Files.isSymbolicLink(path) && !Files.exists(path);
  }

  private static void replace(Path path, byte[] bytes) throws IOException {
    Path beside = null;
    try {
      for (int attempt = 0; beside == null; attempt++) {
        beside = written(path.resolveSibling(besides(path, attempt)), bytes);
      }
      if (Files.exists(path)) {
        keepPermissions(path, beside);
      }
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    }
  }

  private static String besides(Path path, int attempt) {
    return "." + path.getFileName() + "." + ProcessHandle.current().pid() + "-" + attempt + ".new";
  }

  /** The file with what is to be in it; null if somebody else has one of this name. */
  private static @Nullable Path written(Path file, byte[] bytes) throws IOException {
    OutputStream out;
    try {
      out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      return null;
    }
    try (out) {
      out.write(bytes);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file;
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  private Optional<Diagnostic> failed(String reason) {
    return Optional.of(refusal.of(name, name, reason));
  }

  /** What the system says, in our manner. */
  private static String reason(IOException e) {
    String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    if (said == null || said.isEmpty()) {
      return "it cannot be written";
    }
    return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
  }
}
