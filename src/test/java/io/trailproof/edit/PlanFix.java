package io.trailproof.edit;

import io.trailproof.catalog.BundledCatalog;
import io.trailproof.catalog.Catalog;
import io.trailproof.check.Checker;
import io.trailproof.check.result.RuleResult;
import io.trailproof.graph.DeploymentGraphs;
import io.trailproof.input.Amendment;
import io.trailproof.input.Declared;
import io.trailproof.input.DeploymentReader;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.terraform.TerraformFormat;
import io.trailproof.input.terraform.sources.SourceFolder;
import io.trailproof.remedy.Alteration;
import io.trailproof.remedy.Changes;
import io.trailproof.remedy.Fixed;
import io.trailproof.remedy.Fixer;
import io.trailproof.remedy.Wishes;
import io.trailproof.rule.BundledRules;
import io.trailproof.rule.Rule;
import io.trailproof.rule.Verdict;
import io.trailproof.rule.predicate.Predicates;
import io.trailproof.source.SourceFile;
import io.trailproof.source.UnreadableSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What mends a plan, and the edits of its Terraform files that this comes to. */
public final class PlanFix {
  private static final Catalog CATALOG = BundledCatalog.read();
  private static final Rule RULE =
      BundledRules.read(CATALOG, Predicates.ALL).stream()
          .filter(one -> one.id().equals("iam-policy-changes"))
          .findFirst()
          .orElseThrow();

  private final Fixed fixed;
  private final Edits edits;

  private PlanFix(Fixed fixed, Edits edits) {
    this.fixed = fixed;
    this.edits = edits;
  }

  /** A plan whose files are in a folder. */
  public static PlanFix of(Path plan, Path folder) throws UnreadableSource {
    DeploymentGraphs graphs = read(plan, folder, Amendment.NONE);
    Changes changes = new Changes(CATALOG);
    Checker checker = new Checker(CATALOG, false);
    Fixer.Judge judge =
        (rule, some) -> {
          try {
            DeploymentGraphs with =
                some.isEmpty() ? graphs : read(plan, folder, all -> changes.applied(all, some));
            return new Fixer.Judgment(checker.check(rule, with), with.graph());
          } catch (UnreadableSource e) {
            throw new IllegalStateException(e);
          }
        };
    Fixed.All all =
        new Fixer(CATALOG, judge, new Wishes(Map.of("email", "soc@corp.test"))).fix(List.of(RULE));
    List<Alteration> made = all.changes();
    return new PlanFix(
        all.rules().get(0), new TerraformEditor(CATALOG, graphs.graph(), made).edits(made));
  }

  private static DeploymentGraphs read(Path plan, Path folder, Amendment amendment)
      throws UnreadableSource {
    SourceFolder sources = SourceFolder.open(folder.toString()).value().orElseThrow();
    return new DeploymentReader(CATALOG, new Declared(List.of()), amendment)
        .read(
            Map.of(
                SourceFile.open(plan.toString()), new TerraformFormat(CATALOG, List.of(sources))),
            ReadSettings.NONE)
        .value()
        .orElseThrow();
  }

  /** What comes of a plan as it is. */
  public static RuleResult check(Path plan, Path folder) throws UnreadableSource {
    return new Checker(CATALOG, false).check(RULE, read(plan, folder, Amendment.NONE));
  }

  /** True if it is proven with the changes, in memory. */
  public boolean isProven() {
    return fixed.after().verdict() == Verdict.PASS;
  }

  /** The changes. */
  public List<Alteration> changes() {
    return fixed.changes();
  }

  /** What they come to in files. */
  public Edits edits() {
    return edits;
  }

  /** Writes them. */
  public List<EditedFile> write() throws IOException {
    List<EditedFile> files = EditedFile.of(edits.edits());
    for (EditedFile one : files) {
      Files.writeString(Path.of(one.file().name()), one.text());
    }
    return files;
  }
}
