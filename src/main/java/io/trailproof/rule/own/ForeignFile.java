package io.trailproof.rule.own;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Unquoted;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file in a folder of own rules that may be no file of rules at all: who names a folder names
 * parameters and configuration that lie there as well. What is wrong with such a file is said by
 * place and key, since nobody knows what is written there.
 */
final class ForeignFile {
  private static final Pattern RULE = withAny("claim|chain");
  private static final Pattern CHAIN = withAny("way|links");
  private static final Pattern CATALOG = withAny("types");
  private static final Pattern TEST = withAny("rule|cases");

  private ForeignFile() {}

  /**
   * A document with one of the keys that nothing else has, whether it is YAML to its end or not.
   */
  private static Pattern withAny(String keys) {
    return Pattern.compile("(?m)^(\\{ *)?[\"']?(" + keys + ")[\"']? *:");
  }

  /**
   * What is wrong, without the text of files that do not look like ours.
   *
   * @param names of the files of the folders; what is said of others stays as it is
   */
  static List<Diagnostic> unquoted(List<Diagnostic> problems, Collection<String> names) {
    return problems.stream().map(one -> isForeign(one, names) ? Unquoted.once(one) : one).toList();
  }

  private static boolean isForeign(Diagnostic problem, Collection<String> names) {
    return Optional.ofNullable(problem.primary())
        .map(label -> label.span().file())
        .filter(file -> names.contains(file.name()))
        .filter(file -> !kind(file.name()).matcher(file.text()).find())
        .isPresent();
  }

  private static Pattern kind(String file) {
    if (OwnFolder.isNamed(file, OwnFolder.CHAIN)) {
      return CHAIN;
    }
    if (OwnFolder.isNamed(file, OwnFolder.CATALOG)) {
      return CATALOG;
    }
    return OwnFolder.isNamed(file, OwnFolder.TEST) ? TEST : RULE;
  }
}
