package io.trailproof.check.result;

import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was judged, so that anybody can tell which bytes it was.
 *
 * @param path as the user gave it
 * @param kind the format it was read as
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record InputFile(String path, String kind, long bytes, String sha256) {
  private static final int BLOCK = 1 << 16;

  /** What is to be told of a file; without a hash if it cannot be read any more. */
  public static InputFile of(SourceFile file, String kind) {
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
