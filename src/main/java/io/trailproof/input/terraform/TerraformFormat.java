package io.trailproof.input.terraform;

import io.trailproof.catalog.Catalog;
import io.trailproof.catalog.Strangers;
import io.trailproof.diagnostic.Diagnostic;
import io.trailproof.diagnostic.Outcome;
import io.trailproof.document.BrokenJson;
import io.trailproof.document.RootMembers;
import io.trailproof.document.Unquoted;
import io.trailproof.graph.Gap;
import io.trailproof.graph.PlanSource;
import io.trailproof.graph.Premises;
import io.trailproof.graph.Resource;
import io.trailproof.input.Clash;
import io.trailproof.input.FormatOption;
import io.trailproof.input.InputFormat;
import io.trailproof.input.Outline;
import io.trailproof.input.ReadSettings;
import io.trailproof.input.Reading;
import io.trailproof.input.StackTemplates;
import io.trailproof.input.identity.Course;
import io.trailproof.input.terraform.plan.DataSources;
import io.trailproof.input.terraform.plan.PlanDocument;
import io.trailproof.input.terraform.plan.PlanReader;
import io.trailproof.input.terraform.sources.SourceTree;
import io.trailproof.input.terraform.sources.Sources;
import io.trailproof.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JSON of terraform plans and states; both, because members come in any order and only the
 * whole document tells which it is.
 */
public final class TerraformFormat implements InputFormat {
  /** Names folders of Terraform files. */
  public static final FormatOption SOURCE =
      FormatOption.texts(
          "--source",
          "FOLDER",
          "where a plan's Terraform files are, to point at them and to look up locals;"
              + " may be given several times");

  private static final FormatOption PLAN_FILE =
      FormatOption.texts(
          "--plan-file",
          "FILE",
          "a plan as `terraform plan -out=FILE` wrote it, which holds those files;"
              + " may be given several times");

  private static final FormatOption NO_SOURCE =
      FormatOption.flag(
          "--no-source", "look at no Terraform files, not at those of the working folder either");

  /** What the user may say beside the files. */
  public static final List<FormatOption> OPTIONS = List.of(SOURCE, PLAN_FILE, NO_SOURCE);

  private final Catalog catalog;
  private final Strangers strangers;
  private final PlanSources sources;
  private final StackTemplates templates;

  /** A reader of resources whose types are in a catalog. */
  public TerraformFormat(Catalog catalog) {
    this(catalog, List.of());
  }

  /**
   * A reader that also looks into sources.
   *
   * @param trees where the sources of the plans may be, the best first
   */
  public TerraformFormat(Catalog catalog, List<SourceTree> trees) {
    this(catalog, new PlanSources(trees), StackTemplates.NONE);
  }

  private TerraformFormat(Catalog catalog, PlanSources sources, StackTemplates templates) {
    this.catalog = catalog;
    this.strangers = new Strangers(catalog);
    this.sources = sources;
    this.templates = templates;
  }

  /** The format of plans that are no files: nothing is looked for beside them. */
  public static TerraformFormat alone(Catalog catalog, StackTemplates templates) {
    return new TerraformFormat(catalog, PlanSources.REFUSED, templates);
  }

  /** The format as the user's options have it, and what there is to say of these. */
  public static Outcome<InputFormat> of(
      Catalog catalog, FormatOption.Given given, StackTemplates templates) {
    if (given.has(NO_SOURCE)) {
      return Outcome.of(new TerraformFormat(catalog, PlanSources.REFUSED, templates));
    }
    Outcome<List<SourceTree>> trees =
        PlanSources.trees(given.textsOf(SOURCE), given.textsOf(PLAN_FILE));
    return new Outcome<>(
        new TerraformFormat(catalog, new PlanSources(trees.value().orElse(List.of())), templates),
        trees.diagnostics());
  }

  @Override
  public String id() {
    return "terraform plan";
  }

  @Override
  public boolean recognises(Outline outline) {
    if (!outline.json()) {
      return false;
    }
    RootMembers root = outline.root();
    boolean plan = root.has("planned_values") || root.has("resource_changes");
    boolean rawState = root.has("version") && (root.has("lineage") || root.has("serial"));
    boolean state =
        root.has("format_version")
            && (root.has("terraform_version")
                || root.has("values")
                || (root.whole() && root.texts().size() == 1));
    return plan || rawState || state;
  }

  @Override
  public Optional<Diagnostic> refusal(byte[] head, String input) {
    return PlanReader.refusal(head, input);
  }

  @Override
  public Outcome<Reading> read(List<SourceFile> files, ReadSettings settings) {
    List<Resource> resources = new ArrayList<>();
    List<Course> courses = new ArrayList<>();
    List<Resource> before = new ArrayList<>();
    boolean hasBefore = false;
    List<Gap> gaps = new ArrayList<>();
    List<Premises> premises = new ArrayList<>();
    List<PlanSource> from = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (SourceFile file : files) {
      try {
        PlanDocument plan = PlanReader.read(file, this::isWanted);
        diagnostics.addAll(plan.notes());
        Sources written = sources.of(plan, file.name(), diagnostics);
        sources.told(plan, file.name(), written).ifPresent(from::add);
        MadeByStacks made = new MadeByStacks(templates, catalog, file.name());
        Reading reading = PlanResources.of(plan, file.name(), catalog, settings, written, made);
        resources.addAll(reading.resources());
        courses.add(reading.course());
        reading.before().ifPresent(before::addAll);
        hasBefore |= reading.before().isPresent();
        gaps.addAll(reading.gaps());
        diagnostics.addAll(made.diagnostics());
        premises.add(reading.premises());
      } catch (BrokenJson e) {
        // What a plan or state holds may be secret.
        diagnostics.add(Unquoted.of(e.diagnostic()));
      }
    }
    return new Outcome<>(
        new Reading(
            resources,
            Course.of(courses),
            hasBefore ? Optional.of(before) : Optional.empty(),
            gaps,
            List.of(),
            Premises.of(premises),
            from),
        diagnostics);
  }

  @Override
  public List<Clash> clashes(List<SourceFile> files) {
    return files.size() < 2 ? List.of() : PlannedTwice.in(files, this::isWanted);
  }

  private boolean isWanted(String type) {
    return catalog.terraform(type).isPresent()
        || DataSources.TYPES.contains(type)
        || MadeByStacks.TYPES.contains(type)
        || strangers.have(type);
  }
}
