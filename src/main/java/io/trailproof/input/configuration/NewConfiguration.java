package io.trailproof.input.configuration;

import io.trailproof.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes a {@code trailproof.yaml} where none is. */
public final class NewConfiguration {
  private static final Path FILE = Path.of(ConfigurationFile.FILE);

  private NewConfiguration() {}

  /** What keeps a file from being written: one that is there, were it a link to nowhere. */
  public static Optional<Diagnostic> refusal() {
    return Files.exists(FILE, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(said(ConfigurationError.THERE))
        : Optional.empty();
  }

  /** Writes the file where the program runs, and overwrites nothing; says why if it does not. */
  public static Optional<Diagnostic> write(String text) {
    try {
      Files.writeString(FILE, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      return Optional.empty();
    } catch (FileAlreadyExistsException e) {
      return Optional.of(said(ConfigurationError.THERE));
    } catch (IOException e) {
      return Optional.of(said(ConfigurationError.NOT_WRITABLE));
    }
  }

  private static Diagnostic said(ConfigurationError error) {
    return error.of(ConfigurationFile.FILE, ConfigurationFile.FILE);
  }
}
