package io.trailproof.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An image of a container, made without an engine: a run-time, the libraries of the system that it
 * needs, the jar, and nothing else, not even a shell.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image
 *     layout</a>
 */
final class OciImage {
  private static final String HOME = "opt/trailproof";

  /** The notices of the C library's and zlib's packages, which ask to come along. */
  private static final List<String> NOTICES =
      List.of("/usr/share/doc/libc6/copyright", "/usr/share/doc/zlib1g/copyright");

  private OciImage() {}

  static byte[] of(Release release, Program program, Path runtime)
      throws IOException, InterruptedException {
    Archives archives = release.archives();
    byte[] files = archives.tar(files(program, runtime));
    byte[] layer = archives.gzip(files);
    byte[] configuration =
        utf8(
            release
                .template("image-config.json")
                .replace("@TIME@", release.time().toString())
                .replace("@LAYER@", Checksums.sha256(files)));
    byte[] manifest =
        utf8(
            release
                .template("image-manifest.json")
                .replace("@CONFIG@", Checksums.sha256(configuration))
                .replace("@CONFIG_SIZE@", String.valueOf(configuration.length))
                .replace("@LAYER@", Checksums.sha256(layer))
                .replace("@LAYER_SIZE@", String.valueOf(layer.length)));
    byte[] index =
        utf8(
            release
                .template("image-index.json")
                .replace("@MANIFEST@", Checksums.sha256(manifest))
                .replace("@MANIFEST_SIZE@", String.valueOf(manifest.length)));
    FileTree layout =
        new FileTree()
            .text("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}")
            .bytes("index.json", index);
    for (byte[] blob : List.of(layer, configuration, manifest)) {
      layout.bytes("blobs/sha256/" + Checksums.sha256(blob), blob);
    }
    return archives.tar(layout);
  }

  private static FileTree files(Program program, Path runtime)
      throws IOException, InterruptedException {
    FileTree files =
        new FileTree().tree(HOME, program.running("oci")).folder(HOME + "/runtime", runtime);
    for (Path library : JavaRuntime.libraries(runtime)) {
      files.file(library.toString().substring(1), library);
    }
    for (String notice : NOTICES) {
      if (Files.exists(Path.of(notice))) {
        files.file(notice.substring(1), Path.of(notice));
      }
    }
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
