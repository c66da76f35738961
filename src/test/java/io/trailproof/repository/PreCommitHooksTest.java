package io.trailproof.repository;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class PreCommitHooksTest {
  private static final String TEMPLATES = "trailproof-cloudformation";
  private static final String PLANS = "trailproof-plan";
  private static final String WHOLE = "trailproof";
  private static final String INSTALLED = "-system";

  private final Map<String, Map<?, ?>> hooks = new LinkedHashMap<>();

  PreCommitHooksTest() throws IOException {
    String manifest = Files.readString(Checkout.ROOT.resolve(".pre-commit-hooks.yaml"));
    List<?> listed = new Yaml(new SafeConstructor(new LoaderOptions())).load(manifest);
    for (Object item : listed) {
      Map<?, ?> hook = (Map<?, ?>) item;
      hooks.put((String) hook.get("id"), hook);
    }
  }

  @Test
  void idsAreWhatUsersHaveWrittenDown() {
    assertEquals(
        Set.of(
            TEMPLATES, PLANS, WHOLE, TEMPLATES + INSTALLED, PLANS + INSTALLED, WHOLE + INSTALLED),
        hooks.keySet());
  }

  @Test
  void hookByAnInstallationDiffersInWhereTheProgramIsAlone() {
    for (String id : List.of(TEMPLATES, PLANS, WHOLE)) {
      Map<Object, Object> expected = new HashMap<>(hook(id));
      expected.put("id", id + INSTALLED);
      expected.put("language", "system");
      expected.put("name", text(id, "name").replace(")", ", installed)"));
      assertEquals(expected, hook(id + INSTALLED));
    }
  }

  @Test
  void keysAreThoseThatEveryPreCommitKnows() {
    Set<String> known =
        Set.of(
            "id",
            "name",
            "description",
            "language",
            "entry",
            "files",
            "exclude",
            "types",
            "require_serial",
            "pass_filenames",
            "always_run",
            "verbose");
    hooks.forEach((id, hook) -> assertTrue(known.containsAll(hook.keySet()), id));
  }

  @Test
  void everyHookRunsTheLauncherAndNeedsNothingFromArgs() {
    for (String id : hooks.keySet()) {
      assertEquals(id.endsWith(INSTALLED) ? "system" : "script", text(id, "language"));
      assertTrue(text(id, "entry").startsWith("trailproof check "), id);
      assertEquals(true, hook(id).get("require_serial"), id);
      assertFalse(hook(id).containsKey("args"), id);
    }
  }

  @Test
  void verdictOnAChangedFileDoesNotDependOnTheOthers() {
    assertTrue(text(TEMPLATES, "entry").contains(" --each"));
    assertTrue(text(PLANS, "entry").contains(" --each"));
  }

  @Test
  void filesThatAreNoInputsAreNoneOfOurBusiness() {
    for (String id : hooks.keySet()) {
      assertTrue(text(id, "entry").contains(" --skip-unrecognised"), id);
    }
  }

  @Test
  void whatAProofRestsOnIsShownThoughAHookPasses() {
    for (String id : hooks.keySet()) {
      assertEquals(true, hook(id).get("verbose"), id);
    }
  }

  @Test
  void windowsFindsTheShellOfTheLauncher() throws IOException {
    assertTrue(
        Files.readString(Checkout.ROOT.resolve("trailproof")).startsWith("#!/usr/bin/env sh\n"));
  }

  @Test
  void wholeRepositoryIsCheckedEvenWhenFilesWereOnlyRemoved() {
    assertEquals(false, hook(WHOLE).get("pass_filenames"));
    assertEquals(true, hook(WHOLE).get("always_run"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template.yaml",
        "a/b/stack.yml",
        "stack.json",
        "vpc.template",
        "trail.template.json",
        "-dash.json",
        "alarms.cfn"
      })
  void templatesAreTaken(String name) {
    assertTrue(takes(TEMPLATES, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"main.tf", "README.md", "template.yaml.j2", "yaml", "x.jsonl", "template"})
  void othersAreNotTakenForTemplates(String name) {
    assertFalse(takes(TEMPLATES, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan.json",
        "tfplan.json",
        "env/prod/plan.json",
        "prod.tfplan.json",
        "prod-plan.json",
        "prod_plan.json",
        "plan.prod.json",
        "plan-2026-11-25.json",
        "tfplan2.json",
        "-plan.json"
      })
  void plansAreTakenOnce(String name) {
    assertTrue(takes(PLANS, name));
    assertFalse(takes(TEMPLATES, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tfplan",
        "plan.out",
        "planets.json",
        "floorplan.json",
        "plan/readme.md",
        "plan/config.json",
        "plan.jsonl",
        "explanation.json"
      })
  void othersAreNotTakenForPlans(String name) {
    assertFalse(takes(PLANS, name));
  }

  @Test
  void launcherIsExecutableInACloneToo() throws Exception {
    assumeTrue(Files.exists(Checkout.ROOT.resolve(".git")), "not a git checkout");
    Process git =
        new ProcessBuilder("git", "ls-files", "-s", "trailproof", "mvnw", ".ci/run")
            .directory(Checkout.ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    List<String> listed = git.inputReader().lines().toList();
    assumeTrue(git.waitFor() == 0, "git does not work here");
    assertEquals(3, listed.size(), listed::toString);
    for (String line : listed) {
      assertTrue(line.startsWith("100755 "), line);
    }
  }

  private Map<?, ?> hook(String id) {
    return requireNonNull(hooks.get(id), id);
  }

  private String text(String id, String key) {
    return String.valueOf(hook(id).get(key));
  }

  private boolean takes(String id, String name) {
    Object exclude = hook(id).get("exclude");
    return Pattern.compile(text(id, "files")).matcher(name).find()
        && (exclude == null || !Pattern.compile((String) exclude).matcher(name).find());
  }
}
