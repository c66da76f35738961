package io.trailproof.input.terraform.hcl;

import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;

/** One file of a Terraform module, in either notation. */
public final class TerraformFile {
  private TerraformFile() {}

  /** What stands in a file, as far as it can be read. */
  public static Body read(SourceFile file) {
    return file.name().endsWith(".json") ? readJson(file) : readHcl(file);
  }

  private static Body readHcl(SourceFile file) {
    try (InputStream in = file.bytes()) {
      return new HclReader(file, in.readAllBytes()).read();
    } catch (IOException e) {
      return Body.EMPTY;
    }
  }

  private static Body readJson(SourceFile file) {
    return JsonStream.read(file)
        .value()
        .flatMap(Node::asMapping)
        .map(JsonBody::of)
        .orElse(Body.EMPTY);
  }
}
