package io.trailproof.rule.own;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.document.RepeatedKeys;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of YAML in a folder of users' own, within the limits of such files. */
final class OwnFile {
  /** Bytes of a file. */
  private static final long LONGEST = 256L * 1024;

  private OwnFile() {}

  /** The document; what is wrong with the file is added to a list. */
  static Optional<Node> open(String name, Path file, List<Diagnostic> problems) {
    try {
      if (Files.size(file) > LONGEST) {
        problems.add(OwnRuleError.TOO_LARGE.of(name, LONGEST / 1024));
        return Optional.empty();
      }
      Outcome<Node> document = YamlReader.read(SourceFile.of(name, Files.readAllBytes(file)));
      problems.addAll(document.diagnostics());
      document
          .value()
          .ifPresent(root -> problems.addAll(RepeatedKeys.of(root, OwnRuleError.TWICE)));
      return document.value();
    } catch (UnreadableSource e) {
      problems.add(
          e.place()
              .map(place -> OwnRuleError.UNREADABLE.at(place, e.reason()))
              .orElseGet(() -> OwnRuleError.UNREADABLE.of(name, e.reason())));
    } catch (IOException e) {
      problems.add(OwnRuleError.UNREADABLE.of(name, "the file cannot be read"));
    }
    return Optional.empty();
  }
}
