package io.trailproof.rule.own;

import io.trailproof.catalog.Catalog;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.Node;
import io.trailproof.rule.Rule;
import io.trailproof.rule.cases.CaseFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test files of folders of users' own.
 *
 * @param files those without a mistake, by the names that users know them by
 * @param diagnostics what is wrong with the others
 */
public record OwnTests(Map<String, CaseFile> files, List<Diagnostic> diagnostics) {
  public OwnTests {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads them; none at all is a mistake.
   *
   * @param rules those that there are
   */
  public static OwnTests read(Catalog catalog, List<Rule> rules, List<OwnFolder> folders) {
    List<Diagnostic> problems = new ArrayList<>();
    Map<Path, String> names = new LinkedHashMap<>();
    for (OwnFolder folder : folders) {
      for (Path file : folder.tests()) {
        names.putIfAbsent(file.toAbsolutePath().normalize(), OwnFolder.shown(file));
      }
    }
    if (names.isEmpty()) {
      String first = folders.get(0).name();
      problems.add(OwnRuleError.NO_TESTS.of(first, first));
    }
    Map<String, CaseFile> files = new LinkedHashMap<>();
    names.forEach(
        (path, name) -> {
          Optional<Node> root = OwnFile.open(name, path, problems);
          if (root.isPresent()) {
            Outcome<CaseFile> read = CaseFile.read(root.get(), catalog, rules);
            problems.addAll(read.diagnostics());
            read.value().ifPresent(file -> files.put(name, file));
          }
        });
    return new OwnTests(files, ForeignFile.unquoted(problems, names.values()));
  }
}
