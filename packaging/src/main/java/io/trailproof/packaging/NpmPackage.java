package io.trailproof.packaging;

import java.io.IOException;

/**
 * A package for npm.
 *
 * @see <a href="https://docs.npmjs.com/cli/configuring-npm/package-json">package.json</a>
 */
final class NpmPackage {
  private NpmPackage() {}

  static byte[] of(Release release, Program program) throws IOException {
    FileTree tree =
        new FileTree()
            .tree("package", program.running("npm"))
            .text("package/package.json", release.template("package.json"))
            .text("package/README.md", release.template("registry-readme.md"))
            .executable("package/bin/trailproof.js", release.template("trailproof.js"));
    return release.archives().tarGz(tree);
  }
}
