package io.trailproof.report;

import io.trailproof.check.result.DeploymentResult;
import io.trailproof.check.result.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a finding from others for as long as it is there: what is wrong, with what, in which
 * deployment. Lines are no part of it, so that it stays when others come and go above it.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** The fingerprint of a finding, 64 hexadecimal digits. */
  static String of(DeploymentResult deployment, Finding finding) {
    return of(deployment.name(), finding.code(), finding.link(), finding.address());
  }

  /** The fingerprint of texts in an order. */
  static String of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
