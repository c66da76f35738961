package io.trailproof.packaging;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A wheel for pip.
 *
 * @see <a
 *     href="https://packaging.python.org/en/latest/specifications/binary-distribution-format/">the
 *     format of wheels</a>
 */
final class PythonWheel {
  private PythonWheel() {}

  /** Its version, as Python spells it: that of what is not released yet comes before it. */
  static String version(Release release) {
    return release.version().replace("-SNAPSHOT", ".dev0");
  }

  static String name(Release release) {
    return "trailproof-" + version(release) + "-py3-none-any.whl";
  }

  static byte[] of(Release release, Program program) throws IOException {
    String information = "trailproof-" + version(release) + ".dist-info/";
    FileTree tree =
        new FileTree()
            .tree("trailproof/program", program.running("pip"))
            .text("trailproof/__init__.py", release.template("__init__.py"))
            .text("trailproof/__main__.py", release.template("__main__.py"))
            .text(
                information + "METADATA",
                release.template("METADATA").replace("@PYTHON_VERSION@", version(release))
                    + release.template("registry-readme.md"))
            .text(information + "WHEEL", release.template("WHEEL"))
            .text(information + "entry_points.txt", release.template("entry_points.txt"))
            .text(information + "licenses/LICENSE", release.source("LICENSE"));
    StringBuilder record = new StringBuilder();
    tree.forEach(
        (path, item) ->
            record
                .append(path)
                .append(",sha256=")
                .append(digest(item.content()))
                .append(',')
                .append(item.content().length)
                .append('\n'));
    tree.text(information + "RECORD", record + information + "RECORD,,\n");
    return release.archives().zip(tree);
  }

  private static String digest(byte[] content) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
