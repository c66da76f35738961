package io.trailproof.edit;

import io.trailproof.graph.Resource;
import io.trailproof.input.terraform.plan.Address;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Where the blocks of resources stand, or why they cannot be edited there. */
final class TerraformPlaces {
  private static final String CACHE = ".terraform/";
  private static final String NOT_YOURS = "its module is not in a folder of yours";

  private final ModuleFiles files;

  TerraformPlaces(ModuleFiles files) {
    this.files = files;
  }

  /** The blocks of a resource, those that override others last. */
  List<ModuleFiles.Written> blocks(Resource resource) {
    Optional<Address> address = Address.parse(resource.address());
    Optional<String> folder = files.folder(resource);
    return address.isPresent() && folder.isPresent()
        ? files.blocks(folder.get(), address.get())
        : List.of();
  }

  /** Why the block of a resource cannot be edited. */
  Optional<String> whyNot(Resource resource) {
    List<ModuleFiles.Written> blocks = blocks(resource);
    if (!blocks.isEmpty()) {
      return whyNot(blocks.get(0).file());
    }
    if (!files.areThere()) {
      return Optional.of("no Terraform files were named (`--source`)");
    }
    boolean isInModule = resource.address().startsWith("module.");
    return Optional.of(isInModule ? NOT_YOURS : "its block is in none of the Terraform files");
  }

  /** Why a file cannot be edited. */
  Optional<String> whyNot(SourceFile file) {
    if (file.name().startsWith(CACHE) || file.name().contains("/" + CACHE)) {
      return Optional.of(NOT_YOURS);
    }
    return ModuleFiles.isAtHand(file)
        ? Optional.empty()
        : Optional.of("`" + file.name() + "` is not there as the plan was made of it");
  }
}
