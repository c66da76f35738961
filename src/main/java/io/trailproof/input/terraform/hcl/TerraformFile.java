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

  /** What a range of a file that is no JSON holds, taken for an expression. */
  public static Definition definition(SourceFile file, long start, long end) {
    return new DefinitionReader(
            file.bytes(0, end), (from, to) -> file.span(from, Math.min(end, to)))
        .read((int) start, (int) end);
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
