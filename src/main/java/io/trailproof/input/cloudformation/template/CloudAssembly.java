package io.trailproof.input.cloudformation.template;

import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the manifest of a CDK cloud assembly says of the stacks beside it. */
public final class CloudAssembly {
  private static final Pattern ENVIRONMENT = Pattern.compile("aws://([^/]*)/([^/]*)");
  static final Target NOWHERE = new Target(Optional.empty(), Optional.empty(), Optional.empty());

  private CloudAssembly() {}

  /**
   * Where a stack is deployed to, and under which name; empty where the manifest leaves it open.
   */
  public record Target(Optional<String> account, Optional<String> region, Optional<String> name) {}

  /** What the manifest in a template's folder says of it. */
  static Target target(Path template) {
    return stacks(template).stream()
        .filter(stack -> isOf(stack, template))
        .map(CloudAssembly::target)
        .findFirst()
        .orElse(NOWHERE);
  }

  /** True if an assembly holds a template and deploys it as part of another stack only. */
  static boolean isPart(Path template) {
    List<Node.Mapping> stacks = stacks(template);
    return !stacks.isEmpty() && stacks.stream().noneMatch(stack -> isOf(stack, template));
  }

  /** True if a template lies in an assembly. */
  static boolean holds(Path template) {
    return !stacks(template).isEmpty();
  }

  private static boolean isOf(Node.Mapping stack, Path template) {
    return property(stack, "templateFile")
        .filter(file -> !file.isEmpty() && template.getFileName().toString().equals(file))
        .isPresent();
  }

  private static List<Node.Mapping> stacks(Path template) {
    return mappings(
            json(template.resolveSibling("manifest.json")).flatMap(root -> root.get("artifacts")))
        .stream()
        .filter(
            artifact ->
                text(artifact, "type").filter("aws:cloudformation:stack"::equals).isPresent())
        .toList();
  }

  /** The files of an assembly by the last part of the key they are uploaded under. */
  static Map<String, String> assets(Path folder) {
    Map<String, String> paths = new HashMap<>();
    Set<String> twice = new HashSet<>();
    try (DirectoryStream<Path> manifests = Files.newDirectoryStream(folder, "*.assets.json")) {
      for (Path manifest : manifests) {
        for (Asset asset : assetsOf(manifest)) {
          String other = paths.put(asset.key(), asset.path());
          if (other != null && !other.equals(asset.path())) {
            twice.add(asset.key());
          }
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return Map.of();
    }
    paths.keySet().removeAll(twice);
    return paths;
  }

  private record Asset(String key, String path) {}

  private static List<Asset> assetsOf(Path manifest) {
    List<Asset> assets = new ArrayList<>();
    for (Node.Mapping file : mappings(json(manifest).flatMap(root -> root.get("files")))) {
      Optional<String> path =
          file.get("source").flatMap(Node::asMapping).flatMap(source -> text(source, "path"));
      for (Node.Mapping destination : mappings(file.get("destinations"))) {
        Optional<String> key = text(destination, "objectKey");
        if (path.isPresent() && key.isPresent()) {
          String name = key.get().substring(key.get().lastIndexOf('/') + 1);
          assets.add(new Asset(name, path.get()));
        }
      }
    }
    return assets;
  }

  private static List<Node.Mapping> mappings(Optional<Node> node) {
    return node.flatMap(Node::asMapping).map(Node.Mapping::members).orElse(List.of()).stream()
        .flatMap(member -> member.value().asMapping().stream())
        .toList();
  }

  /** A link may lead anywhere. */
  private static boolean isOfItsFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return Files.isRegularFile(file)
        && folder != null
        && file.toRealPath().startsWith(folder.toRealPath());
  }

  private static Optional<Node.Mapping> json(Path file) {
    try {
      return isOfItsFolder(file) && Files.size(file) <= Limits.TEMPLATE_BYTES
          ? JsonStream.read(SourceFile.open(file.toString(), file)).value().flatMap(Node::asMapping)
          : Optional.empty();
    } catch (IOException | UnreadableSource e) {
      return Optional.empty();
    }
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
