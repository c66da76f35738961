package io.trailproof.rule.own;

import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.document.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files in folders of users' own, by what they hold; each once, whatever names it.
 *
 * @param names all of them, as users name them
 * @param problems what is wrong with folders and files, before anybody looks at what is in them
 */
public record OwnFiles(
    List<String> names,
    List<Node> catalogs,
    List<Node> chains,
    List<Node> rules,
    List<Diagnostic> problems) {
  public OwnFiles {
    names = List.copyOf(names);
    catalogs = List.copyOf(catalogs);
    chains = List.copyOf(chains);
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
  }

  /** Opens them. */
  public static OwnFiles open(List<OwnFolder> folders) {
    List<String> names = new ArrayList<>();
    List<Node> catalogs = new ArrayList<>();
    List<Node> chains = new ArrayList<>();
    List<Node> rules = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (OwnFolder folder : folders) {
      for (Path file : folder.files(problems)) {
        if (seen.add(file.toAbsolutePath().normalize())) {
          String name = OwnFolder.shown(file);
          names.add(name);
          Optional<Node> root = OwnFile.open(name, file, problems);
          List<Node> kind =
              OwnFolder.isNamed(file, OwnFolder.CHAIN)
                  ? chains
                  : OwnFolder.isNamed(file, OwnFolder.CATALOG) ? catalogs : rules;
          root.ifPresent(kind::add);
        }
      }
    }
    return new OwnFiles(names, catalogs, chains, rules, problems);
  }

  /** None of their rules, for these reasons beside their own. */
  public OwnRules without(List<Diagnostic> reasons) {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(reasons);
    return new OwnRules(List.of(), names, ForeignFile.unquoted(all, names));
  }
}
