package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Body;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.source.PathName;
import io.trailproof.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a module is called, for an argument of a resource that is an input of the module. */
final class CallSettings {
  private static final String VARIABLE = "var.";

  private final ModuleFiles files;

  CallSettings(ModuleFiles files) {
    this.files = files;
  }

  /**
   * An argument of a module's call.
   *
   * @param module the calls that addresses where it is called begin with
   */
  record Input(ModuleFiles.Written call, String name, String module) {}

  /** The input that an argument of a resource is, if it is nothing else as well. */
  Optional<Input> of(Resource resource, ModuleFiles.Written block, List<String> path) {
    Optional<Address> address = Address.parse(resource.address());
    Optional<String> folder = files.folder(resource);
    Optional<String> name = variable(block.block(), path);
    if (address.isEmpty()
        || address.get().modules().isEmpty()
        || folder.isEmpty()
        || name.isEmpty()
        || uses(folder.get(), name.get()) != 1) {
      return Optional.empty();
    }
    List<Address.Module> modules = address.get().modules();
    StringBuilder module = new StringBuilder();
    for (Address.Module one : modules.subList(0, modules.size() - 1)) {
      module.append("module.").append(one.name()).append(one.key()).append('.');
    }
    return call(folder.get(), modules.get(modules.size() - 1).name())
        .map(call -> new Input(call, name.get(), module.toString()));
  }

  private static Optional<String> variable(Block block, List<String> path) {
    Body body = block.body();
    for (String name : path.subList(0, path.size() - 1)) {
      List<Block> nested = body.blocks(name);
      if (nested.size() != 1) {
        return Optional.empty();
      }
      body = nested.get(0).body();
    }
    return body.attribute(path.get(path.size() - 1))
        .map(Attribute::definition)
        .map(one -> one instanceof Definition.Reference reference ? reference.text() : "")
        .filter(text -> text.startsWith(VARIABLE))
        .map(text -> text.substring(VARIABLE.length()))
        .filter(name -> name.indexOf('.') < 0 && name.indexOf('[') < 0);
  }

  private long uses(String folder, String name) {
    return files.files(folder).stream()
        .mapToLong(file -> NameCount.count(file.text(), VARIABLE + name))
        .sum();
  }

  /** The only call of a folder by a name, in the folders above it and in those that are known. */
  private Optional<ModuleFiles.Written> call(String folder, String name) {
    Set<String> folders = new LinkedHashSet<>(files.folders());
    for (int end = folder.lastIndexOf('/'); end > 0; end = folder.lastIndexOf('/', end - 1)) {
      folders.add(folder.substring(0, end));
    }
    if (!folder.startsWith("/")) {
      folders.add("");
    }
    List<ModuleFiles.Written> found = new ArrayList<>();
    for (String one : folders) {
      for (SourceFile file : files.files(one)) {
        for (Block call : files.body(file).blocks("module")) {
          if (call.label(0).equals(name) && leadsTo(call, one, folder)) {
            found.add(new ModuleFiles.Written(file, call));
          }
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean leadsTo(Block call, String from, String folder) {
    return call.body()
        .attribute("source")
        .map(Attribute::definition)
        .filter(
            one ->
                one instanceof Definition.Literal literal
                    && literal.text().startsWith(".")
                    && isSame(from, literal.text(), folder))
        .isPresent();
  }

  private static boolean isSame(String from, String source, String folder) {
    Optional<Path> there = PathName.of(from).flatMap(one -> PathName.from(one, source));
    return there.isPresent()
        && PathName.of(folder).map(Path::normalize).equals(there.map(Path::normalize));
  }
}
