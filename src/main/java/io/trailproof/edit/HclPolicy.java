package io.trailproof.edit;

import io.trailproof.document.JsonStream;
import io.trailproof.document.Node;
import io.trailproof.graph.Value;
import io.trailproof.input.terraform.hcl.Attribute;
import io.trailproof.input.terraform.hcl.Block;
import io.trailproof.input.terraform.hcl.Definition;
import io.trailproof.input.terraform.hcl.TerraformFile;
import io.trailproof.remedy.Policies;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An argument that holds the text of a policy, which gets statements more. */
final class HclPolicy {
  private static final String ENCODE = "jsonencode(";
  private static final String DOCUMENT = "data.aws_iam_policy_document.";

  private final ModuleFiles files;
  private final SourceLines lines;
  private final Attribute argument;
  private final PropertyEdit setting;

  HclPolicy(ModuleFiles files, SourceLines lines, Attribute argument, PropertyEdit setting) {
    this.files = files;
    this.lines = lines;
    this.argument = argument;
    this.setting = setting;
  }

  /** The edits that add what a policy has more; empty where its own text cannot be kept. */
  Optional<List<TextEdit>> with(Value.Fields policy) {
    List<Value> more = Policies.more(setting.before(), policy);
    if (more.isEmpty()) {
      return Optional.empty();
    }
    String text = lines.text(argument.whole().start(), argument.whole().end());
    if (text.startsWith(ENCODE) && text.endsWith(")")) {
      return encoded(more);
    }
    if (text.startsWith("<<")) {
      return heredoc(text, more);
    }
    return argument.definition() instanceof Definition.Reference reference
        ? document(reference.text(), more)
        : Optional.empty();
  }

  /** A policy that is written as one text is written anew; why not, if it is anything else. */
  Optional<String> replaced(Value.Fields policy, HclBody body) {
    if (!(argument.definition() instanceof Definition.Literal)) {
      return Optional.of("its text is made by an expression that is not followed");
    }
    Optional<String> differ = FileAndPlan.policiesDiffer(argument, setting.before());
    if (differ.isEmpty()) {
      body.set(argument.name(), setting.hcl().encoded(policy, body.indent()));
    }
    return differ;
  }

  private Optional<List<TextEdit>> encoded(List<Value> more) {
    long start = argument.whole().start() + ENCODE.length();
    Definition inner = TerraformFile.definition(lines.file(), start, argument.whole().end() - 1);
    Definition statements =
        inner instanceof Definition.Fields fields ? fields.fields().get("Statement") : null;
    if (statements instanceof Definition.Items list) {
      HclList into = new HclList(lines, list.span());
      return Optional.of(into.with(written(more, into.indent())));
    }
    if (statements instanceof Definition.Fields one) {
      List<TextEdit> edits = new ArrayList<>();
      edits.add(edit(one.span().start(), one.span().start(), "["));
      List<String> written = written(more, lines.indent(one.span().end()));
      edits.addAll(HclList.behind(lines, one.span(), written, "]"));
      return Optional.of(edits);
    }
    return Optional.empty();
  }

  private List<String> written(List<Value> more, String indent) {
    return more.stream().map(one -> setting.hcl().expression(one, indent)).toList();
  }

  /** JSON between the lines of a heredoc. */
  private Optional<List<TextEdit>> heredoc(String text, List<Value> more) {
    int first = text.indexOf('\n') + 1;
    int last = text.lastIndexOf('\n');
    if (first == 0 || last < first) {
      return Optional.empty();
    }
    SourceFile file = lines.file();
    long from = lines.next(argument.whole().start());
    long to = lines.start(argument.whole().end());
    SourceFile inner = file.part(file.name(), from, to);
    Optional<Node> statements =
        JsonStream.read(inner)
            .value()
            .flatMap(Node::asMapping)
            .flatMap(one -> one.get("Statement"));
    List<String> written =
        more.stream().map(one -> new TerraformJson(setting.hcl()).template(one)).toList();
    if (statements.isPresent()
        && statements.get() instanceof Node.Sequence list
        && !list.items().isEmpty()) {
      long end = from + list.items().get(list.items().size() - 1).span().end();
      String indent = lines.indent(end);
      return Optional.of(
          List.of(edit(end, end, ",\n" + indent + String.join(",\n" + indent, written))));
    }
    if (statements.isPresent() && statements.get() instanceof Node.Mapping one) {
      long open = from + one.span().start();
      long end = from + one.span().end();
      return Optional.of(
          List.of(edit(open, open, "["), edit(end, end, ", " + String.join(", ", written) + "]")));
    }
    return Optional.empty();
  }

  /** A data source that makes the policy, if nothing else uses it. */
  private Optional<List<TextEdit>> document(String reference, List<Value> more) {
    if (!reference.startsWith(DOCUMENT) || !reference.endsWith(".json")) {
      return Optional.empty();
    }
    String name = reference.substring(DOCUMENT.length(), reference.length() - ".json".length());
    String folder = ModuleFiles.folder(lines.file().name());
    List<ModuleFiles.Written> blocks =
        files.blocks(folder, "data", List.of("aws_iam_policy_document", name));
    long uses =
        files.files(folder).stream()
            .mapToLong(one -> NameCount.count(one.text(), DOCUMENT + name))
            .sum();
    if (blocks.size() != 1 || uses != 1 || blocks.get(0).isJson()) {
      return Optional.empty();
    }
    SourceLines of = new SourceLines(blocks.get(0).file());
    Block block = blocks.get(0).block();
    StringBuilder text = new StringBuilder();
    String indent = of.indent(block.header().start()) + "  ";
    for (Value one : more) {
      Optional<Value.Fields> statement = DocumentStatement.of(one);
      if (statement.isEmpty()) {
        return Optional.empty();
      }
      text.append(text.length() > 0 ? "\n" : "")
          .append(setting.hcl().nested("statement", statement.get(), indent));
    }
    HclBody body = new HclBody(of, block);
    body.add("statement", text.toString());
    return Optional.of(body.edits());
  }

  private TextEdit edit(long from, long to, String text) {
    Span where = lines.file().span(from, to);
    return new TextEdit(where, lines.broken(text));
  }
}
