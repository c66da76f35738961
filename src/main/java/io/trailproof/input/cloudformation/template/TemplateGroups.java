package io.trailproof.input.cloudformation.template;

import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which templates of a folder belong together: those of one CDK assembly, and those that refer to
 * each other by nested stacks or by exports and imports. Equal literal names tie nothing:
 * production and staging have the same.
 */
public final class TemplateGroups {
  private final List<Told> all = new ArrayList<>();
  private final Map<SourceFile, SourceFile> leaders = new LinkedHashMap<>();

  /**
   * What one template tells.
   *
   * @param exports the names it exports, see {@link ExportName}
   * @param nested paths and URLs of templates it deploys
   */
  private record Told(
      SourceFile file, Path path, Set<String> exports, Set<String> imports, Set<String> nested) {
    Path folder() {
      return Optional.ofNullable(path.getParent()).orElse(path);
    }
  }

  private TemplateGroups() {}

  /** The groups in the order of their first files; unreadable templates stay by themselves. */
  public static List<List<SourceFile>> of(List<SourceFile> files) {
    TemplateGroups groups = new TemplateGroups();
    for (SourceFile file : files) {
      groups.leaders.put(file, file);
      groups.told(file).ifPresent(groups.all::add);
    }
    groups.tieAssemblies();
    groups.tieNested();
    groups.tieImports();
    Map<SourceFile, List<SourceFile>> byLeader = new LinkedHashMap<>();
    for (SourceFile file : files) {
      byLeader.computeIfAbsent(groups.leader(file), any -> new ArrayList<>()).add(file);
    }
    return List.copyOf(byLeader.values());
  }

  private Optional<Told> told(SourceFile file) {
    Optional<Node> root = Documents.read(file).value();
    Optional<Path> path = path(file.name());
    if (root.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    Told told =
        new Told(
            file, path.get(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    mappings(root.get(), "Outputs")
        .forEach(
            output ->
                output
                    .get("Export")
                    .flatMap(Node::asMapping)
                    .flatMap(export -> export.get("Name"))
                    .flatMap(ExportName::of)
                    .ifPresent(told.exports()::add));
    mappings(root.get(), "Resources").forEach(resource -> nested(resource, told));
    walk(
        root.get(),
        node ->
            Call.of(node)
                .filter(call -> call.name().equals("Fn::ImportValue"))
                .flatMap(call -> ExportName.of(call.argument()))
                .ifPresent(told.imports()::add));
    return Optional.of(told);
  }

  private static List<Node.Mapping> mappings(Node root, String section) {
    return root
        .asMapping()
        .flatMap(all -> all.get(section))
        .flatMap(Node::asMapping)
        .map(Node.Mapping::members)
        .orElse(List.of())
        .stream()
        .flatMap(member -> member.value().asMapping().stream())
        .toList();
  }

  private static void nested(Node.Mapping resource, Told told) {
    Optional<Node.Mapping> properties = resource.get("Properties").flatMap(Node::asMapping);
    for (String key : List.of("TemplateURL", "Location")) {
      properties
          .flatMap(some -> some.get(key))
          .flatMap(ExportName::of)
          .ifPresent(told.nested()::add);
    }
  }

  private static void walk(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    node.asMapping().ifPresent(all -> all.members().forEach(one -> walk(one.value(), visitor)));
    node.asSequence().ifPresent(all -> all.items().forEach(one -> walk(one, visitor)));
  }

  private void tieAssemblies() {
    Map<Path, Told> first = new LinkedHashMap<>();
    for (Told one : all) {
      if (CloudAssembly.holds(one.path())) {
        Told other = first.putIfAbsent(one.folder(), one);
        if (other != null) {
          tie(one.file(), other.file());
        }
      }
    }
  }

  /** A path is that of the file; of a URL only the last step is known to be in this folder. */
  private void tieNested() {
    for (Told parent : all) {
      for (String location : parent.nested()) {
        nearest(parent, all.stream().filter(one -> isAt(one, parent, location)).toList())
            .ifPresent(child -> tie(parent.file(), child.file()));
      }
    }
  }

  private static boolean isAt(Told child, Told parent, String location) {
    String last = location.substring(location.lastIndexOf('/') + 1);
    if (child.equals(parent) || last.isEmpty() || ExportName.isOpen(last)) {
      return false;
    }
    boolean isUrl = location.contains("://") || ExportName.isOpen(location);
    return isUrl
        ? child.path().getFileName().toString().equals(last)
        : PathName.from(parent.folder(), location)
            .filter(path -> child.path().equals(path.normalize()))
            .isPresent();
  }

  private void tieImports() {
    for (Told importer : all) {
      for (String name : importer.imports()) {
        List<Told> exporters =
            all.stream()
                .filter(one -> !one.equals(importer))
                .filter(
                    one -> one.exports().stream().anyMatch(each -> ExportName.mayBe(each, name)))
                .toList();
        nearest(importer, exporters).ifPresent(one -> tie(importer.file(), one.file()));
      }
    }
  }

  /** Of several candidates the one nearest in the tree of folders; none if two are as near. */
  private static Optional<Told> nearest(Told to, List<Told> candidates) {
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    int least = candidates.stream().mapToInt(one -> distance(to, one)).min().orElse(0);
    List<Told> near = candidates.stream().filter(one -> distance(to, one) == least).toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  private static int distance(Told one, Told other) {
    return one.folder().relativize(other.folder()).normalize().toString().isEmpty()
        ? 0
        : one.folder().relativize(other.folder()).getNameCount();
  }

  private void tie(SourceFile one, SourceFile other) {
    SourceFile first = leader(one);
    SourceFile second = leader(other);
    if (!first.equals(second)) {
      leaders.put(second, first);
    }
  }

  private SourceFile leader(SourceFile file) {
    SourceFile at = file;
    while (!leaders.getOrDefault(at, at).equals(at)) {
      at = leaders.getOrDefault(at, at);
    }
    return at;
  }

  private static Optional<Path> path(String name) {
    return PathName.of(name).map(path -> path.toAbsolutePath().normalize());
  }
}
