package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Documents;
import io.trailproof.document.Node;
import io.trailproof.document.Unquoted;
import io.trailproof.input.NamedFile;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parameter values in a file: the AWS CLI's list of {@code ParameterKey} and {@code
 * ParameterValue}, its list of {@code Key=Value}, CodePipeline's {@code Parameters}, the {@code
 * parameters} of a deployment file of Git sync, or a plain mapping.
 */
public final class ParameterFile {
  /** What a deployment file of Git sync must have; its parameters may be left out. */
  private static final String GIT_SYNC = "template-file-path";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private ParameterFile() {}

  /** The values by name, in the order of the file; the last of a name wins. */
  public static Outcome<Map<String, String>> read(SourceFile file) {
    Outcome<Node> document = Documents.read(file);
    ParameterFile reader = new ParameterFile();
    reader.diagnostics.addAll(document.diagnostics());
    if (document.built() != null) {
      reader.root(document.built());
    }
    // A value may be secret, though only the template says so.
    return new Outcome<>(
        document.built() == null ? null : reader.values, Unquoted.all(reader.diagnostics));
  }

  /** The values of several files; of two that have a name, the later wins. */
  public static Outcome<Map<String, String>> readAll(List<String> names) {
    Map<String, String> all = new LinkedHashMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (String name : names) {
      Outcome<SourceFile> file = NamedFile.open(name);
      diagnostics.addAll(file.diagnostics());
      if (file.built() != null) {
        Outcome<Map<String, String>> read = read(file.built());
        diagnostics.addAll(read.diagnostics());
        read.value().ifPresent(all::putAll);
      }
    }
    return new Outcome<>(all, diagnostics);
  }

  private void root(Node root) {
    Optional<Node.Mapping> mapping = root.asMapping();
    Optional<Node.Sequence> list = root.asSequence();
    if (mapping.isPresent()) {
      section(mapping.get()).forEach(member -> add(member.key(), member.value()));
    } else if (list.isPresent()) {
      list.get().items().forEach(this::item);
    } else {
      refuse(root);
    }
  }

  /** The parameters of a file that may hold more than these. */
  private static List<Node.Member> section(Node.Mapping root) {
    return Stream.of("Parameters", "parameters")
        .flatMap(key -> root.get(key).flatMap(Node::asMapping).stream())
        .findFirst()
        .or(() -> root.get(GIT_SYNC).map(any -> new Node.Mapping(root.span(), List.of(), null)))
        .orElse(root)
        .members();
  }

  private void item(Node node) {
    Optional<String> text = node.asString();
    if (text.isPresent() && text.get().indexOf('=') > 0) {
      int equals = text.get().indexOf('=');
      values.put(text.get().substring(0, equals), text.get().substring(equals + 1));
      return;
    }
    Optional<Node.Mapping> pair = node.asMapping();
    Optional<String> key =
        pair.flatMap(mapping -> mapping.get("ParameterKey")).flatMap(Node::asString);
    Optional<Node> value = pair.flatMap(mapping -> mapping.get("ParameterValue"));
    if (key.isPresent() && value.isPresent()) {
      add(key.get(), value.get());
    } else if (key.isEmpty() || pair.get().get("UsePreviousValue").isEmpty()) {
      refuse(node);
    }
  }

  private void add(String name, Node value) {
    Optional<Node.Scalar> scalar = value.asScalar().filter(node -> !node.isNull());
    Optional<Node.Sequence> list = value.asSequence();
    if (scalar.isPresent()) {
      values.put(name, Scalars.text(scalar.get()));
    } else if (list.isPresent()
        && list.get().items().stream().allMatch(item -> item.asScalar().isPresent())) {
      values.put(
          name,
          String.join(
              ",",
              list.get().items().stream()
                  .map(item -> item.asScalar().map(Scalars::text).orElse(""))
                  .toList()));
    } else {
      refuse(value);
    }
  }

  private void refuse(Node node) {
    diagnostics.add(TemplateError.NO_PARAMETER.at(node.span()));
  }
}
