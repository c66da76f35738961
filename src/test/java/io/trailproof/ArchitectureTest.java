package io.trailproof;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The picture of docs/architecture.md as a test: who may use whom, and who may touch the outside
 * world.
 */
final class ArchitectureTest {
  private static final String ROOT = "io.trailproof";

  private static final Set<String> LOGIC = Set.of("kleene", "json", "regex", "sequence");
  private static final Set<String> GROUND = plus(LOGIC, "diagnostic", "source");
  private static final Set<String> MODEL = plus(GROUND, "catalog", "graph", "document");
  private static final Set<String> ENGINES =
      Set.of(
          "aws.alarm",
          "aws.eventpattern",
          "aws.eventselector",
          "aws.filterpattern",
          "aws.insights",
          "aws.policy");

  /**
   * Per layer the other layers it may use. A layer is a package with all below it, unless what is
   * below stands in this table itself.
   */
  private static final Map<String, Set<String>> MAY_USE = new TreeMap<>();

  static {
    MAY_USE.put("sequence", Set.of()); // which the build has all others use
    MAY_USE.put("regex", Set.of());
    MAY_USE.put("kleene", Set.of("sequence"));
    MAY_USE.put("json", Set.of("sequence"));
    MAY_USE.put("source", Set.of("sequence"));
    MAY_USE.put("diagnostic", Set.of("source", "sequence"));
    MAY_USE.put("document", GROUND);
    MAY_USE.put("graph", GROUND);
    MAY_USE.put("catalog", plus(GROUND, "graph", "document"));
    ENGINES.forEach(engine -> MAY_USE.put(engine, LOGIC));
    MAY_USE.put("input", MODEL);
    MAY_USE.put("input.terraform", plus(MODEL, "input"));
    MAY_USE.put("input.cloudformation", plus(MODEL, "input"));
    MAY_USE.put("input.declared", plus(MODEL, "input"));
    MAY_USE.put("input.configuration", plus(MODEL, "input", "input.declared"));
    MAY_USE.put("input.opening", plus(MODEL, "input", "input.configuration"));
    MAY_USE.put("rule", plus(MODEL, ENGINES));
    MAY_USE.put("check.result", plus(GROUND, "rule", "graph"));
    MAY_USE.put("check.search", plus(GROUND, "check.result", "rule", "catalog", "graph"));
    MAY_USE.put("check", plus(GROUND, "check.search", "check.result", "rule", "catalog", "graph"));
    MAY_USE.put("check.cases", plus(MODEL, "check", "check.result", "input", "rule"));
    MAY_USE.put("report.text", plus(GROUND, "check.result"));
    MAY_USE.put("report.summary", plus(GROUND, "check.result", "rule", "graph"));
    MAY_USE.put(
        "report.markdown",
        plus(GROUND, "report.summary", "report.text", "check.result", "rule", "graph"));
    MAY_USE.put(
        "report.html",
        plus(GROUND, "report.summary", "report.text", "check.result", "rule", "graph"));
    MAY_USE.put(
        "report",
        plus(
            GROUND,
            "report.html",
            "report.markdown",
            "report.summary",
            "report.text",
            "check.result",
            "rule",
            "graph"));
    MAY_USE.put("report.told", plus(MODEL, "report", "report.text", "check.result", "rule"));
    MAY_USE.put("starter", plus(GROUND, "rule"));
    MAY_USE.put("pattern", plus(plus(MODEL, ENGINES), "rule", "report", "report.text"));
    MAY_USE.put("remedy", plus(MODEL, "rule", "rule.adapter", "check.result"));
    MAY_USE.put("edit", plus(MODEL, "remedy", "input", "input.terraform", "input.cloudformation"));
    // beside the prover, of which it uses nothing
    MAY_USE.put(
        "trace",
        plus(
            LOGIC,
            "aws.filterpattern",
            "catalog",
            "graph",
            "report",
            "report.html",
            "report.text"));
    MAY_USE.put(
        "api",
        plus(
            MODEL,
            "input",
            "input.terraform",
            "input.cloudformation",
            "input.opening",
            "rule",
            "check",
            "check.result",
            "report",
            "report.text"));
    MAY_USE.put("cli", new HashSet<>(MAY_USE.keySet()));
    MAY_USE.put("build", plus(MODEL, "rule")); // after the command line: nobody uses it
  }

  private static final JavaClasses OURS = read();

