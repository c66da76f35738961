package io.trailproof.input.cloudformation.template;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Label;
import io.trailproof.document.Node;
import io.trailproof.document.Unquoted;
import io.trailproof.source.SourceFile;
import io.trailproof.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What of templates is shown to nobody, so that what is wrong there is said by place and key: what
 * they include, since a template may name any file and what is wrong with it may be that it is no
 * snippet; and the declarations of parameters under {@code NoEcho}, whose default is a secret.
 */
public final class WithheldText {
  private static final String NO_ECHO = "NoEcho";

  private final Set<SourceFile> files = new HashSet<>();
  private final List<Span> spans = new ArrayList<>();

  WithheldText() {}

  /** All that is wrong with a template that cannot be read, where the secret may be anywhere. */
  public static List<Diagnostic> ofUnread(SourceFile template, List<Diagnostic> problems) {
    return template.text().contains(NO_ECHO) ? Unquoted.all(problems) : problems;
  }

  /** True if a parameter is declared so that its value is not to be shown. */
  public static boolean isHidden(Node declaration) {
    return declaration
        .asMapping()
        .flatMap(body -> body.get(NO_ECHO))
        .flatMap(Node::asScalar)
        .map(Scalars::text)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter("true"::equals)
        .isPresent();
  }

  /** A file is taken in. */
  void included(Node root) {
    files.add(root.span().file());
  }

  /** A template declares parameters. */
  void hiddenParameters(Template template) {
    for (Node.Member parameter : template.section("Parameters")) {
      if (isHidden(parameter.value())) {
        spans.add(parameter.value().span());
      }
    }
  }

  /** The problems, those in such places without the text. */
  List<Diagnostic> unquoted(Collection<Diagnostic> problems) {
    return problems.stream()
        .map(one -> one.labels().stream().anyMatch(this::isWithheld) ? Unquoted.once(one) : one)
        .toList();
  }

  private boolean isWithheld(Label label) {
    return files.contains(label.span().file())
        || spans.stream().anyMatch(span -> span.sharesLine(label.span()));
  }
}
