package io.trailproof.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the files that a build has taken from Maven's local repository against the checksums that
 * lie in the project: what the jar is packed from has to be listed, and whatever is listed has to
 * be as it was when it was. Maven 3.9 and newer does the same before it uses a file; this holds
 * with an older one as well.
 */
public final class TrustedFiles {
  private final Map<String, String> checksums = new HashMap<>();
  private final Path repository;
  private final List<String> wrong = new ArrayList<>();

  private TrustedFiles(Path list, Path repository) throws IOException {
    this.repository = repository;
    for (String line : Files.readAllLines(list, UTF_8)) {
      int blanks = line.indexOf("  ");
      if (blanks != 64) {
        throw new IOException(list + ": no checksum and path: " + line);
      }
      checksums.put(line.substring(blanks + 2), line.substring(0, blanks));
    }
  }

  /** Takes the list, as sha256sum writes it, and the local repository that its paths are in. */
  public static void main(String[] arguments) throws IOException {
    TrustedFiles files = new TrustedFiles(Path.of(arguments[0]), Path.of(arguments[1]));
    files.checkClassPath();
    files.checkListed();
    if (!files.wrong.isEmpty()) {
      throw new IOException(
          "not the files that this project was made with:\n  " + String.join("\n  ", files.wrong));
    }
  }

  /** Every jar of the class path, of what is below the repository, has a checksum. */
  private void checkClassPath() {
    if (!(Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader)) {
      throw new IllegalStateException("the class path is not known");
    }
    for (URL url : loader.getURLs()) {
      Path file = Path.of(URI.create(url.toString()));
      if (file.startsWith(repository)) {
        String path = repository.relativize(file).toString().replace('\\', '/');
        if (!checksums.containsKey(path)) {
          wrong.add(path + " has no checksum in .mvn/checksums; .ci/checksums writes them");
        }
      }
    }
  }

  private void checkListed() throws IOException {
    for (Map.Entry<String, String> listed : checksums.entrySet()) {
      String found = checksum(repository.resolve(listed.getKey()));
      if (found != null && !found.equals(listed.getValue())) {
        wrong.add(
            listed.getKey() + " has the checksum " + found + " instead of " + listed.getValue());
      }
    }
  }

  private static @Nullable String checksum(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
