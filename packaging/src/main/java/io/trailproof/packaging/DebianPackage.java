package io.trailproof.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A package for Debian and what descends from it.
 *
 * @see <a href="https://manpages.debian.org/bookworm/dpkg-dev/deb.5.en.html">deb(5)</a>
 */
final class DebianPackage {
  private static final String DOCUMENTS = "usr/share/doc/trailproof/";

  private DebianPackage() {}

  static String name(Release release) {
    return "trailproof_" + version(release) + "_all.deb";
  }

  /** Its version, as Debian spells it: what is not released yet comes before it. */
  private static String version(Release release) {
    return release.version().replace("-SNAPSHOT", "~snapshot");
  }

  static byte[] of(Release release, Program program) throws IOException {
    Archives archives = release.archives();
    FileTree files =
        new FileTree()
            .tree("usr/share/trailproof", program.running("deb"))
            .link("usr/bin/trailproof", "../share/trailproof/bin/trailproof")
            .bytes(
                "usr/share/man/man1/trailproof.1.gz",
                archives.gzip(program.manual().getBytes(StandardCharsets.UTF_8)))
            .text("usr/share/bash-completion/completions/trailproof", program.bashCompletion())
            .text("usr/share/zsh/vendor-completions/_trailproof", program.zshCompletion())
            .text(
                DOCUMENTS + "copyright",
                release.template("copyright") + "\n" + release.source("LICENSE"))
            .bytes(
                DOCUMENTS + "changelog.gz",
                archives.gzip(release.source("CHANGELOG.md").getBytes(StandardCharsets.UTF_8)));
    StringBuilder sums = new StringBuilder();
    long[] size = {0};
    files.forEach(
        (path, item) -> {
          if (!item.isLink()) {
            sums.append(md5(item.content())).append("  ").append(path).append('\n');
          }
          size[0] += item.content().length;
        });
    FileTree control =
        new FileTree()
            .text(
                "control",
                release
                    .template("control")
                    .replace("@DEBIAN_VERSION@", version(release))
                    .replace("@SIZE@", String.valueOf((size[0] + 1023) / 1024)))
            .text("md5sums", sums.toString());
    return archives.ar(
        "debian-binary", "2.0\n".getBytes(StandardCharsets.UTF_8),
        "control.tar.gz", archives.tarGz(below(control)),
        "data.tar.gz", archives.tarGz(below(files)));
  }

  /** Paths as dpkg writes them, below {@code ./}. */
  private static FileTree below(FileTree tree) {
    return new FileTree().tree(".", tree);
  }

  /** What dpkg holds installed files to; it asks for no more than MD5. */
  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
