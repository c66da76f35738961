package io.trailproof.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program as it lies in an installation. */
final class Program {
  private final Release release;
  private final String manual;
  private final String bash;
  private final String zsh;

  private Program(Release release, String manual, String bash, String zsh) {
    this.release = release;
    this.manual = manual;
    this.bash = bash;
    this.zsh = zsh;
  }

  /** The program of a release; it prints its own manual and completions. */
  static Program of(Release release) throws IOException, InterruptedException {
    return new Program(
        release,
        release.printed("manual"),
        release.printed("completion", "bash"),
        release.printed("completion", "zsh"));
  }

  String manual() {
    return manual;
  }

  String bashCompletion() {
    return bash;
  }

  String zshCompletion() {
    return zsh;
  }

  /** What runs: launcher, jar, and the examples by which its archive of classes is trained. */
  FileTree running(String kind) throws IOException {
    FileTree tree =
        new FileTree()
            .executable("bin/trailproof", InstalledLauncher.of(release, kind))
            .bytes("lib/trailproof-all.jar", release.jarBytes())
            .text("LICENSE", release.source("LICENSE"))
            .text("THIRD-PARTY.md", release.source("src/main/resources/META-INF/THIRD-PARTY.md"));
    for (String example :
        new String[] {"terraform/compliant/plan.json", "cloudformation/compliant/template.yaml"}) {
      Path file = release.checkout().resolve("fixtures").resolve(example);
      tree.bytes("examples/" + example, Files.readAllBytes(file));
    }
    return tree;
  }

  /** The same with everything for somebody who unpacks it, on Windows too. */
  FileTree whole(String kind) throws IOException {
    return running(kind)
        .text("bin/trailproof.cmd", release.template("trailproof.cmd").replace("\n", "\r\n"))
        .text("share/man/man1/trailproof.1", manual)
        .text("share/bash-completion/completions/trailproof", bash)
        .text("share/zsh/site-functions/_trailproof", zsh)
        .text("CHANGELOG.md", release.source("CHANGELOG.md"));
  }
}
