package io.trailproof.input.cloudformation;

import io.trailproof.document.JsonReader;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the manifest of a CDK cloud assembly says of the stacks beside it. */
final class CloudAssembly {
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final Pattern ENVIRONMENT = Pattern.compile("aws://([^/]*)/([^/]*)");
  static final Target NOWHERE = new Target(Optional.empty(), Optional.empty(), Optional.empty());

  private CloudAssembly() {}

  /**
   * Where a stack is deployed to, and under which name; empty where the manifest leaves it open.
   */
  record Target(Optional<String> account, Optional<String> region, Optional<String> name) {}

  /** What the manifest in a template's folder says of it. */
  static Target target(Path template) {
    Path manifest = template.resolveSibling("manifest.json");
    Path file = template.getFileName();
    try {
      if (file == null || !Files.isRegularFile(manifest) || Files.size(manifest) > MOST_BYTES) {
        return NOWHERE;
      }
      SourceFile source = SourceFile.open("manifest.json", manifest);
      return JsonReader.read(source)
          .value()
          .flatMap(Node::asMapping)
          .flatMap(root -> root.get("artifacts"))
          .flatMap(Node::asMapping)
          .flatMap(artifacts -> target(artifacts, file.toString()))
          .orElse(NOWHERE);
    } catch (IOException | UnreadableSource e) {
      return NOWHERE;
    }
  }

  private static Optional<Target> target(Node.Mapping artifacts, String file) {
    return artifacts.members().stream()
        .flatMap(member -> member.value().asMapping().stream())
        .filter(
            artifact ->
                text(artifact, "type").filter("aws:cloudformation:stack"::equals).isPresent())
        .filter(artifact -> property(artifact, "templateFile").filter(file::equals).isPresent())
        .map(CloudAssembly::target)
        .findFirst();
  }

  private static Target target(Node.Mapping artifact) {
    Matcher environment = ENVIRONMENT.matcher(text(artifact, "environment").orElse(""));
    Optional<String> name = property(artifact, "stackName");
    return environment.matches()
        ? new Target(known(environment.group(1)), known(environment.group(2)), name)
        : new Target(Optional.empty(), Optional.empty(), name);
  }

  /** The CDK writes {@code unknown-account} and {@code unknown-region} for what is left open. */
  private static Optional<String> known(String text) {
    return Optional.of(text).filter(value -> !value.startsWith("unknown-") && !value.isEmpty());
  }

  private static Optional<String> property(Node.Mapping artifact, String key) {
    return artifact
        .get("properties")
        .flatMap(Node::asMapping)
        .flatMap(properties -> text(properties, key));
  }

  private static Optional<String> text(Node.Mapping mapping, String key) {
    return mapping.get(key).flatMap(Node::asString);
  }
}
