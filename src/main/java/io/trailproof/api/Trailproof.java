package io.trailproof.api;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.RuleReader;
import io.trailproof.rule.choice.Answer;
import io.trailproof.rule.choice.RuleChoice;
import io.trailproof.rule.predicate.Predicates;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks Terraform plans and CloudFormation templates that a program holds as bytes, each by
 * itself: what {@code trailproof check --no-config --no-source -} comes to when the bytes are its
 * standard input.
 *
 * <p>Nothing is printed, no file is read or written, and no configuration counts; a name is only a
 * name. One of these may be used by any number of threads at once, and for any number of documents,
 * since it keeps nothing of them. It is made of what the jar holds, so it need not travel: a
 * program that runs on many machines asks for {@link #standard()} on each.
 *
 * <pre>{@code
 * CheckedDocument checked = Trailproof.standard().check("stack.yaml", bytes);
 * if (!checked.isProven()) {
 *   log.warn(checked.verdicts() + checked.json());
 * }
 * }</pre>
 */
public final class Trailproof {
  private final Catalog catalog;
  private final List<Rule> rules;

  private Trailproof(Catalog catalog, List<Rule> rules) {
    this.catalog = catalog;
    this.rules = List.copyOf(rules);
  }

  /** A class of its own, so that nothing is read before somebody asks for it. */
  private static final class Standard {
    static final Trailproof ONE = read();

    private static Trailproof read() {
      Catalog catalog = BundledCatalog.read();
      return new Trailproof(
          catalog, BundledRules.readOn(Predicates.ALL).stream().filter(Rule::byDefault).toList());
    }
  }

  /** Asks for the rules that are on by default; always the same one, read when first asked for. */
  public static Trailproof standard() {
    return Standard.ONE;
  }

  /**
   * Asks for some of the bundled rules. It is read anew each time, which takes as long as some
   * hundred documents do: keep it.
   *
   * @param ids ids of rules, in which {@code *} stands for any characters, as {@code --rule} has
   *     them
   * @throws IllegalArgumentException if there is no such rule
   */
  public static Trailproof ofRules(String... ids) {
    Catalog catalog = BundledCatalog.read();
    RuleReader reader = new RuleReader(catalog, Predicates.ALL);
    RuleChoice choice =
        new RuleChoice(BundledRules.read(reader), reader.frameworks(), reader.formerly());
    List<Answer> answers = new ArrayList<>();
    for (String id : ids) {
      Answer answer = choice.ofId(id);
      if (answer instanceof Answer.Misnamed wrong) {
        throw new IllegalArgumentException(wrong.message() + "; " + wrong.help());
      }
      answers.add(answer);
    }
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("no rule is named");
    }
    return new Trailproof(catalog, choice.together(answers));
  }

  /** The ids of the rules that are asked for. */
  public List<String> rules() {
    return rules.stream().map(Rule::id).toList();
  }

  /**
   * What comes of a document. What cannot be read, or is neither plan nor template, is an answer as
   * well and no exception; so is a fault of ours.
   *
   * <p>The work is done on a thread of its own, whose stack is as deep as the program's, so that
   * the answer does not hang on that of the caller.
   *
   * @param name what the document is called in the answer, such as a path or an address
   * @param content the bytes of the document as a file would hold them; they are not kept
   * @throws java.util.concurrent.CancellationException if the caller is interrupted meanwhile; it
   *     stays so
   */
  public CheckedDocument check(String name, byte[] content) {
    return DeepStack.run(
        () -> new CheckedDocument(name, new DocumentCheck(catalog, rules).of(name, content)));
  }

  /** The version of trailproof: that of the jar, {@code development} without one. */
  public static String version() {
    String written = Trailproof.class.getPackage().getImplementationVersion();
    return written == null ? "development" : written;
  }
}
