package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.graph.ResourceGraph;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Body;
import io.trailproof.input.terraform.hcl.TerraformFile;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.input.terraform.sources.FileNames;
import io.trailproof.input.terraform.sources.SourceFolder;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import io.trailproof.source.UnreadableSource;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Terraform files that resources of a deployment are written in, and those beside them. */
final class ModuleFiles {
  private final Map<String, SourceFile> known = new LinkedHashMap<>();
  private final Map<String, List<SourceFile>> folders = new HashMap<>();
  private final Map<SourceFile, Body> read = new HashMap<>();

  ModuleFiles(ResourceGraph graph) {
    for (Resource resource : graph.resources()) {
      Span span = resource.span();
      if (span != null && isSource(span.file())) {
        known.putIfAbsent(span.file().name(), span.file());
      }
    }
  }

  /** A block and the file that it stands in. */
  record Written(SourceFile file, Block block) {
    boolean isJson() {
      return file.name().endsWith(".json");
    }
  }

  /** True if the resources of some plan have files. */
  boolean areThere() {
    return !known.isEmpty();
  }

  /** The folders in which some resource is written. */
  List<String> folders() {
    return known.keySet().stream().map(ModuleFiles::folder).distinct().toList();
  }

  /** The folder of the module that writes a resource; empty where no file does. */
  Optional<String> folder(Resource resource) {
    Span span = resource.span();
    return span != null && isSource(span.file())
        ? Optional.of(folder(span.file().name()))
        : Optional.empty();
  }

  /** The blocks of a resource or data source, those that override others last. */
  List<Written> blocks(String folder, Address address) {
    List<String> words = new ArrayList<>(Arrays.asList(address.block().split("\\.", -1)));
    String kind = words.size() == 3 ? words.remove(0) : "resource";
    return blocks(folder, kind, words);
  }

  /** The blocks of a folder that have some labels. */
  List<Written> blocks(String folder, String kind, List<String> labels) {
    List<Written> found = new ArrayList<>();
    for (SourceFile file : files(folder)) {
      for (Block block : body(file).blocks(kind)) {
        if (block.labels().equals(labels)) {
          found.add(new Written(file, block));
        }
      }
    }
    return found;
  }

  /** What a file holds. */
  Body body(SourceFile file) {
    return read.computeIfAbsent(file, TerraformFile::read);
  }

  /** The files of a folder. */
  List<SourceFile> files(String folder) {
    return folders.computeIfAbsent(folder, this::list);
  }

  private List<SourceFile> list(String folder) {
    FileNames names =
        known.keySet().stream().anyMatch(name -> name.contains(".tofu"))
            ? FileNames.OPENTOFU
            : FileNames.TERRAFORM;
    Map<String, SourceFile> files = new LinkedHashMap<>();
    SourceFolder.open(folder.isEmpty() ? "." : folder)
        .value()
        .ifPresent(tree -> tree.files("", names).forEach(file -> files.put(file.name(), file)));
    known.forEach(
        (name, file) -> {
          if (folder(name).equals(folder)) {
            files.put(name, file);
          }
        });
    return List.copyOf(files.values());
  }

  /** True if a file is on disk just as it was read. */
  static boolean isAtHand(SourceFile file) {
    try {
      return PathName.of(file.name()).filter(Files::isRegularFile).isPresent()
          && Arrays.equals(
              SourceFile.open(file.name()).bytes(0, file.length() + 1),
              file.bytes(0, file.length()));
    } catch (UnreadableSource e) {
      return false;
    }
  }

  private static boolean isSource(SourceFile file) {
    return FileNames.isSource(file.name().substring(file.name().lastIndexOf('/') + 1));
  }

  /** The folder of a file. */
  static String folder(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }
}
