package io.trailproof.document;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one document of YAML 1.1 into located nodes; aliases and merge keys are written out. */
public final class YamlReader {
  private YamlReader() {}

  /** The document, or one diagnostic at the character where it stops being one. */
  public static Outcome<Node> read(SourceFile file) {
    if (file.length() > Limits.YAML_BYTES) {
      return Outcome.failed(DocumentError.tooLarge(file, Limits.YAML_BYTES));
    }
    Node common = CommonYaml.read(file, file.bytes(0, file.length()));
    return common == null ? readAny(file) : Outcome.of(common);
  }

  /** Whatever YAML there is. */
  static Outcome<Node> readAny(SourceFile file) {
    String text = file.text();
    ByteOffsets points = new ByteOffsets(file, text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit((int) Limits.YAML_BYTES + 1);
    try {
      StreamReader reader = new StreamReader(text);
      YamlEvents events = new YamlEvents(file, points, reader, new ParserImpl(reader, options));
      return Outcome.of(events.document());
    } catch (Refused e) {
      return Outcome.failed(e.diagnostic());
    } catch (YAMLException e) {
      return Outcome.failed(YamlProblem.of(e, file, points));
    }
  }

  /** The document is refused, and this is why; never leaves this package. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    Refused(Diagnostic diagnostic) {
      super(diagnostic.message(), null, false, false);
      this.diagnostic = diagnostic;
    }

    Diagnostic diagnostic() {
      return diagnostic;
    }
  }
}
