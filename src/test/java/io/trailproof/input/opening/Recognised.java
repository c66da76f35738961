package io.trailproof.input.opening;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.input.cloudformation.CloudFormationFormat;
import io.trailproof.input.terraform.TerraformFormat;
import io.trailproof.source.SourceFile;
import java.util.List;

/**
 * What a text is recognised as, in words that a test can compare.
 *
 * @param kind the id of a format, {@code other} or {@code broken}
 * @param parts the names of what of the file is an input
 * @param texts the texts of these
 * @param said what there is to say of a file that is no input
 */
record Recognised(String kind, List<String> parts, List<String> texts, List<Diagnostic> said) {
  private static final Recogniser RECOGNISER = recogniser();

  private static Recogniser recogniser() {
    Catalog catalog = BundledCatalog.read();
    return new Recogniser(List.of(new TerraformFormat(catalog), new CloudFormationFormat(catalog)));
  }

  static Recognised of(String name, String text) {
    return of(SourceFile.ofText(name, text));
  }

  static Recognised of(SourceFile file) {
    return RECOGNISER
        .recognise(file)
        .match(
            inputs ->
                new Recognised(
                    inputs.format().id(),
                    inputs.parts().stream().map(SourceFile::name).toList(),
                    inputs.parts().stream().map(SourceFile::text).toList(),
                    List.of()),
            other -> new Recognised("other", List.of(), List.of(), List.of(other.what())),
            broken -> new Recognised("broken", List.of(), List.of(), broken.why()));
  }

  String message() {
    return said.get(0).message();
  }

  String help() {
    return String.join("\n", said.get(0).help());
  }
}
