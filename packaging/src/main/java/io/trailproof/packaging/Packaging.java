package io.trailproof.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes everything that is handed out of one jar. */
public final class Packaging {
  /** What others fetch by a definition; each names the archive, or the jar, and its checksum. */
  private static final List<String> DEFINITIONS =
      List.of(
          "homebrew/trailproof.rb",
          "scoop/trailproof.json",
          "sdkman/release.json",
          "jbang-catalog.json");

  private final Release release;
  private final Path folder;

  private Packaging(Release release, Path folder) {
    this.release = release;
    this.folder = folder;
  }

  /**
   * Packs.
   *
   * @param arguments the root of the checkout, the jar, and an empty folder
   * @throws IllegalStateException if a tool of Java fails, or the jar does
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Release release = Release.of(Path.of(arguments[0]), Path.of(arguments[1]));
    new Packaging(release, Path.of(arguments[2])).all();
  }

  private void all() throws IOException, InterruptedException {
    Program program = Program.of(release);
    Archives archives = release.archives();
    String name = "trailproof-" + release.version();
    write(name + "-all.jar", release.jarBytes());
    write(name + ".cdx.json", Files.readAllBytes(release.sbom()));
    FileTree archive = new FileTree().tree(name, program.whole("archive"));
    write(name + ".tar.gz", archives.tarGz(archive));
    write(name + ".zip", archives.zip(archive));
    write("trailproof-npm-" + release.version() + ".tgz", NpmPackage.of(release, program));
    write(PythonWheel.name(release), PythonWheel.of(release, program));
    write(DebianPackage.name(release), DebianPackage.of(release, program));
    write("trailproof.1", program.manual());
    write("trailproof.bash", program.bashCompletion());
    write("_trailproof", program.zshCompletion());
    if (isLinuxOnX64()) {
      withRuntime(program, name);
    }
    definitions(name);
    write("SHA256SUMS", Checksums.of(folder));
  }

  private void withRuntime(Program program, String name) throws IOException, InterruptedException {
    Path linked = Files.createTempDirectory("trailproof-runtime");
    Path runtime = JavaRuntime.link(release, linked.resolve("runtime"));
    FileTree tree =
        new FileTree().tree(name, program.whole("runtime")).folder(name + "/runtime", runtime);
    write(name + "-linux-x64.tar.gz", release.archives().tarGz(tree));
    write(name + "-oci.tar", OciImage.of(release, program, runtime));
  }

  private void definitions(String name) throws IOException {
    for (String definition : DEFINITIONS) {
      write(
          "definitions/" + definition,
          release
              .template("definitions/" + definition)
              .replace("@TAR_SHA256@", checksum(name + ".tar.gz"))
              .replace("@ZIP_SHA256@", checksum(name + ".zip")));
    }
  }

  private String checksum(String name) throws IOException {
    return Checksums.sha256(Files.readAllBytes(folder.resolve(name)));
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** The one system for which a run-time can be linked where this runs. */
  private static boolean isLinuxOnX64() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }
}
