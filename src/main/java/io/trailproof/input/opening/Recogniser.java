package io.trailproof.input.opening;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.BrokenJson;
import io.trailproof.document.Documents;
import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.document.RootMembers;
import io.trailproof.document.Unquoted;
import io.trailproof.document.YamlOutline;
import io.trailproof.document.YamlReader;
import io.trailproof.input.InputError;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Outline;
import io.trailproof.source.Limits;
import io.trailproof.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Tells by its content, not by its name, which format a file has.
 *
 * <p>A fast look may only say yes. What it does not recognise is read whole before anything is said
 * against it: a file that is passed over though it is an input is a change that nobody judges.
 */
public final class Recogniser {
  /** Bytes from which a sound document is judged by all its members, and takes no tree. */
  private static final int LARGE = 64 << 20;

  /** What is said of a document that holds nothing. */
  private static final String NOTHING = "empty-document";

  private final List<InputFormat> formats;

  /** A recogniser of some formats, the first that fits wins. */
  public Recogniser(List<InputFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** Why some format does not read a file that begins with some bytes. */
  Optional<Diagnostic> refusal(byte[] head, String input) {
    return formats.stream().flatMap(format -> format.refusal(head, input).stream()).findFirst();
  }

  /** The format of a file that is one input; a diagnostic that says what it is if it has none. */
  public Outcome<InputFormat> format(SourceFile file) {
    return recognise(file)
        .match(
            inputs -> Outcome.of(inputs.format()),
            other -> Outcome.failed(other.what()),
            broken -> Outcome.failed(broken.why().get(0)));
  }

  /** What a file is. */
  Recognition recognise(SourceFile file) {
    if (isBlank(file)) {
      Diagnostic empty = InputError.EMPTY.atStart(file);
      // No text is YAML of nothing, and no JSON.
      return file.name().endsWith(".json")
          ? new Recognition.Broken(List.of(empty))
          : new Recognition.Other(empty);
    }
    boolean json = Documents.looksLikeJson(file);
    RootMembers seen =
        json
            ? JsonStream.outline(file, some -> of(new Outline(true, some)).isPresent())
            : YamlOutline.scan(file);
    return of(new Outline(json, seen))
        .map(format -> json ? parted(file, format) : new Recognition.Inputs(List.of(file), format))
        .orElseGet(() -> readWhole(file, json, seen));
  }

  /** Of several documents in one file each has to be of the format of the first. */
  private Recognition parted(SourceFile file, InputFormat format) {
    List<SourceFile> parts = Plans.in(file);
    for (SourceFile part : parts.subList(1, parts.size())) {
      RootMembers seen = JsonStream.outline(part, some -> isOf(format, some));
      if (!isOf(format, seen)) {
        return new Recognition.Broken(List.of(unlike(part, seen)));
      }
    }
    return new Recognition.Inputs(parts, format);
  }

  /** What stands on a line of its own where an input was to stand. */
  private static Diagnostic unlike(SourceFile part, RootMembers seen) {
    return Unquoted.of(
        Wrapper.of(seen)
            .map(wrapper -> wrapper.atStart(part))
            .orElseGet(() -> InputError.UNRECOGNISED.atStart(part)));
  }

  private static boolean isOf(InputFormat format, RootMembers members) {
    return format.recognises(new Outline(true, members));
  }

  /** Whether a sound document is of a format, without a tree of it. */
  private static boolean isOf(InputFormat format, SourceFile file) {
    try (JsonStream document = JsonStream.open(file)) {
      return document.isObject() && format.recognises(document);
    } catch (BrokenJson e) {
      return false;
    }
  }

  private Optional<InputFormat> of(Outline outline) {
    return formats.stream().filter(format -> format.recognises(outline)).findFirst();
  }

  private Recognition readWhole(SourceFile file, boolean json, RootMembers seen) {
    if (seen.whole() && file.length() > LARGE && !seen.has("Resources")) {
      return Wrapper.of(seen)
          .map(wrapper -> wrapper.said(file))
          .orElseGet(() -> new Recognition.Other(InputError.UNRECOGNISED.atStart(file)));
    }
    if (json && seen.whole() && file.length() <= Limits.JSON_BYTES) {
      for (InputFormat format : formats) {
        if (isOf(format, file)) {
          return new Recognition.Inputs(List.of(file), format);
        }
      }
    }
    Outcome<Node> document = json ? Documents.read(file) : YamlReader.read(file);
    Node root = document.built();
    if (root != null) {
      Optional<InputFormat> format = of(root, json);
      if (format.isPresent()) {
        return new Recognition.Inputs(List.of(file), format.get());
      }
      // Broken JSON may happen to be YAML.
      return document.diagnostics().isEmpty() || Documents.isCommentedJson(file)
          ? unwrapped(file, root)
          : broken(file, JsonStream.read(file), seen);
    }
    if (!json && first(document).code().equals(NOTHING)) {
      return new Recognition.Other(InputError.EMPTY.atStart(file)); // comments alone
    }
    Optional<Wrapper> wrapper = Wrapper.of(seen).or(() -> Wrapper.ofText(file));
    if (wrapper.isPresent()) {
      return wrapper.get().said(file);
    }
    return Foreign.of(file, document.diagnostics())
        .<Recognition>map(foreign -> new Recognition.Other(foreign.in(file, first(document))))
        .orElseGet(() -> broken(file, document, seen));
  }

  /**
   * Of what does not call itself a template nothing is shown: it may hold secrets. So may one with
   * parameters under {@code NoEcho}, wherever it is broken.
   */
  private static Recognition broken(SourceFile file, Outcome<Node> document, RootMembers seen) {
    List<Diagnostic> why = document.diagnostics().stream().filter(Diagnostic::isError).toList();
    boolean isTemplate = seen.has("Resources") || seen.has("AWSTemplateFormatVersion");
    boolean mayBeShown = isTemplate && file.length() <= LARGE && !file.text().contains("NoEcho");
    return new Recognition.Broken(mayBeShown ? why : Unquoted.all(why));
  }

  private Optional<InputFormat> of(Node root, boolean json) {
    Outline outline = new Outline(json, RootMembers.of(root));
    return of(outline)
        .or(
            () ->
                root.asMapping()
                    .flatMap(
                        all ->
                            formats.stream().filter(format -> format.recognises(all)).findFirst()));
  }

  /** A body inside an answer of the AWS CLI is an input; what else there is, is named. */
  private Recognition unwrapped(SourceFile file, Node root) {
    Optional<SourceFile> body = TemplateBody.in(file, root);
    if (body.isPresent()) {
      return recognise(body.get());
    }
    // Most prose is a text to YAML.
    Optional<Wrapper> text = root.asScalar().flatMap(any -> Wrapper.ofText(file));
    return text.or(() -> Wrapper.of(root))
        .map(wrapper -> wrapper.said(file))
        .orElseGet(() -> new Recognition.Other(InputError.UNRECOGNISED.atStart(file)));
  }

  private static Diagnostic first(Outcome<Node> document) {
    return document.diagnostics().stream().filter(Diagnostic::isError).findFirst().orElseThrow();
  }

  private static boolean isBlank(SourceFile file) {
    return file.length() < 4096 && file.text().isBlank();
  }
}
