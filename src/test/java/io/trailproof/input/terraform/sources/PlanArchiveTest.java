package io.trailproof.input.terraform.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trailproof.diagnostic.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanArchiveTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("trailproof.root", "."), "fixtures", "terraform");
  private static final String TOPIC = "resource \"t\" \"n\" {}\n";

  @TempDir Path temporary;

  private Outcome<PlanArchive> zip(Map<String, byte[]> entries) throws IOException {
    Path file = temporary.resolve("tfplan");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return PlanArchive.open(file.toString());
  }

  private static String place(PlanArchive archive, List<String> path, String block) {
    return Sources.of(archive, FileNames.TERRAFORM)
        .resource(path, block)
        .map(one -> one.header().toString())
        .orElse("nowhere");
  }

  @Test
  void aRealPlanHoldsItsModules() {
    PlanArchive plan =
        PlanArchive.open(FIXTURES.resolve("sources-modules/tfplan").toString())
            .value()
            .orElseThrow();
    assertEquals("main.tf:41:1", place(plan, List.of(), "aws_sns_topic.alerts"));
    assertEquals(
        "modules/trail/main.tf:38:1", place(plan, List.of("trail"), "aws_cloudtrail.this"));
    assertTrue(plan.isPartOfPlan());
  }

  @Test
  void namesThatLeadElsewhereAreNoFiles() throws Exception {
    byte[] topic = TOPIC.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Outcome<PlanArchive> plan =
        zip(
            Map.of(
                "tfconfig/m-/../../../x.tf", topic,
                "tfconfig/m-../x/y.tf", topic,
                "tfconfig/m-/a\\b.tf", topic,
                "/tfconfig/m-/z.tf", topic,
                "main.tf", topic));
    assertEquals("this plan file holds no sources", plan.diagnostics().get(0).message());
  }

  @Test
  void aBombIsLeftOut() throws Exception {
    byte[] topic = TOPIC.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] large = new byte[Allowance.FILE_BYTES + 1];
    java.util.Arrays.fill(large, (byte) ' ');
    System.arraycopy(topic, 0, large, 0, topic.length);
    PlanArchive plan =
        zip(Map.of("tfconfig/m-/large.tf", large, "tfconfig/m-a/main.tf", topic))
            .value()
            .orElseThrow();
    assertEquals("nowhere", place(plan, List.of(), "t.n"));
    assertEquals(1, plan.files("a", FileNames.TERRAFORM).size());
  }

  @Test
  void tooManyEntriesAreRefused() throws Exception {
    Map<String, byte[]> entries = new java.util.LinkedHashMap<>();
    for (int i = 0; i <= ArchivedFiles.ENTRIES; i++) {
      entries.put("tfconfig/m-/" + i + ".tf", new byte[0]);
    }
    assertEquals("unreadable-source", zip(entries).diagnostics().get(0).code());
  }

  @Test
  void brokenPlansAreNotes() throws Exception {
    byte[] good = Files.readAllBytes(FIXTURES.resolve("sources-modules/tfplan"));
    Path file = temporary.resolve("broken");
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] bytes = good.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      Outcome<PlanArchive> plan = PlanArchive.open(file.toString());
      assertTrue(plan.diagnostics().stream().noneMatch(one -> one.isError()));
      plan.value().ifPresent(one -> place(one, List.of("trail"), "aws_cloudtrail.this"));
    }
  }
}
