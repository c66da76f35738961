package io.trailproof.input;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Documents;
import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.document.YamlOutline;
import io.trailproof.document.YamlReader;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells by its content, not by its name, which format a file has. */
public final class Recogniser {
  private static final Set<String> DECISIVE =
      Set.of(
          "format_version",
          "planned_values",
          "resource_changes",
          "lineage",
          "AWSTemplateFormatVersion",
          "Resources");

  private final List<InputFormat> formats;

  /** A recogniser of some formats, the first that fits wins. */
  public Recogniser(List<InputFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** Why some format does not read a file that begins with some bytes. */
  Optional<Diagnostic> refusal(byte[] head, String input) {
    return formats.stream().flatMap(format -> format.refusal(head, input).stream()).findFirst();
  }

  /** The format of a file; a diagnostic that says what is wrong with it if it has none. */
  public Outcome<InputFormat> recognise(SourceFile file) {
    if (isBlank(file)) {
      return Outcome.failed(InputError.EMPTY.atStart(file));
    }
    boolean json = Documents.looksLikeJson(file);
    Outline outline =
        new Outline(json, json ? JsonStream.outline(file, DECISIVE) : YamlOutline.scan(file));
    for (InputFormat format : formats) {
      if (format.recognises(outline)) {
        return Outcome.of(format);
      }
    }
    return Outcome.failed(unrecognised(file));
  }

  private static boolean isBlank(SourceFile file) {
    return file.length() < 4096 && file.text().isBlank();
  }

  /** What is wrong with a file that no format recognises: broken, or something else. */
  private static Diagnostic unrecognised(SourceFile file) {
    Outcome<Node> document =
        Documents.looksLikeJson(file) ? JsonStream.read(file) : YamlReader.read(file);
    Optional<Diagnostic> broken =
        document.diagnostics().stream().filter(Diagnostic::isError).findFirst();
    return broken.orElseGet(() -> InputError.UNRECOGNISED.atStart(file));
  }
}
