package io.trailproof.edit;

import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Hcl;
import java.util.List;
import java.util.Optional;

/** One of the two notations of Terraform's files. */
interface TerraformNotation {
  /** Sets a property, or leaves it out; why not, if it cannot be done. */
  Optional<String> set(PropertyEdit setting);

  /**
   * Adds a resource behind another one.
   *
   * @param beside the block of the other one
   */
  void add(ModuleFiles.Written beside, Alteration.Add add, Hcl hcl);

  /** What came of it. */
  List<TextEdit> edits();
}
