package io.trailproof.cli;

import io.trailproof.check.result.InputFile;
import io.trailproof.input.opening.DeploymentFiles;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which bytes were judged, for reports that say so. */
final class InputHashes {
  private static final int BLOCK = 1 << 16;

  private InputHashes() {}

  /** Every file once, in the order of the deployments. */
  static List<InputFile> of(List<DeploymentFiles> deployments) {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (DeploymentFiles deployment : deployments) {
      deployment
          .files()
          .forEach(
              (file, format) -> files.computeIfAbsent(file.name(), any -> of(file, format.id())));
    }
    return new ArrayList<>(files.values());
  }

  private static InputFile of(SourceFile file, String kind) {
    try (InputStream in = file.bytes()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[BLOCK];
      for (int read = in.read(block); read > 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      return new InputFile(file.name(), kind, file.length(), hash);
    } catch (IOException e) {
      return new InputFile(file.name(), kind, file.length(), "");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