  @TestFactory
  Stream<DynamicTest> layersUseOnlyWhatLiesBelow() {
    return MAY_USE.entrySet().stream()
        .map(
            entry -> {
              String layer = entry.getKey();
              Set<String> allowed = plus(entry.getValue(), layer);
              return dynamicTest(
                  layer,
                  () ->
                      hold(
                          noClasses()
                              .that(areIn(Set.of(layer)))
                              .should()
                              .dependOnClassesThat(areOurs().and(not(areIn(allowed))))
                              .because(layer + " may use " + new TreeSet<>(allowed))));
            });
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    hold(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
  }

  @Test
  void enginesKnowNothingButTheLanguage() {
    hold(
        classes()
            .that()
            .resideInAPackage(ROOT + ".aws..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify.annotations..",
                ROOT + ".aws..",
                ROOT + ".kleene..",
                ROOT + ".json..",
                ROOT + ".sequence..")
            .because("what AWS does is no matter of files, catalogs or rules"));
  }

  @Test
  void everyPackageHasItsPlaceInTheTable() {
    Set<String> unplaced =
        layersInTheCode()
            .filter(name -> !MAY_USE.containsKey(name))
            .collect(toCollection(TreeSet::new));
    assertEquals(Set.of(), unplaced);
  }

  @Test
  void everyPlaceInTheTableHasItsPackage() {
    Set<String> unwritten = new TreeSet<>(MAY_USE.keySet());
    layersInTheCode().forEach(unwritten::remove);
    assertEquals(Set.of(), unwritten);
  }

  @Test
  void jacksonReadsInDocumentAndWritesInReport() {
    hold(
        noClasses()
            .that(areOurs().and(not(areIn(Set.of("document", "report", "pattern", "trace")))))
            .and(not(checkSchemas()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("the rest sees located nodes; networknt takes its own kind of tree"));
  }

  /** What is held against the prover must not be the prover. */
  @Test
  void aTraceReadsPatternsAndDecidesByItself() {
    hold(
        noClasses()
            .that(areIn(Set.of("trace")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                ROOT + ".aws.filterpattern.coverage..", ROOT + ".aws.filterpattern.insight..")
            .because("it follows one record, and proves nothing of all of them"));
    hold(
        noClasses()
            .that(areIn(Set.of("trace")))
            .should()
            .callMethodWhere(
                describe(
                    "the target matches a record in the prover's way",
                    access ->
                        access.getTargetOwner().getPackageName().startsWith(ROOT + ".aws.")
                            && Set.of("matches", "on", "among", "holds", "equalTo", "unequalTo")
                                .contains(access.getTarget().getName())))
            .because("it reads the tree of the pattern, and matches it itself"));
  }

  @Test
  void onlyDocumentReadsYaml() {
    onlyIn("document", "org.yaml.snakeyaml..");
  }

  @Test
  void onlyTheBuildRewritesClasses() {
    onlyIn("build", "org.objectweb.asm..");
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    onlyIn("cli", "picocli..");
  }

  @Test
  void onlySchemaChecksKnowTheValidator() {
    hold(
        noClasses()
            .that(areOurs().and(not(checkSchemas())))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..")
            .because("it takes as long as a whole small check, so it stays out of the way"));
  }

  @Test
  void onlyTheCommandLinePrintsAndExits() {
    hold(
        noClasses()
            .that(areOurs().and(not(areIn(Set.of("cli")))))
            .should()
            .accessTargetWhere(
                describe(
                    "the target prints or exits",
                    access ->
                        isMember(access, "java.lang.System", "out", "err", "exit")
                            || isMember(access, "java.lang.Runtime", "exit", "halt")
                            || access.getTarget().getName().equals("printStackTrace")))
            .because("one place owns the streams and the exit code"));
  }

  /** Of these every path is of a constant, or of what the system itself named. */
  private static final Set<String> OF_FIXED_NAMES =
      Set.of(
          "io.trailproof.cli.ReportFile",
          "io.trailproof.input.cloudformation.template.CloudAssembly",
          "io.trailproof.input.cloudformation.template.TemplateFiles",
          "io.trailproof.input.configuration.ConfigurationFile",
          "io.trailproof.input.configuration.NewConfiguration",
          "io.trailproof.input.opening.GitIgnore",
          "io.trailproof.input.opening.InputFinder",
          "io.trailproof.input.terraform.sources.SourceFolder",
          "io.trailproof.source.PathName");

  @Test
  void whatATextNamesIsAskedInOnePlace() {
    hold(
        noClasses()
            .that(areOurs().and(not(areIn(Set.of("build", "build.plain")))))
            .and(not(describe("have fixed names", one -> OF_FIXED_NAMES.contains(one.getName()))))
            .should()
            .accessTargetWhere(
                describe(
                    "the target makes a path of a text",
                    access ->
                        access
                            .getTarget()
                            .getFullName()
                            .matches(
                                "java\\.nio\\.file\\.(Path|Paths)\\.[a-zA-Z]+"
                                    + "\\(java\\.lang\\.String.*")))
            .because("not every text can be a name, and an exception costs the whole run"));
  }

  @Test
  void reportsDependOnNothingButTheResult() {
    hold(
        noClasses()
            .that(
                areIn(
                    Set.of(
                        "report",
                        "report.text",
                        "report.summary",
                        "report.markdown",
                        "report.html")))
            .should()
            .accessTargetWhere(
                describe(
                    "the target tells the time, the locale, the environment or the folder",
                    access ->
                        isMember(access, "java.lang.System", "getenv", "getProperty")
                            || isMember(access, "java.lang.System", "currentTimeMillis", "nanoTime")
                            || isMember(access, "java.util.Locale", "getDefault")
                            || isMember(
                                access, "java.nio.file.Path", "toAbsolutePath", "toRealPath")
                            || access
                                .getTarget()
                                .getFullName()
                                .matches("java\\.time\\..*\\.now\\(.*")))
            .because("the same result gives the same bytes everywhere"));
  }

  @Test
  void implementationsAreListedNotDiscovered() {
    hold(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader")
            .because("an explicit list can be searched for, and costs nothing at start"));
  }

  @Test
  void namesSayWhatAThingIs() {
    hold(
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
            .because("such a name says that nobody knew where the code belongs"));
  }

  /** Names that stand for two things, each with the reason why both deserve it; at most six. */
  private static final Map<String, String> TWICE = Map.of();

  @Test
  void oneNameHasOneMeaning() {
    Map<String, Long> names =
        OURS.stream()
            .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getSimpleName, TreeMap::new, counting()));
    names.values().removeIf(count -> count == 1);
    assertEquals(new TreeSet<>(TWICE.keySet()), names.keySet());
    assertTrue(TWICE.size() <= 6, "a reader has to learn each of them twice");
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        OURS.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(toCollection(TreeSet::new));
    assertEquals(Set.of(), unmarked);
  }

  private static JavaClasses read() {
    // Names of classes are all that the rules ask of libraries and the JDK, so these are not read.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        // Wherever a build puts them: the quick one has a folder of its own.
        .withImportOption(location -> !location.contains("/test-classes/"))
        // Classes that the build makes of lambdas: what these do stands in their hosts.
        .withImportOption(location -> !location.contains("$$"))
        .importPackages(ROOT);
  }

  private static void hold(ArchRule rule) {
    rule.check(OURS);
  }

  private static void onlyIn(String layer, String library) {
    hold(
        noClasses()
            .that(areOurs().and(not(areIn(Set.of(layer)))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  private static Stream<String> layersInTheCode() {
    return OURS.stream().map(ArchitectureTest::layerOf).distinct();
  }

  private static DescribedPredicate<JavaClass> areOurs() {
    return resideInAPackage(ROOT + "..").as("are ours");
  }

  private static DescribedPredicate<JavaClass> areIn(Set<String> layers) {
    return describe(
        "are in " + new TreeSet<>(layers),
        each -> areOurs().test(each) && layers.contains(layerOf(each)));
  }

  private static DescribedPredicate<JavaClass> checkSchemas() {
    return describe(
        "are the class SchemaCheck",
        javaClass -> javaClass.getName().matches(".*\\.SchemaCheck(\\$.*)?"));
  }

  /** The longest entry of the table that the package lies in, or the package itself. */
  private static String layerOf(JavaClass javaClass) {
    String name = javaClass.getBaseComponentType().getPackageName();
    String inside = name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    String layer = inside;
    while (!MAY_USE.containsKey(layer)) {
      int dot = layer.lastIndexOf('.');
      if (dot < 0) {
        return inside;
      }
      layer = layer.substring(0, dot);
    }
    return layer;
  }

  private static boolean isMember(JavaAccess<?> access, String owner, String... names) {
    return access.getTargetOwner().getName().equals(owner)
        && Set.of(names).contains(access.getTarget().getName());
  }

  private static Set<String> plus(Set<String> layers, String... more) {
    return plus(layers, Set.of(more));
  }

  private static Set<String> plus(Set<String> layers, Collection<String> more) {
    Set<String> all = new HashSet<>(layers);
    all.addAll(more);
    return all;
  }
}
